import Numbers

extension MathOperation {
    static let pi = constant("pi", "The ratio of a circle's circumference to its diameter.", is: "pi") { context in
        Number(.pi(in: context.calcium))
    }

    static let e = constant("e", "The base of the natural logarithm.", is: "e") { context in
        Number(.e(in: context.calcium))
    }

    static let tau = constant("tau", "The ratio of a circle's circumference to its radius.", is: "2*pi") {
        context throws(Fault) in try Number(2).multiplied(by: Number(.pi(in: context.calcium)), context)
    }

    static let phi = constant("phi", "The golden ratio.", is: "(sqrt(5) + 1)/2") { context throws(Fault) in
        let root = try Number(5).squareRoot(context)
        return try root.adding(Number(1), context).divided(by: Number(2), context)
    }

    static let i = constant("i", "The imaginary unit.", is: "i") { context in
        Number(.imaginaryUnit(in: context.calcium))
    }

    /// The others that mathjs has.
    static let moreConstants: [MathOperation] = [
        constant("PI", "The same as pi.", is: "pi") { context in Number(.pi(in: context.calcium)) },
        constant("E", "The same as e.", is: "e") { context in Number(.e(in: context.calcium)) },
        constant("LN2", "The natural logarithm of 2.", is: "log(2)") { context throws(Fault) in
            try Number(2).logarithm(context)
        },
        constant("LN10", "The natural logarithm of 10.", is: "log(10)") { context throws(Fault) in
            try Number(10).logarithm(context)
        },
        constant("LOG2E", "The logarithm of e to base 2.", is: "1/log(2)") { context throws(Fault) in
            try Number(1).divided(by: Number(2).logarithm(context), context)
        },
        constant("LOG10E", "The logarithm of e to base 10.", is: "1/log(10)") { context throws(Fault) in
            try Number(1).divided(by: Number(10).logarithm(context), context)
        },
        constant("SQRT2", "The square root of 2.", is: "sqrt(2)") { context throws(Fault) in
            try Number(2).squareRoot(context)
        },
        constant("SQRT1_2", "The square root of 1/2.", is: "sqrt(2)/2") { context throws(Fault) in
            try Number.rational(.constant("1/2")).squareRoot(context)
        },
    ]

    private static func constant(
        _ name: String, _ summary: String, is text: String,
        _ value: @escaping @Sendable (EvaluationContext) throws(Fault) -> Number
    ) -> MathOperation {
        MathOperation(name, .constants, summary, [], examples: ["\(name)()": text]) { _, context throws(Fault) in
            .number(try value(context))
        }
    }
}
