import Numbers

// Lindemann-Weierstrass: the hyperbolic functions of an algebraic number other than 0 are transcendental, and so are
// their inverses at algebraic numbers but where they are 0.
extension MathOperation {
    static let sinh = real(
        "sinh", .hyperbolic, "Hyperbolic sine.", x: "any number",
        examples: ["sinh(0)": "0", "sinh(1)": "1.1752011936438014569"]
    ) { x, bits throws(Fault) in
        if x.isZero { return .rational(0) }
        try Magnitude.check(exponentOfE: x, parameter: "x")
        return .ball(RealBall(x, bits: bits).hyperbolicSine(bits: bits))
    }

    static let cosh = real(
        "cosh", .hyperbolic, "Hyperbolic cosine.", x: "any number",
        examples: ["cosh(0)": "1", "cosh(1)": "1.5430806348152437785"]
    ) { x, bits throws(Fault) in
        if x.isZero { return .rational(1) }
        try Magnitude.check(exponentOfE: x, parameter: "x")
        return .ball(RealBall(x, bits: bits).hyperbolicCosine(bits: bits))
    }

    static let tanh = real(
        "tanh", .hyperbolic, "Hyperbolic tangent.", x: "any number",
        examples: ["tanh(0)": "0", "tanh(1)": "0.76159415595576488812"]
    ) { x, bits in x.isZero ? .rational(0) : .ball(RealBall(x, bits: bits).hyperbolicTangent(bits: bits)) }

    static let asinh = real(
        "asinh", .hyperbolic, "Inverse hyperbolic sine.", x: "any number",
        examples: ["asinh(0)": "0", "asinh(1)": "0.88137358701954302523"]
    ) { x, bits in x.isZero ? .rational(0) : .ball(RealBall(x, bits: bits).inverseHyperbolicSine(bits: bits)) }

    static let acosh = real(
        "acosh", .hyperbolic, "Inverse hyperbolic cosine; below 1 the principal complex value.", x: "any number",
        examples: [
            "acosh(1)": "0", "acosh(2)": "1.3169578969248167086", "acosh(0.5)": "pi/3*i",
            "acosh(-2)": "1.3169578969248167086 + 3.1415926535897932385i",
        ]
    ) { x, bits in
        // arccosh x = i arccos x for -1 <= x < 1, and for less arccosh |x| + pi i (DLMF 4.37(iv)).
        if let angle = Angle.ofCosine(x) {
            return x == 1 ? .rational(0) : .complex(.exact(0), angle.number(bits: bits))
        }
        let ball = RealBall(x, bits: bits)
        if x.magnitude < 1 { return .complex(.exact(0), .ball(ball.arccosine(bits: bits))) }
        if x > 1 { return .ball(ball.inverseHyperbolicCosine(bits: bits)) }
        return .complex(
            .ball((-ball).inverseHyperbolicCosine(bits: bits)), Angle(halfTurns: 1, over: 1).number(bits: bits))
    }

    static let atanh = real(
        "atanh", .hyperbolic, "Inverse hyperbolic tangent; beyond -1 and 1 the principal complex value.",
        x: "any number but -1 and 1",
        examples: [
            "atanh(0)": "0", "atanh(0.5)": "0.54930614433405484570",
            "atanh(2)": "0.54930614433405484570 - 1.5707963267948966192i",
        ]
    ) { x, bits throws(Fault) in
        if x.isZero { return .rational(0) }
        if x.magnitude == 1 {
            throw Fault(
                .domain, parameter: "x", "The value at \(x) would be infinite: give a number other than -1 and 1")
        }
        if x.magnitude < 1 { return .ball(RealBall(x, bits: bits).inverseHyperbolicTangent(bits: bits)) }
        // arctanh x = arctanh 1/x ± pi i/2: on the cuts the sign opposite to x, as mathjs.
        let inverse = try Rational.one.divided(by: x, parameter: "x")
        return .complex(
            .ball(RealBall(inverse, bits: bits).inverseHyperbolicTangent(bits: bits)),
            Angle(halfTurns: x.isNegative ? 1 : -1, over: 2).number(bits: bits))
    }
}
