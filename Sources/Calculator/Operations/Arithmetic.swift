import Numbers

extension MathOperation {
    static let add = several(
        "add", .arithmetic, "Adds two numbers, or all numbers of a list.", each: "number to add",
        examples: ["add(0.1, 0.2)": "3/10", "add([1, 2, 3])": "6"]
    ) { arguments, context throws(Fault) in
        .rational(try Folding.sum(try arguments.numbers(), context))
    }

    static let subtract = exact(
        "subtract", .arithmetic, "Subtracts the second number from the first.", a: "the number to subtract from",
        b: "the number to subtract", examples: ["subtract(1, 0.9)": "1/10"]
    ) { a, b in a - b }

    static let multiply = several(
        "multiply", .arithmetic, "Multiplies two numbers, or all numbers of a list.", each: "number to multiply",
        examples: ["multiply(2.5, 4)": "10", "multiply([2, 3, 1/6])": "1"]
    ) { arguments, context throws(Fault) in
        .rational(try Folding.product(try arguments.numbers(), context))
    }

    static let divide = exact(
        "divide", .arithmetic, "Divides the first number by the second.", a: "the dividend", b: "the divisor, not 0",
        examples: ["divide(1, 3)": "1/3", "divide(6, 3)": "2"]
    ) { a, b throws(Fault) in try a.divided(by: b, parameter: "b") }

    static let mod = exact(
        "mod", .arithmetic, "Remainder of a floored division, a - b * floor(a / b): it has the sign of b.",
        a: "the dividend", b: "the divisor, not 0",
        examples: ["mod(8, 3)": "2", "mod(-8, 3)": "1", "mod(5.5, 2)": "3/2"]
    ) { a, b throws(Fault) in try Fault.of("b") { () throws(NumberError) in try a.modulo(b) } }

    static let square = exact(
        "square", .arithmetic, "Multiplies a number by itself.", x: "the number to square",
        examples: ["square(1.5)": "9/4"]
    ) { x in x * x }

    static let cube = exact(
        "cube", .arithmetic, "Raises a number to the third power.", x: "the number to cube",
        examples: ["cube(-3)": "-27"]
    ) { x in x * x * x }

    static let abs = exact(
        "abs", .arithmetic, "Absolute value: the number without its sign.", x: "any number",
        examples: ["abs(-7/2)": "7/2"]
    ) { x in x.magnitude }

    static let sign = exact(
        "sign", .arithmetic, "Sign of a number: -1, 0 or 1.", x: "any number", examples: ["sign(-0.3)": "-1"]
    ) { x in Rational(x.sign) }

    static let negate = exact(
        "negate", .arithmetic, "Changes the sign of a number.", x: "any number", examples: ["negate(2)": "-2"]
    ) { x in -x }

    static let reciprocal = exact(
        "reciprocal", .arithmetic, "One divided by the number.", x: "any number but 0",
        examples: ["reciprocal(8)": "1/8"]
    ) { x throws(Fault) in try Rational.one.divided(by: x, parameter: "x") }

    static let compare = exact(
        "compare", .arithmetic,
        "Compares two numbers: -1 when a is less than b, 0 when they are equal, 1 when it is greater.",
        a: "the first number", b: "the second number", examples: ["compare(0.3, 3/10)": "0", "compare(2, 3)": "-1"]
    ) { a, b in Rational(a < b ? -1 : a == b ? 0 : 1) }
}
