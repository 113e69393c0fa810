import Numbers

extension MathOperation {
    static let ellipk = special(
        "ellipk", "The complete elliptic integral of the first kind, of the parameter m = k^2.",
        x: "the parameter m, not 1",
        upTo: 100_000, examples: ["ellipk(0)": "pi/2", "ellipk(1/2)": "1.8540746773013719184"],
        exact: { x, context throws(Fault) in
            if x.asRational == 1 { throw SpecialValue.pole("x", "a parameter other than 1") }
            return x.asRational == 0 ? try Number(.pi(in: context.calcium)).divided(by: Number(2), context) : nil
        }, ball: { $0.ellipticK(bits: $1) })

    static let ellipe = special(
        "ellipe", "The complete elliptic integral of the second kind, of the parameter m = k^2.", x: "the parameter m",
        upTo: 100_000, examples: ["ellipe(0)": "pi/2", "ellipe(1)": "1", "ellipe(1/2)": "1.3506438810476755025"],
        exact: { x, context throws(Fault) in
            if x.asRational == 1 { return Number(1) }
            return x.asRational == 0 ? try Number(.pi(in: context.calcium)).divided(by: Number(2), context) : nil
        }, ball: { $0.ellipticE(bits: $1) })

    static let agm = function(
        "agm", .special, "The arithmetic-geometric mean.", a: "any number", b: "any number",
        cost: .quick(upToDigits: 0),
        examples: ["agm(1, 1)": "1", "agm(1, 2)": "1.4567910310469068692"]
    ) { a, b, context throws(Fault) in
        if case .rational(let first) = a, case .rational(let second) = b {
            if first == second { return a }
            if first.isZero || second.isZero || (first + second).isZero { return Number(0) }
        }
        let left = try SpecialValue.ball(a, upTo: 100_000, parameter: "a", context)
        let right = try SpecialValue.ball(b, upTo: 100_000, parameter: "b", context)
        return try SpecialValue.number(left.arithmeticGeometricMean(right, bits: context.bits))
    }
}
