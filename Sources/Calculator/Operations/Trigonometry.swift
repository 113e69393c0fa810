import Numbers

extension MathOperation {
    static let sin = function(
        "sin", .trigonometry, "Sine of an angle.", x: "the angle in radians",
        traits: .init(quantity: .angle, latex: .name("\\sin")),
        examples: ["sin(0)": "0", "sin(1)": "0.84147098480789650665", "sin(1e22)": "-0.85220084976718880177"]
    ) { x, context throws(Fault) in
        try x.applying(
            context, isTranscendental: true, closed: { $0.isWideAngle ? nil : $0.sine }, ball: { $0.sine(bits: $1) })
    }

    static let cos = function(
        "cos", .trigonometry, "Cosine of an angle.", x: "the angle in radians",
        traits: .init(quantity: .angle, latex: .name("\\cos")),
        examples: ["cos(0)": "1", "cos(1)": "0.54030230586813971740"]
    ) { x, context throws(Fault) in
        try x.applying(
            context, isTranscendental: true, closed: { $0.isWideAngle ? nil : $0.cosine }, ball: { $0.cosine(bits: $1) }
        )
    }

    static let tan = function(
        "tan", .trigonometry, "Tangent of an angle.", x: "the angle in radians, not an odd multiple of pi/2",
        traits: .init(quantity: .angle, latex: .name("\\tan")),
        examples: ["tan(0)": "0", "tan(1)": "1.5574077246549022305"]
    ) { x, context throws(Fault) in
        // Only what Calcium knows can be a pole: an odd multiple of pi/2.
        if case .closed(let form) = x, !form.isWideAngle, form.cosine?.isZero == true {
            throw Fault(.domain, parameter: "x", "The tangent has a pole there: give another angle")
        }
        return try x.applying(
            context, isTranscendental: true, closed: { $0.isWideAngle ? nil : $0.tangent },
            ball: { $0.tangent(bits: $1) })
    }

    static let asin = function(
        "asin", .trigonometry, "Inverse sine; beyond -1 and 1 the principal complex value.", x: "the sine",
        traits: .init(quantity: .angle, latex: .name("\\arcsin"), synonyms: ["arcsin"]),
        examples: [
            "asin(1)": "pi/2", "asin(0.5)": "pi/6", "asin(0.3)": "0.30469265401539750797",
            "asin(2)": "1.5707963267948966192 - 1.3169578969248167086i",
        ]
    ) { x, context throws(Fault) in
        try x.applying(
            context, isTranscendental: !x.isSpecialSine, closed: { $0.isSine ? $0.arcsine : nil },
            ball: { $0.arcsine(bits: $1) })
    }

    static let acos = function(
        "acos", .trigonometry, "Inverse cosine; beyond -1 and 1 the principal complex value.", x: "the cosine",
        traits: .init(quantity: .angle, latex: .name("\\arccos"), synonyms: ["arccos"]),
        examples: [
            "acos(1)": "0", "acos(-0.5)": "2*pi/3", "acos(0.3)": "1.2661036727794991113",
            "acos(2)": "1.3169578969248167086i",
        ]
    ) { x, context throws(Fault) in
        // arccos x = -i arccosh x beyond 1: a ball does not show that its real part is 0.
        if case .rational(let value) = x, value > 1 {
            let height = RealBall(value, bits: context.bits).inverseHyperbolicCosine(bits: context.bits)
            return .ball(ComplexBall(RealBall(Integer.zero), height))
        }
        return try x.applying(
            context, isTranscendental: !x.isSpecialSine, closed: { $0.isSine ? $0.arccosine : nil },
            ball: { $0.arccosine(bits: $1) })
    }

