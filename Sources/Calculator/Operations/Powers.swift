import Numbers

extension MathOperation {
    static let pow = MathOperation(
        "pow", .arithmetic, "Raises a to the power of b; the principal complex value of a negative a and a fraction b.",
        [.number("a", "the base"), .number("b", "the exponent, a whole number or a fraction")],
        cost: .quick(upToDigits: 3),
        examples: [
            "pow(2, 10)": "1024", "pow(8/27, -2/3)": "9/4", "pow(2, 0.5)": "sqrt(2)", "pow(-8, 1/3)": "1 + sqrt(3)*i",
        ]
    ) { arguments, context throws(Fault) in
        try Power.of(try arguments.rational(0), try arguments.rational(1), bits: context.bits)
    }

    static let sqrt = real(
        "sqrt", .exponential, "Square root; of a negative number the principal one, with a positive imaginary part.",
        x: "any number", examples: ["sqrt(16/9)": "4/3", "sqrt(2)": "sqrt(2)", "sqrt(-4)": "2i"]
    ) { x, bits in
        x.isNegative
            ? .complex(.exact(0), SquareRoot.of(-x, bits: bits)) : .number(SquareRoot.of(x, bits: bits))
    }

    static let cbrt = real(
        "cbrt", .exponential, "Real cube root.", x: "any number",
        examples: ["cbrt(-27)": "-3", "cbrt(2)": "1.2599210498948731648"]
    ) { x, bits throws(Fault) in .number(try Power.realRoot(of: x, degree: 3, bits: bits)) }

    static let nthRoot = MathOperation(
        "nthRoot", .exponential, "Real root of any degree: the number whose power of that degree is a.",
        [
            .number("a", "the number to take the root of, at least 0 when the degree is even"),
            .integer(
                "root", "the degree of the root", minimum: 1, maximum: 1_000_000, default: "2", above: .lessThanEqual),
        ],
        examples: ["nthRoot(64, 3)": "4", "nthRoot(9)": "3", "nthRoot(-32, 5)": "-2"]
    ) { arguments, context throws(Fault) in
        let (a, degree) = (try arguments.rational(0), try arguments.int(1))
        if a.isNegative, degree.isMultiple(of: 2) {
            throw Fault(
                .domain, parameter: "a",
                "A negative number has no real root of even degree: use pow for the complex one, or an odd degree")
        }
        if degree == 2 { return .number(SquareRoot.of(a, bits: context.bits)) }
        return .number(try Power.realRoot(of: a, degree: degree, bits: context.bits))
    }

    static let hypot = several(
        "hypot", .exponential, "Length of a vector: the square root of the sum of squares.", each: "component",
        examples: ["hypot(3, 4)": "5", "hypot([1, 2, 3])": "sqrt(14)"]
    ) { arguments, context throws(Fault) in
        let squares = try arguments.numbers().map { $0 * $0 }
        return .number(SquareRoot.of(try Folding.sum(squares, context), bits: context.bits))
    }
}
