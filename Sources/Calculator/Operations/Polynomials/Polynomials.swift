import Numbers

extension MathOperation {
    static let polyroots = MathOperation(
        "polyroots", .polynomials,
        "Roots of a polynomial, each as often as its multiplicity, by real part, then by imaginary part.",
        [.polynomial("p", "the polynomial")],
        examples: [
            "polyroots(\"x^2 - 2\")": "[-sqrt(2), sqrt(2)]", "polyroots([1, -2, 1])": "[1, 1]",
            "polyroots(\"x^3 + x\")": "[-i, 0, i]",
        ]
    ) { arguments, context throws(Fault) in
        let polynomial = try PolynomialArgument(try arguments.value(0), parameter: "p", context).polynomial
        if polynomial.isZero {
            throw Fault(.domain, parameter: "p", "Every number is a root of the polynomial 0: give another one")
        }
        return .list(try RootFinder.roots(of: polynomial, context).map { .number($0) })
    }

    static let polynomialRoot = MathOperation(
        "polynomialRoot", .polynomials,
        "Roots of a polynomial of at most the third degree, given by its coefficients, the constant first.",
        [
            .number("constant", "the constant coefficient"), .number("linear", "the coefficient of x"),
            .number("quadratic", "the coefficient of x^2", default: "0"),
            .number("cubic", "the coefficient of x^3", default: "0"),
        ],
        examples: ["polynomialRoot(6, 3)": "[-2]", "polynomialRoot(6, -5, 1)": "[2, 3]"]
    ) { arguments, context throws(Fault) in
        var coefficients: [Value] = []
        for index in 0..<4 { coefficients.append(.number(try arguments.number(index))) }
        return try polyroots.function(Arguments(values: [.list(coefficients)]), context)
    }

    static let polyfactor = MathOperation(
        "polyfactor", .polynomials,
        "Factors of a polynomial over the fractions; of a list of coefficients as pairs [factor, exponent].",
        [.polynomial("p", "the polynomial, with fractions as coefficients")],
        examples: [
            "polyfactor(\"x^4 - 1\")": "\"(x - 1)*(x + 1)*(x^2 + 1)\"",
            "polyfactor(\"2x^3 - 4x^2 + 2x\")": "\"2*(x - 1)^2*x\"",
            "polyfactor([2, -4, 2])": "[[[2], 1], [[-1, 1], 2]]",
        ]
    ) { arguments, context throws(Fault) in
        let argument = try PolynomialArgument(try arguments.value(0), parameter: "p", context)
        let polynomial = try argument.rational(parameter: "p")
        if polynomial.isZero { throw Fault(.domain, parameter: "p", "0 has no factors: give another polynomial") }
        try PolynomialLimits.checkFactoring(polynomial)
        return FactorText.value(of: polynomial.irreducibleFactors, argument.variable)
    }

    static let polygcd = MathOperation(
        "polygcd", .polynomials, "Greatest common divisor of two polynomials, with 1 as its leading coefficient.",
        [
            .polynomial("a", "the first polynomial, with fractions as coefficients"),
            .polynomial("b", "the second polynomial, in the same variable"),
        ],
        examples: ["polygcd(\"x^2 - 1\", \"x^2 - 3x + 2\")": "\"x - 1\"", "polygcd([-1, 0, 1], [1, 2, 1])": "[1, 1]"]
    ) { arguments, context throws(Fault) in
        let pair = try PolynomialPair(arguments, context)
        try PolynomialLimits.checkResultant(pair.a, pair.b)
        return pair.value(of: RationalPolynomial.greatestCommonDivisor(pair.a, pair.b))
    }

    static let polyeval = MathOperation(
        "polyeval", .polynomials, "Value of a polynomial at a number.",
        [.polynomial("p", "the polynomial"), .number("x", "where")],
        examples: ["polyeval(\"x^3 - 2x + 1\", 1/2)": "1/8", "polyeval([1, 0, 1], 2)": "5"]
    ) { arguments, context throws(Fault) in
        let polynomial = try PolynomialArgument(try arguments.value(0), parameter: "p", context).polynomial
        return .number(try polynomial.value(at: try arguments.number(1), context))
    }

    static let expand = MathOperation(
        "expand", .polynomials, "Polynomial in any number of variables multiplied out, as text.",
        [.expression("p", "sums, products and whole powers of variables and numbers")],
        examples: [
            "expand(\"(x + 1)^3\")": "\"x^3 + 3x^2 + 3x + 1\"", "expand(\"(x - y)^2/2\")": "\"x^2/2 - x*y + y^2/2\"",
        ]
    ) { arguments, context throws(Fault) in
        let (node, given) = try PolynomialArgument.tree(try arguments.value(0))
        let variables = given ?? PolynomialReader.variables(in: node)
        let polynomial = try PolynomialReader(variables: variables, context: context).read(node)
        return .string(try PolynomialText.text(of: polynomial, variables, context), isExpression: true)
    }

    static let resultant = MathOperation(
        "resultant", .polynomials, "Resultant of two polynomials: 0 exactly when they have a root in common.",
        [
            .polynomial("a", "the first polynomial, with fractions as coefficients"),
            .polynomial("b", "the second polynomial, in the same variable"),
        ],
        examples: ["resultant(\"x^2 - 1\", \"x - 2\")": "3", "resultant([-1, 0, 1], [1, 1])": "0"]
    ) { arguments, context throws(Fault) in
        let pair = try PolynomialPair(arguments, context)
        try PolynomialLimits.checkResultant(pair.a, pair.b)
        return .rational(RationalPolynomial.resultant(pair.a, pair.b))
    }

    static let discriminant = MathOperation(
        "discriminant", .polynomials, "Discriminant of a polynomial: 0 exactly when a root is repeated.",
        [.polynomial("p", "the polynomial, with fractions as coefficients, of degree 1 at least")],
        examples: ["discriminant(\"x^2 - 3x + 1\")": "5", "discriminant([1, 2, 1])": "0"]
    ) { arguments, context throws(Fault) in
        let polynomial = try PolynomialArgument(try arguments.value(0), parameter: "p", context).rational(
            parameter: "p")
        guard polynomial.degree >= 1 else {
            throw Fault(.domain, parameter: "p", "A constant has no discriminant: give a polynomial with a variable")
        }
        try PolynomialLimits.checkResultant(polynomial, polynomial)
        return .rational(polynomial.discriminant)
    }
}

extension Parameter {
    /// A polynomial: text such as `x^2 - 2`, a function of one variable, or the list of its coefficients, the constant
    /// one first.
    static func polynomial(_ name: String, _ summary: String) -> Parameter {
        Parameter(
            name: name, type: .expression,
            summary: summary + ": text such as \"x^2 - 2\", or the list of its coefficients, constant first",
            minimum: nil, maximum: nil, maximumDigits: 0, count: 1...(PolynomialLimits.degree + 1), defaultValue: nil,
            isRequired: true, codeAboveMaximum: .tooLarge)
    }
}