    static let atan = function(
        "atan", .trigonometry, "Inverse tangent; on the imaginary axis beyond i the principal complex value.",
        x: "the tangent, not i or -i",
        traits: .init(quantity: .angle, latex: .name("\\arctan"), synonyms: ["arctan"]),
        examples: ["atan(1)": "pi/4", "atan(0)": "0", "atan(2)": "1.1071487177940905030"]
    ) { x, context throws(Fault) in
        if case .closed(let form) = x, form.multiplied(by: form)?.asRational == -1 {
            throw Fault(
                .domain, parameter: "x", "The inverse tangent has a pole there: give a number other than i and -i")
        }
        if let height = try imaginaryHeight(x, context) {
            // arctan iy = i arctanh y between -i and i: a ball does not show that its real part is 0.
            let value = try atanh.number(of: height, context).realBall(context)
            return .ball(ComplexBall(RealBall(Integer.zero), value))
        }
        return try x.applying(
            context, isTranscendental: x.asRational?.magnitude != 1,
            closed: { $0.isReal == true ? $0.arctangent : nil }, ball: { $0.arctangent(bits: $1) })
    }

    /// The imaginary part of a number between -i and i on the imaginary axis; nil for any other.
    private static func imaginaryHeight(_ x: Number, _ context: EvaluationContext) throws(Fault) -> Number? {
        guard try !x.isReal(context), x.real(context).asRational?.isZero == true else { return nil }
        let height = x.imaginary(context)
        return try height.magnitude(context).isLess(than: Number(1), context) ? height : nil
    }

    static let atan2 = MathOperation(
        "atan2", .trigonometry, "Angle of the point with the ordinate a and the abscissa b, from -pi to pi.",
        [.real("a", "the ordinate (y)"), .real("b", "the abscissa (x)")],
        traits: .init(quantity: .angle),
        examples: ["atan2(1, -1)": "3*pi/4", "atan2(0, -2)": "pi", "atan2(1, 2)": "0.46364760900080611621"]
    ) { arguments, context throws(Fault) in
        let (y, x) = (try arguments.number(0), try arguments.number(1))
        let (isOnAxis, side) = (try y.isZero(context), try x.sign(context))
        if isOnAxis, side == 0 {
            throw Fault(.domain, parameter: "b", "The point 0, 0 has no angle: give a or b other than 0")
        }
        if isOnAxis { return side > 0 ? .integer(0) : .number(Number(.pi(in: context.calcium))) }
        if let angle = try exactAngle(y, x, side, context) { return .number(angle) }
        return .ball(
            try y.realBall(context).arctangent2(try x.realBall(context), bits: context.bits))
    }

    /// The angle as an inverse tangent, moved by pi on the left, when Calcium knows it.
    private static func exactAngle(
        _ y: Number, _ x: Number, _ side: Int, _ context: EvaluationContext
    ) throws(Fault) -> Number? {
        let pi = Number(.pi(in: context.calcium))
        let isBelow = try y.sign(context) < 0
        if side == 0 {
            let half = try pi.divided(by: Number(2), context)
            return isBelow ? half.negated : half
        }
        guard let form = try y.divided(by: x, context).closedForm(context), let angle = form.arctangent,
            angle.isReal == true
        else { return nil }
        if side > 0 { return Number(angle) }
        return try isBelow ? Number(angle).subtracting(pi, context) : Number(angle).adding(pi, context)
    }
}

extension ClosedForm {
    /// Whether the number is real and between -1 and 1.
    fileprivate var isSine: Bool {
        guard isReal == true else { return false }
        let ball = ball(bits: 64).real.magnitude
        if let isInside = ball.isLess(than: 1) { return isInside || ball.contains(1) && asRational?.magnitude == 1 }
        return true
    }

    /// Whether the angle is too large for an exact form of its functions to be useful.
    var isWideAngle: Bool { isLarge }
}

extension Number {
    /// Whether the number is ±1/2 or ±1: by Niven's theorem (Irrational Numbers, corollary 3.12) no other fraction but 0
    /// is the sine or cosine of a rational part of pi, and of tangents only ±1.
    fileprivate var isSpecialSine: Bool {
        guard let value = asRational else { return false }
        return (value + value).isInteger
    }
}
