import Numbers

extension MathOperation {
    static let hypergeom = MathOperation(
        "hypergeom", .special, "The generalized hypergeometric function pFq of the upper and lower parameters a and b.",
        [
            .list("a", "the upper parameters", count: 0...8), .list("b", "the lower parameters", count: 0...8),
            .number(
                "x",
                "the argument; below 1 in absolute value when there are three upper parameters or more and one lower less"
            ),
        ], cost: .quick(upToDigits: 0),
        examples: [
            "hypergeom([1, 1], [2], 1/2)": "1.3862943611198906188", "hypergeom([-3, 1], [2], 2)": "0",
            "hypergeom([1], [2], 1)": "1.7182818284590452354",
        ]
    ) { arguments, context throws(Fault) in
        var series = HypergeometricSeries(upper: try arguments.numbers(0), lower: try arguments.numbers(1))
        series.cancel()
        return .number(try series.value(try arguments.number(2), context))
    }
}

/// The series of the products of (a)_k/(b)_k times x^k/k!.
private struct HypergeometricSeries {
    /// Terms of a polynomial that is evaluated exactly.
    private static let greatestDegree = 200
    private static let greatestSize = 4_000
    /// Bits at which Gauss' function takes up to two seconds where no series is near (measured).
    private static let greatestBits = 12_000

    var upper: [Number]
    var lower: [Number]

    /// A parameter that is both an upper and a lower one changes nothing.
    mutating func cancel() {
        for parameter in upper.compactMap(\.asRational) where (parameter.asInteger?.sign ?? 1) > 0 {
            guard let above = upper.firstIndex(where: { $0.asRational == parameter }),
                let below = lower.firstIndex(where: { $0.asRational == parameter })
            else { continue }
            upper.remove(at: above)
            lower.remove(at: below)
        }
    }

    /// The degree of the polynomial that the series is; nil when it does not end.
    private var degree: Integer? {
        upper.compactMap { $0.asInteger }.filter { $0 <= 0 }.map { -$0 }.min()
    }

    func value(_ x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        try checkLower()
        if x.asRational == 0 || degree == 0 { return Number(1) }
        if let value = try polynomial(x, context) { return value }
        if upper.isEmpty, lower.isEmpty { return try x.exponential(context) }
        if upper.count == 1, lower.isEmpty {
            return try Power.of(try Number(1).subtracting(x, context), upper[0].negated, context)
        }
        if degree == nil { try checkConvergence(x, context) }
        if upper.count > lower.count { try SpecialValue.checkBits(context, upTo: Self.greatestBits) }
        var balls: [[ComplexBall]] = []
        for (parameters, name) in [(upper, "a"), (lower, "b")] {
            var list: [ComplexBall] = []
            for parameter in parameters {
                list.append(try SpecialValue.order(parameter, upTo: 3, parameter: name, context))
            }
            balls.append(list)
        }
        let argument = try SpecialValue.ball(x, upTo: upper.count > lower.count ? 100 : 6, parameter: "x", context)
        return try SpecialValue.number(argument.hypergeometric(balls[0], balls[1], bits: context.bits))
    }

    /// A lower parameter 0, -1, … divides by zero unless the series ends before.
    private func checkLower() throws(Fault) {
        for pole in lower.compactMap({ $0.asInteger }) where pole <= 0 {
            if let degree, degree <= -pole { continue }
            throw SpecialValue.pole("b", "lower parameters other than 0, -1, -2, …")
        }
    }

    /// The sum of the terms, when there are few of them and all is exact.
    private func polynomial(_ x: Number, _ context: EvaluationContext) throws(Fault) -> Number? {
        guard let degree = degree?.asInt, degree <= Self.greatestDegree else { return nil }
        let all = (upper + lower + [x]).map(\.asRational)
        let size = all.reduce(0) { $0 + ($1?.bitSize ?? Self.greatestSize) }
        guard size < Self.greatestSize else { return nil }
        var (sum, term) = (Number(1), Number(1))
        for k in 0..<degree {
            for parameter in upper {
                term = try term.multiplied(by: parameter.adding(Number(k), context), context)
            }
            for parameter in lower {
                term = try term.divided(by: parameter.adding(Number(k), context), context)
            }
            term = try term.multiplied(by: x, context).divided(by: Number(k + 1), context)
            sum = try sum.adding(term, context)
        }
        return sum
    }

    private func checkConvergence(_ x: Number, _ context: EvaluationContext) throws(Fault) {
        if upper.count > lower.count + 1 {
            throw Fault(
                .domain, parameter: "a", "The series diverges: give at most one more upper parameter than lower ones")
        }
        guard upper.count == lower.count + 1 else { return }
        if upper.count == 2 {
            guard x.asRational == 1 else { return }
            // Gauss' theorem needs c - a - b in the right half plane (DLMF 15.4.20).
            let excess = try lower[0].subtracting(upper[0], context).subtracting(upper[1], context)
            if try excess.real(context).sign(context) <= 0 { throw SpecialValue.pole("x", "a number other than 1") }
            return
        }
        if x.ball(context).magnitude(bits: 64).isLess(than: 1) != true {
            throw Fault(
                .domain, parameter: "x",
                "With three upper parameters or more the series is summed only for x below 1 in absolute value")
        }
    }
}
