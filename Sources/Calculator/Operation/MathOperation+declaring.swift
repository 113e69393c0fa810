import Numbers

/// The forms in which operations are declared: each takes what is particular to one and fills in the rest.
extension MathOperation {
    /// An operation with parameters of its own.
    init(
        _ name: String, _ category: OperationCategory, _ summary: String, _ parameters: [Parameter],
        cost: Cost = .light, traits: Traits = Traits(), examples: KeyValuePairs<String, String>,
        _ function: @escaping Function
    ) {
        self.init(
            name: name, category: category, summary: summary, parameters: parameters,
            examples: examples.map { Example($0.key, is: $0.value, parameters: parameters) }, cost: cost,
            traits: traits, function: function)
    }

    /// From one number `x` to a number.
    static func function(
        _ name: String, _ category: OperationCategory, _ summary: String, x: String, cost: Cost = .light,
        traits: Traits = Traits(), examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Number, EvaluationContext) throws(Fault) -> Number
    ) -> MathOperation {
        MathOperation(name, category, summary, [.number("x", x)], cost: cost, traits: traits, examples: examples) {
            arguments, context throws(Fault) in
            .number(try function(try arguments.number(0), context))
        }
    }

    /// From two numbers `a` and `b` to a number.
    static func function(
        _ name: String, _ category: OperationCategory, _ summary: String, a: String, b: String, cost: Cost = .light,
        traits: Traits = Traits(), examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Number, Number, EvaluationContext) throws(Fault) -> Number
    ) -> MathOperation {
        MathOperation(
            name, category, summary, [.number("a", a), .number("b", b)], cost: cost, traits: traits, examples: examples
        ) {
            arguments, context throws(Fault) in
            .number(try function(try arguments.number(0), try arguments.number(1), context))
        }
    }

    /// The value of a function of one number, for use in another's.
    func number(of x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        guard case .number(let result) = try function(Arguments(values: [.number(x)]), context) else {
            throw Fault(.numberExpected, "\(name) does not give a number here")
        }
        return result
    }

    /// From `a` and `b`, or a list of `values`, to a value.
    static func several(
        _ name: String, _ category: OperationCategory, _ summary: String, each: String,
        of type: ParameterType = .numbers, also: [Parameter] = [], traits: Traits,
        examples: KeyValuePairs<String, String>, _ function: @escaping Function
    ) -> MathOperation {
        let pair = [("a", "the first \(each)"), ("b", "the second \(each)")].map { name, summary in
            type == .integers
                ? Parameter.integer(name, summary, isRequired: false)
                : Parameter.number(name, summary, isRequired: false)
        }
        return MathOperation(
            name, category, summary, pair + [.values("a list, each a \(each), in place of a and b", of: type)] + also,
            traits: traits, examples: examples, function)
    }
}
