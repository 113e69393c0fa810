import Numbers

extension MathOperation {
    static let nthRoots = MathOperation(
        "nthRoots", .complex, "All complex roots of a degree, the principal one first, then by growing angle.",
        [
            .number("x", "any number"),
            .integer("root", "the degree of the roots", minimum: 1, maximum: 100, default: "2", above: .lessThanEqual),
        ],
        cost: .quick(upToDigits: 0),
        examples: [
            "nthRoots(1, 4)": "[1, i, -1, -i]", "nthRoots(-8, 3)": "[1 + sqrt(3)*i, -2, 1 - sqrt(3)*i]",
            "nthRoots(0, 3)": "[0, 0, 0]",
        ]
    ) { arguments, context throws(Fault) in
        let (x, degree) = (try arguments.number(0), try arguments.int(1))
        let exponent = Number.rational(try Rational(degree).inverse(parameter: "root"))
        let principal = try x.isZero(context) ? Number(0) : try Power.of(x, exponent, context)
        let turn = try Number(2).multiplied(by: Number(.pi(in: context.calcium)), context)
            .multiplied(by: Number(.imaginaryUnit(in: context.calcium)), context)
        var roots: [Value] = []
        for step in 0..<degree {
            try context.checkDeadline()
            let part = Rational(step) * (try Rational(degree).inverse(parameter: "root"))
            let unit = try turn.multiplied(by: .rational(part), context).exponential(context)
            roots.append(.number(try principal.multiplied(by: unit, context)))
        }
        return .list(roots)
    }
}
