import Numbers

/// The forms in which operations are declared: each takes what is particular to one and fills in the rest.
extension MathOperation {
    /// An operation with parameters of its own.
    init(
        _ name: String, _ category: OperationCategory, _ summary: String, _ parameters: [Parameter],
        cost: Cost = .light, examples: KeyValuePairs<String, String>, _ function: @escaping Function
    ) {
        self.init(
            name: name, category: category, summary: summary, parameters: parameters,
            examples: examples.map { Example($0.key, is: $0.value, parameters: parameters) }, cost: cost,
            function: function)
    }

    /// From one number `x` to a number, both exact.
    static func exact(
        _ name: String, _ category: OperationCategory, _ summary: String, x: String,
        examples: KeyValuePairs<String, String>, _ function: @escaping @Sendable (Rational) throws(Fault) -> Rational
    ) -> MathOperation {
        MathOperation(name, category, summary, [.number("x", x)], examples: examples) {
            arguments, _ throws(Fault) in
            .rational(try function(try arguments.rational(0)))
        }
    }

    /// From two numbers `a` and `b` to a number, all exact.
    static func exact(
        _ name: String, _ category: OperationCategory, _ summary: String, a: String, b: String,
        examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Rational, Rational) throws(Fault) -> Rational
    ) -> MathOperation {
        MathOperation(name, category, summary, [.number("a", a), .number("b", b)], examples: examples) {
            arguments, _ throws(Fault) in
            .rational(try function(try arguments.rational(0), try arguments.rational(1)))
        }
    }

    /// From one real number `x` to a value, balls at the context's working precision.
    static func real(
        _ name: String, _ category: OperationCategory, _ summary: String, x: String,
        examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Rational, Int) throws(Fault) -> Value
    ) -> MathOperation {
        MathOperation(name, category, summary, [.number("x", x)], examples: examples) {
            arguments, context throws(Fault) in
            try function(try arguments.rational(0), context.bits)
        }
    }

    /// From `a` and `b`, or a list of `values`, to a value.
    static func several(
        _ name: String, _ category: OperationCategory, _ summary: String, each: String,
        of type: ParameterType = .numbers, also: [Parameter] = [], examples: KeyValuePairs<String, String>,
        _ function: @escaping Function
    ) -> MathOperation {
        let pair = [("a", "the first \(each)"), ("b", "the second \(each)")].map { name, summary in
            type == .integers
                ? Parameter.integer(name, summary, isRequired: false)
                : Parameter.number(name, summary, isRequired: false)
        }
        return MathOperation(
            name, category, summary, pair + [.values("a list, each a \(each), in place of a and b", of: type)] + also,
            examples: examples, function)
    }
}
