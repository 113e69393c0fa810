import Numbers

// Lindemann-Weierstrass: the sine, cosine and tangent of an algebraic number other than 0 are transcendental, and so are
// their inverses at algebraic numbers but where they are 0.
extension MathOperation {
    static let sin = real(
        "sin", .trigonometry, "Sine of an angle.", x: "the angle in radians",
        examples: ["sin(0)": "0", "sin(1)": "0.84147098480789650665", "sin(1e22)": "-0.85220084976718880177"]
    ) { x, bits in x.isZero ? .rational(0) : .ball(RealBall(x, bits: bits).sine(bits: bits)) }

    static let cos = real(
        "cos", .trigonometry, "Cosine of an angle.", x: "the angle in radians",
        examples: ["cos(0)": "1", "cos(1)": "0.54030230586813971740"]
    ) { x, bits in x.isZero ? .rational(1) : .ball(RealBall(x, bits: bits).cosine(bits: bits)) }

    static let tan = real(
        "tan", .trigonometry, "Tangent of an angle.", x: "the angle in radians",
        examples: ["tan(0)": "0", "tan(1)": "1.5574077246549022305"]
    ) { x, bits in x.isZero ? .rational(0) : .ball(RealBall(x, bits: bits).tangent(bits: bits)) }

    static let asin = real(
        "asin", .trigonometry, "Inverse sine; beyond -1 and 1 the principal complex value.", x: "the sine",
        examples: [
            "asin(1)": "pi/2", "asin(0.5)": "pi/6", "asin(0.3)": "0.30469265401539750797",
            "asin(2)": "1.5707963267948966192 - 1.3169578969248167086i",
        ]
    ) { x, bits in
        if let angle = Angle.ofSine(x) { return .number(angle.number(bits: bits)) }
        if x.magnitude < 1 { return .ball(RealBall(x, bits: bits).arcsine(bits: bits)) }
        // arcsin x = -i ln((1 - x^2)^(1/2) + i x) (DLMF 4.23.19), on the cuts with the principal root, as mathjs.
        let height = RealBall(x.magnitude, bits: bits).inverseHyperbolicCosine(bits: bits)
        let quarter = Angle(halfTurns: x.isNegative ? -1 : 1, over: 2)
        return .complex(quarter.number(bits: bits), .ball(x.isNegative ? height : -height))
    }

    static let acos = real(
        "acos", .trigonometry, "Inverse cosine; beyond -1 and 1 the principal complex value.", x: "the cosine",
        examples: [
            "acos(1)": "0", "acos(-0.5)": "2*pi/3", "acos(0.3)": "1.2661036727794991113",
            "acos(2)": "1.3169578969248167086i",
        ]
    ) { x, bits in
        if let angle = Angle.ofCosine(x) { return .number(angle.number(bits: bits)) }
        if x.magnitude < 1 { return .ball(RealBall(x, bits: bits).arccosine(bits: bits)) }
        // arccos x = pi/2 - arcsin x.
        let height = RealBall(x.magnitude, bits: bits).inverseHyperbolicCosine(bits: bits)
        let half = Angle(halfTurns: x.isNegative ? 1 : 0, over: 1)
        return .complex(half.number(bits: bits), .ball(x.isNegative ? -height : height))
    }

    static let atan = real(
        "atan", .trigonometry, "Inverse tangent.", x: "the tangent",
        examples: ["atan(1)": "pi/4", "atan(0)": "0", "atan(2)": "1.1071487177940905030"]
    ) { x, bits in
        if let angle = Angle.ofPoint(x: 1, y: x) { return .number(angle.number(bits: bits)) }
        return .ball(RealBall(x, bits: bits).arctangent(bits: bits))
    }

    static let atan2 = MathOperation(
        "atan2", .trigonometry, "Angle of the point with the ordinate a and the abscissa b, from -pi to pi.",
        [.number("a", "the ordinate (y)"), .number("b", "the abscissa (x)")],
        examples: ["atan2(1, -1)": "3*pi/4", "atan2(0, -2)": "pi", "atan2(1, 2)": "0.46364760900080611621"]
    ) { arguments, context throws(Fault) in
        let (y, x, bits) = (try arguments.rational(0), try arguments.rational(1), context.bits)
        if x.isZero, y.isZero {
            throw Fault(.domain, parameter: "b", "The point 0, 0 has no angle: give a or b other than 0")
        }
        if let angle = Angle.ofPoint(x: x, y: y) { return .number(angle.number(bits: bits)) }
        return .ball(RealBall(y, bits: bits).arctangent2(RealBall(x, bits: bits), bits: bits))
    }
}
