import Numbers

/// Powers and roots: exact where the value has a short exact form, balls where it has not.
enum Power {
    /// a^b, the principal value exp(b log a) where it is complex; 0^0 is 1.
    static func of(_ a: Number, _ b: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if try a.isZero(context) { return try ofZero(b, context) }
        if case .rational(let base) = a {
            if case .rational(let exponent) = b { return try rational(base, exponent, context) }
            if base == 1 { return a }
        }
        if let exponent = b.asInteger { return try integer(a, exponent, context) }
        try checkSize(a, b, context)
        return try general(a, b, context)
    }

    /// The real root of a real number; of a negative one only for an odd degree.
    /// - Throws: `domain` for an even root of a negative number.
    static func realRoot(of number: Number, degree: Int, _ context: EvaluationContext) throws(Fault) -> Number {
        let sign = try number.sign(context)
        if sign < 0, degree.isMultiple(of: 2) {
            throw Fault(
                .domain, parameter: "a",
                "A negative number has no real root of even degree: use pow for the complex one, or an odd degree")
        }
        if degree == 1 || sign == 0 { return number }
        if case .rational(let value) = number {
            let exact = try Fault.of("a") { () throws(NumberError) in try value.exactRoot(UInt(degree)) }
            if let exact { return .rational(exact) }
        }
        let positive = sign < 0 ? number.negated : number
        let exponent = try Number(1).divided(by: Number(degree), context)
        let root: Number
        if let base = positive.closedForm(context), let power = exponent.closedForm(context),
            let form = degree == 2 ? base.squareRoot : base.power(power), form.isReal == true
        {
            root = Number(form)
        } else {
            root = Number(positive.ball(context).real.root(UInt(degree), bits: context.bits))
        }
        return sign < 0 ? root.negated : root
    }

    private static func ofZero(_ b: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        guard try b.isReal(context) else {
            throw Fault(.domain, parameter: "b", "0 has no power with a complex exponent: use a real one")
        }
        switch try b.sign(context) {
        case 0: return Number(1)
        case 1...: return Number(0)
        default: throw Fault(.divisionByZero, parameter: "b", "Division by zero")
        }
    }

    /// For a other than 0.
    private static func rational(
        _ a: Rational, _ b: Rational, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        if let exponent = b.asInteger {
            if let power = try? a.power(exponent) { return .rational(power) }
            return try long(a, exponent, context)
        }
        if !a.isNegative, let root = exactRoot(of: a, b.denominator) {
            return try rational(root, Rational(b.numerator), context)
        }
        try checkSize(.rational(a), .rational(b), context)
        // The square root of a power is shorter than a power of exponent 3/2.
        if b.denominator == 2, let power = try? a.power(b.numerator), !a.isNegative {
            return try Number.rational(power).squareRoot(context)
        }
        return try general(.rational(a), .rational(b), context)
    }

    /// A number near 1 can have a power of modest size that is a very long fraction. It has more than
    /// `Limits.resultDigits` digits, so that at `Limits.precision` it cannot end in a tie.
    private static func long(
        _ a: Rational, _ exponent: Integer, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        try checkSize(.rational(a.magnitude), Number(exponent), context)
        let power = realPower(RealBall(a.magnitude, bits: context.bits + 24), Rational(exponent), context)
        return Number(a.isNegative && !exponent.isEven ? -power : power)
    }

    private static func integer(
        _ a: Number, _ exponent: Integer, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        if case .closed(let form) = a, let n = exponent.asInt, n.magnitude <= 256,
            let power = form.power(ClosedForm(Rational(exponent), in: form.context))
        {
            return Number(power)
        }
        try checkSize(a, Number(exponent), context)
        let result = a.ball(context.adding(bits: 24)).power(exponent, bits: context.bits)
        guard result.isFinite else { throw .needsPrecision }
        return .ball(result)
    }

    private static func general(_ a: Number, _ b: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if let base = a.closedForm(context), let exponent = b.closedForm(context),
            let power = closed(base, exponent), power.isReal != nil
        {
            return Number(power)
        }
        // An exponent of at most 22 bits turns an absolute error into a relative one.
        let wide = context.adding(bits: 24)
        if try a.isReal(wide), try a.sign(wide) > 0, case .rational(let exponent) = b {
            return Number(realPower(a.ball(wide).real, exponent, context))
        }
        let result = a.ball(wide).power(b.ball(wide), bits: wide.bits)
        guard result.isFinite else { throw .needsPrecision }
        return .ball(try imaginaryPart(result, of: a, b, wide))
    }

    /// A power of e is an exponential, of which Calcium knows more than of powers.
    private static func closed(_ base: ClosedForm, _ exponent: ClosedForm) -> ClosedForm? {
        if base.asRational == nil, base.logarithm?.asRational == 1 { return exponent.exponential }
        let power = base.power(exponent)
        guard power?.isReal == nil, exponent.isReal == false,
            let product = base.logarithm?.multiplied(by: exponent), !product.isLarge
        else { return power }
        return product.exponential
    }

    /// A negative number to the power of a half is imaginary, which a ball does not show.
    private static func imaginaryPart(
        _ result: ComplexBall, of a: Number, _ b: Number, _ context: EvaluationContext
    ) throws(Fault) -> ComplexBall {
        guard b.asRational?.denominator == 2, try a.isReal(context) else { return result }
        return ComplexBall(RealBall(Integer.zero), result.imaginary)
    }

    /// a^b = exp(b log a) for a > 0: never by multiplying, since b may have any number of digits.
    private static func realPower(_ a: RealBall, _ b: Rational, _ context: EvaluationContext) -> RealBall {
        let bits = context.bits + 24
        let exponent = a.logarithm(bits: bits).multiplied(by: RealBall(b, bits: bits), bits: bits)
        return exponent.exponential(bits: bits)
    }

    /// The real root of a > 0 when it is rational. Only 1 has a root of a degree beyond its bits.
    private static func exactRoot(of a: Rational, _ degree: Integer) -> Rational? {
        if a == 1 { return 1 }
        guard let degree = degree.asInt, degree <= a.bitSize else { return nil }
        return try? a.exactRoot(UInt(degree))
    }

    /// - Throws: `too_large` when the power has more than `Limits.resultDigits` digits before or after the point.
    private static func checkSize(_ a: Number, _ b: Number, _ context: EvaluationContext) throws(Fault) {
        let few = context.with(bits: 64)
        let size = a.ball(few).magnitude(bits: 64)
        guard size.isPositive == true else { return }
        let exponent = ComplexBall(size.logarithm(bits: 64)).multiplied(by: b.ball(few), bits: 64).real
        try Magnitude.check(exponentOfE: exponent, parameter: "b")
    }
}
