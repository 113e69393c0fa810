import Numbers

extension MathOperation {
    static let pow = MathOperation(
        "pow", .arithmetic, "Raises a to the power of b; the principal complex value of a negative a and a fraction b.",
        [.number("a", "the base"), .number("b", "the exponent")],
        cost: .quick(upToDigits: 3),
        traits: .init(
            quantity: .binary(.power),
            latex: .form(of: 2, precedence: .power) { x, wrapped in "\(wrapped(0))^{\(x(1))}" }, synonyms: ["power"]),
        examples: [
            "pow(2, 10)": "1024", "pow(8/27, -2/3)": "9/4", "pow(2, 0.5)": "sqrt(2)", "pow(-8, 1/3)": "1 + sqrt(3)*i",
        ]
    ) { arguments, context throws(Fault) in
        .number(try Power.of(try arguments.number(0), try arguments.number(1), context))
    }

    static let sqrt = function(
        "sqrt", .exponential, "Square root; of a negative number the principal one, with a positive imaginary part.",
        x: "any number",
        traits: .init(
            quantity: .unary { x, context throws(Fault) in try x.power(.constant("1/2"), context) },
            latex: .form(of: 1) { x, _ in "\\sqrt{\(x(0))}" }),
        examples: ["sqrt(16/9)": "4/3", "sqrt(2)": "sqrt(2)", "sqrt(-4)": "2i"]
    ) { x, context throws(Fault) in try x.squareRoot(context) }

    static let cbrt = MathOperation(
        "cbrt", .exponential, "Real cube root.", [.real("x", "any real number")],
        traits: .init(
            quantity: .unary { x, context throws(Fault) in try x.power(.constant("1/3"), context) },
            latex: .form(of: 1) { x, _ in "\\sqrt[3]{\(x(0))}" }),
        examples: ["cbrt(-27)": "-3", "cbrt(2)": "2^(1/3)"]
    ) { arguments, context throws(Fault) in
        .number(try Power.realRoot(of: try arguments.number(0), degree: 3, context))
    }

    static let nthRoot = MathOperation(
        "nthRoot", .exponential, "Real root of any degree: the number whose power of that degree is a.",
        [
            .real("a", "the number to take the root of, at least 0 when the degree is even"),
            .integer(
                "root", "the degree of the root", minimum: 1, maximum: 1_000_000, default: "2", above: .lessThanEqual),
        ],
        traits: .init(latex: .form(of: 2) { x, _ in "\\sqrt[\(x(1))]{\(x(0))}" }),
        examples: ["nthRoot(64, 3)": "4", "nthRoot(9)": "3", "nthRoot(-32, 5)": "-2"]
    ) { arguments, context throws(Fault) in
        .number(try Power.realRoot(of: try arguments.number(0), degree: try arguments.int(1), context))
    }

    static let hypot = several(
        "hypot", .exponential, "Length of a vector: the square root of the sum of squares.", each: "component",
        traits: .init(form: .folding(.flattened)), examples: ["hypot(3, 4)": "5", "hypot([1, 2, 3])": "sqrt(14)"]
    ) { arguments, context throws(Fault) in
        var squares: [Number] = []
        for component in try arguments.numbers() {
            let size = try component.magnitude(context)
            squares.append(try size.multiplied(by: size, context))
        }
        return .number(try Folding.sum(squares, context).squareRoot(context))
    }
}
