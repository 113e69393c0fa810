import Numbers

/// Powers and roots of rational numbers: exact where the value is rational, balls where it is not.
enum Power {
    /// a^b, the principal value where it is complex.
    static func of(_ a: Rational, _ b: Rational, bits: Int) throws(Fault) -> Value {
        if a.isZero {
            if b.isNegative { throw Fault(.divisionByZero, parameter: "b", "Division by zero") }
            return .rational(b.isZero ? 1 : 0)
        }
        if let exponent = b.asInteger { return .number(try integerPower(a, exponent, bits: bits)) }
        if a.isNegative { return try complexPower(-a, b, bits: bits) }
        return .number(try positivePower(a, b, bits: bits))
    }

    /// The real root of a number; of a negative one only for an odd degree.
    ///
    /// A root of a rational number that is not rational itself is an algebraic irrational: no tie.
    static func realRoot(of number: Rational, degree: Int, bits: Int) throws(Fault) -> RealNumber {
        let exact = try Fault.of("a") { () throws(NumberError) in try number.exactRoot(UInt(degree)) }
        if let exact { return .exact(exact) }
        let root = RealBall(number.magnitude, bits: bits).root(UInt(degree), bits: bits)
        return .ball(number.isNegative ? -root : root)
    }

    /// a^n for a whole n and a other than 0: exact while it is short enough to be written out.
    private static func integerPower(_ a: Rational, _ exponent: Integer, bits: Int) throws(Fault) -> RealNumber {
        do throws(NumberError) {
            return .exact(try a.power(exponent))
        } catch {
            // A number near 1 can have a power of modest size that is a very long fraction. It has more than
            // `Limits.resultDigits` digits, so that at `Limits.precision` it cannot end in a tie.
            let power = try ball(a.magnitude, Rational(exponent), bits: bits)
            return .ball(a.isNegative && !exponent.isEven ? -power : power)
        }
    }

    /// a^b for a > 0 and b = p/q in lowest terms, q > 1: rational if and only if a is the q-th power of a rational.
    private static func positivePower(_ a: Rational, _ b: Rational, bits: Int) throws(Fault) -> RealNumber {
        if let root = exactRoot(of: a, b.denominator) { return try integerPower(root, b.numerator, bits: bits) }
        if b.denominator == 2, let power = try? a.power(b.numerator) { return SquareRoot.of(power, bits: bits) }
        return .ball(try ball(a, b, bits: bits))
    }

    /// (-a)^b = a^b (cos pi b + i sin pi b) for a > 0 and b = p/q, q > 1.
    ///
    /// When is a part rational and not 0? Then a^b, a rational over a cosine or sine of a rational part of pi, lies in
    /// the real part of a cyclotomic field, which is normal: its conjugates are real, and as roots of x^q = a^p they are
    /// ±a^b, so that a^2b is rational. Hence the square of the cosine is, too, which by Niven's theorem makes it 0, 1/4,
    /// 1/2, 3/4 or 1. In just these cases both parts are square roots of rationals; a part that is 0 is among them.
    private static func complexPower(_ a: Rational, _ b: Rational, bits: Int) throws(Fault) -> Value {
        let turns = (try? b.modulo(2)) ?? b
        if let cosineSquared = squaredCosine(turns), let root = exactRoot(of: a, (b + b).denominator),
            let square = try? root.power((b + b).numerator)
        {
            let real = SquareRoot.of(square * cosineSquared, bits: bits)
            let imaginary = SquareRoot.of(square * (1 - cosineSquared), bits: bits)
            // turns in 0..<2 are half circles: the cosine is negative between 1/2 and 3/2, the sine above 1.
            let isLeft = turns + turns > 1 && turns + turns < 3
            return .complex(isLeft ? real.negated : real, turns > 1 ? imaginary.negated : imaginary)
        }
        let modulus = try ball(a, b, bits: bits)
        if b.denominator == 2 {
            return .complex(.exact(0), .ball(turns > 1 ? -modulus : modulus))
        }
        let angle = RealBall(turns, bits: bits).multiplied(by: .pi(bits: bits), bits: bits)
        return .complex(
            .ball(modulus.multiplied(by: angle.cosine(bits: bits), bits: bits)),
            .ball(modulus.multiplied(by: angle.sine(bits: bits), bits: bits)))
    }

    /// cos^2(pi t) for 0 <= t < 2 where it is rational: 2 cos^2 = 1 + cos 2 pi t, and 2t has a denominator of 1, 2 or 3.
    private static func squaredCosine(_ turns: Rational) -> Rational? {
        let quarter = (try? Rational(numerator: 1, denominator: 4)) ?? 0
        switch turns.denominator.asInt {
        case 1: return 1
        case 2: return 0
        case 3: return quarter
        case 4: return quarter + quarter
        case 6: return 1 - quarter
        default: return nil
        }
    }

    /// The real root of a > 0 when it is rational. Only 1 has a root of a degree beyond its bits.
    private static func exactRoot(of a: Rational, _ degree: Integer) -> Rational? {
        if a == 1 { return 1 }
        guard let degree = degree.asInt, degree <= a.bitSize else { return nil }
        return try? a.exactRoot(UInt(degree))
    }

    /// a^b = exp(b ln a) as a ball, for a > 0: never by multiplying, since b may have any number of digits.
    /// - Throws: `too_large` when it has more than `Limits.resultDigits` digits before or after the point.
    private static func ball(_ a: Rational, _ b: Rational, bits: Int) throws(Fault) -> RealBall {
        // The exponential turns the absolute error of an exponent of at most 22 bits into a relative one.
        let bits = bits + 24
        let logarithm = RealBall(a, bits: bits).logarithm(bits: bits)
        let exponent = logarithm.multiplied(by: RealBall(b, bits: bits), bits: bits)
        try Magnitude.check(exponentOfE: exponent, parameter: "b")
        return exponent.exponential(bits: bits)
    }
}

extension RealNumber {
    /// The number with the other sign.
    var negated: RealNumber {
        switch self {
        case .exact(let number): .exact(-number)
        case .ball(let ball, let closedForm):
            .ball(-ball, closedForm: closedForm.map { $0.hasPrefix("-") ? String($0.dropFirst()) : "-" + $0 })
        }
    }
}
