import Numbers

extension MathOperation {
    static let map = MathOperation(
        "map", .lists, "The values of a function at each element of a list.",
        [list("x", "the list"), .expression("callback", "the function, by its name")],
        examples: ["map([1, 4, 9], sqrt)": "[1, 2, 3]"]
    ) { arguments, context throws(Fault) in
        let function = try arguments.function(1, context)
        return try Broadcasting.map(.list(try arguments.list(0))) { x throws(Fault) in
            try context.checkDeadline()
            return try context.call(function, [x])
        }
    }

    static let filter = MathOperation(
        "filter", .lists, "The elements of a list for which a function is true.",
        [list("x", "the list"), .expression("test", "the function, by its name")],
        examples: ["filter([1, 2, 3, 4, 5], isPrime)": "[2, 3, 5]"]
    ) { arguments, context throws(Fault) in
        let function = try arguments.function(1, context)
        var result: [Value] = []
        for element in try arguments.list(0) {
            try context.checkDeadline()
            if try Operators.truth(of: try context.call(function, [element]), context) { result.append(element) }
        }
        return .list(result)
    }

    static let sort = MathOperation(
        "sort", .lists, "The elements of a list in order.",
        [
            list("x", "the list"),
            .any(
                "compare",
                "\"asc\", \"desc\", or a function of two elements that is below 0 where the first comes first",
                isRequired: false),
        ],
        examples: [
            "sort([3, 1, 2])": "[1, 2, 3]", "sort([3, 1, 2], \"desc\")": "[3, 2, 1]",
            "sort([sqrt(2), 1, 3/2])": "[1, sqrt(2), 3/2]",
        ]
    ) { arguments, context throws(Fault) in
        let elements = try arguments.list(0)
        let order: Value = arguments.has(1) ? try arguments.value(1) : .string("asc")
        return .list(
            try Ordering.sorted(elements) { a, b throws(Fault) in
                switch order {
                case .function(let function):
                    try context.checkDeadline()
                    let sign = try context.call(function, [a, b])
                    if case .boolean(let isFirst) = sign { return isFirst }
                    return try Comparing.order(sign, .integer(0), context) < 0
                case .string("asc", _), .string("natural", _): return try a.order(b, context) < 0
                case .string("desc", _): return try b.order(a, context) < 0
                default:
                    throw Fault(.choiceExpected, parameter: "compare", "Give \"asc\", \"desc\" or a function")
                }
            })
    }

    static func list(_ name: String, _ summary: String) -> Parameter {
        .list(name, summary, of: .list, count: 0...Limits.listElements)
    }
}

extension Arguments {
    /// The function at that place: itself, or by its name, or as the text of its definition, `f(x) = x^2`.
    func function(_ index: Int, _ context: EvaluationContext) throws(Fault) -> FunctionValue {
        switch try value(index) {
        case .function(let function): return function
        case .string(let text, _):
            if let operation = context.language.operation(named: text) { return .operation(operation) }
            if let node = try? Parser.expression(of: text),
                case .definition(let name, let parameters, let body) = node.kind
            {
                return .defined(DefinedFunction(name: name, parameters: parameters, body: body))
            }
        default: break
        }
        throw Fault(.expressionExpected, "Give a function by its name, such as sqrt, or its definition, f(x) = x^2")
    }
}
