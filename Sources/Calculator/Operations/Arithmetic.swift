import Numbers

extension MathOperation {
    static let add = several(
        "add", .arithmetic, "Adds two numbers, or all numbers of a list.", each: "number to add",
        traits: .init(
            form: .folding(.elementwise { _, a, b, context throws(Fault) in try Operators.add(a, b, context) }),
            quantity: .binary(.add)), examples: ["add(0.1, 0.2)": "3/10", "add([1, 2, 3])": "6"]
    ) { arguments, context throws(Fault) in .number(try Folding.sum(try arguments.numbers(), context)) }

    static let subtract = function(
        "subtract", .arithmetic, "Subtracts the second number from the first.", a: "the number to subtract from",
        b: "the number to subtract", traits: .init(quantity: .binary(.subtract)), examples: ["subtract(1, 0.9)": "1/10"]
    ) { a, b, context throws(Fault) in try a.subtracting(b, context) }

    static let multiply = several(
        "multiply", .arithmetic, "Multiplies two numbers, or all numbers of a list.", each: "number to multiply",
        traits: .init(
            form: .folding(.elementwise { _, a, b, context throws(Fault) in try Operators.multiply(a, b, context) }),
            quantity: .binary(.multiply)), examples: ["multiply(2.5, 4)": "10", "multiply([2, 3, 1/6])": "1"]
    ) { arguments, context throws(Fault) in .number(try Folding.product(try arguments.numbers(), context)) }

    static let divide = function(
        "divide", .arithmetic, "Divides the first number by the second.", a: "the dividend", b: "the divisor, not 0",
        traits: .init(
            quantity: .binary(.divide), latex: .form(of: 2, precedence: .product) { x, _ in "\\frac{\(x(0))}{\(x(1))}" }
        ), examples: ["divide(1, 3)": "1/3", "divide(6, 3)": "2"]
    ) { a, b, context throws(Fault) in try a.divided(by: b, context, parameter: "b") }

    static let mod = function(
        "mod", .arithmetic, "Remainder of a floored division, a - b * floor(a / b): it has the sign of b.",
        a: "the dividend", b: "the divisor, not 0",
        examples: ["mod(8, 3)": "2", "mod(-8, 3)": "1", "mod(5.5, 2)": "3/2"]
    ) { a, b, context throws(Fault) in
        if case .rational(let x) = a, case .rational(let y) = b {
            return .rational(try Fault.of("b") { () throws(NumberError) in try x.modulo(y) })
        }
        let quotient = Number(try a.divided(by: b, context, parameter: "b").floor(context))
        return try a.subtracting(try b.multiplied(by: quotient, context), context)
    }

    static let square = function(
        "square", .arithmetic, "Multiplies a number by itself.", x: "the number to square",
        traits: .init(quantity: .unary { x, context throws(Fault) in try x.power(2, context) }),
        examples: ["square(1.5)": "9/4"]
    ) { x, context throws(Fault) in try x.multiplied(by: x, context) }

    static let cube = function(
        "cube", .arithmetic, "Raises a number to the third power.", x: "the number to cube",
        traits: .init(quantity: .unary { x, context throws(Fault) in try x.power(3, context) }),
        examples: ["cube(-3)": "-27"]
    ) { x, context throws(Fault) in try x.multiplied(by: x.multiplied(by: x, context), context) }

    static let abs = function(
        "abs", .arithmetic, "Absolute value: the number without its sign.", x: "any number",
        traits: .init(
            quantity: .unary { x, context throws(Fault) in .quantity(try x.magnitude(context)) },
            latex: .form(of: 1) { x, _ in "\\left|\(x(0))\\right|" }),
        examples: ["abs(-7/2)": "7/2", "abs(3 + 4i)": "5"]
    ) { x, context throws(Fault) in try x.magnitude(context) }

    static let sign = function(
        "sign", .arithmetic, "Sign of a number: -1, 0 or 1; of a complex number the number over its absolute value.",
        x: "any number", traits: .init(quantity: .unary { x, context throws(Fault) in .integer(try x.sign(context)) }),
        examples: ["sign(-0.3)": "-1", "sign(3 + 4i)": "3/5 + 4/5*i"]
    ) { x, context throws(Fault) in
        if try x.isReal(context) { return Number(try x.sign(context)) }
        return try x.divided(by: x.magnitude(context), context)
    }

    static let negate = function(
        "negate", .arithmetic, "Changes the sign of a number.", x: "any number",
        traits: .init(quantity: .unary { x, _ in .quantity(x.negated) }), examples: ["negate(2)": "-2"]
    ) { x, _ in x.negated }

    static let unaryMinus = function(
        "unaryMinus", .arithmetic, "Changes the sign of a number, as a minus before it does.", x: "any number",
        examples: ["unaryMinus(3/4)": "-3/4"]
    ) { x, _ in x.negated }

    static let unaryPlus = MathOperation(
        "unaryPlus", .arithmetic, "The number that a value stands for, as a plus before it does.",
        [.any("x", "a number, a text such as \"0.1\", true or false")],
        examples: ["unaryPlus(3/4)": "3/4", "unaryPlus(\"2\")": "2"]
    ) { arguments, _ throws(Fault) in
        try Broadcasting.map(try arguments.value(0)) { x throws(Fault) in .number(try Conversion.number(x)) }
    }

    static let reciprocal = function(
        "reciprocal", .arithmetic, "One divided by the number.", x: "any number but 0",
        traits: .init(quantity: .unary { x, context throws(Fault) in .quantity(try x.reciprocal(context)) }),
        examples: ["reciprocal(8)": "1/8"]
    ) { x, context throws(Fault) in try Number(1).divided(by: x, context, parameter: "x") }

    static let compare = MathOperation(
        "compare", .arithmetic,
        "Compares two numbers: -1 when a is less than b, 0 when they are equal, 1 when it is greater.",
        [.real("a", "the first number"), .real("b", "the second number")],
        examples: ["compare(0.3, 3/10)": "0", "compare(2, 3)": "-1"]
    ) { arguments, context throws(Fault) in
        .integer(try arguments.number(0).compare(try arguments.number(1), context))
    }
}
