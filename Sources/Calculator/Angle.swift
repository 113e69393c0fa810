import Numbers

/// A rational part of pi, for the arguments at which inverse functions have such a value.
///
/// By Niven's theorem the only rational sines and cosines of these are 0, ±1/2 and ±1, and the only rational tangents
/// (I. Niven, Irrational Numbers, corollary 3.12) are 0 and ±1.
struct Angle {
    /// The angle is `halfTurns` * pi / `over`.
    let halfTurns: Int
    /// In lowest terms with `halfTurns`, positive.
    let over: Int

    static func ofSine(_ sine: Rational) -> Angle? {
        guard let doubled = (sine + sine).asInteger?.asInt else { return nil }
        return switch doubled {
        case -2: Angle(halfTurns: -1, over: 2)
        case -1: Angle(halfTurns: -1, over: 6)
        case 0: Angle(halfTurns: 0, over: 1)
        case 1: Angle(halfTurns: 1, over: 6)
        case 2: Angle(halfTurns: 1, over: 2)
        default: nil
        }
    }

    static func ofCosine(_ cosine: Rational) -> Angle? {
        guard let doubled = (cosine + cosine).asInteger?.asInt else { return nil }
        return switch doubled {
        case -2: Angle(halfTurns: 1, over: 1)
        case -1: Angle(halfTurns: 2, over: 3)
        case 0: Angle(halfTurns: 1, over: 2)
        case 1: Angle(halfTurns: 1, over: 3)
        case 2: Angle(halfTurns: 0, over: 1)
        default: nil
        }
    }

    /// The angle of a point on an axis or a diagonal, from -pi (exclusive) to pi.
    static func ofPoint(x: Rational, y: Rational) -> Angle? {
        if y.isZero { return Angle(halfTurns: x.isNegative ? 1 : 0, over: 1) }
        if x.isZero { return Angle(halfTurns: y.sign, over: 2) }
        guard x.magnitude == y.magnitude else { return nil }
        return Angle(halfTurns: x.isNegative ? 3 * y.sign : y.sign, over: 4)
    }

    /// 0 exactly, anything else as a ball with its closed form: `pi`, `-pi/2`, `3*pi/4`.
    func number(bits: Int) -> RealNumber {
        if halfTurns == 0 { return .exact(0) }
        let part = (try? Rational(numerator: Integer(halfTurns), denominator: Integer(over))) ?? 0
        let ball = RealBall.pi(bits: bits).multiplied(by: RealBall(part, bits: bits), bits: bits)
        let sign = halfTurns < 0 ? "-" : ""
        let head = halfTurns.magnitude == 1 ? "" : "\(halfTurns.magnitude)*"
        return .ball(ball, closedForm: "\(sign)\(head)pi\(over == 1 ? "" : "/\(over)")")
    }
}
