/// A strictly monotone function from positive to positive numbers, and the search for the place where it has a given value.
public struct MonotoneFunction: Sendable {
    /// From a ball and a working precision to a ball.
    public typealias Function = @Sendable (RealBall, Int) -> RealBall

    let value: Function
    /// The derivative; only guides the search, so an estimate is enough.
    let slope: Function
    let isIncreasing: Bool

    /// The exponent of two that bounds how large or small a place is looked for: ten to the power of a million.
    private static let greatestExponent = 3_321_929

    /// A function with its derivative.
    public init(isIncreasing: Bool, value: @escaping Function, slope: @escaping Function) {
        self.value = value
        self.slope = slope
        self.isIncreasing = isIncreasing
    }

    /// A ball around the place where the function has this value, proven by its values on either side; nil when these
    /// bits do not suffice. Throws `tooLarge` when the place is beyond what a number may be.
    public func place(of target: RealBall, bits: Int) throws(NumberError) -> RealBall? {
        guard let exponent = try exponent(of: target, bits: bits) else { return nil }
        var bracket = Bracket(low: Self.power(exponent), high: Self.power(exponent + 1))
        var place = bracket.middle
        var precision = 64
        approach(&place, &bracket, target, bits: precision)
        while precision < bits {
            precision = Swift.min(2 * precision - 16, bits)
            place = improved(place, target, bits: precision)
        }
        return enclosure(around: improved(place, target, bits: bits), target, bits: bits)
    }

    /// Whether the function is still below its target there, in the direction of growth; nil when that is not known.
    private func isBefore(_ target: RealBall, _ place: RealBall, bits: Int) -> Bool? {
        let value = value(place, bits)
        guard value.isFinite else { return nil }
        return isIncreasing ? value.isLess(than: target) : target.isLess(than: value)
    }

    /// The k for which the place is between 2^k and 2^(k + 1), or nearly so.
    private func exponent(of target: RealBall, bits: Int) throws(NumberError) -> Int? {
        func isBefore(_ exponent: Int) -> Bool? { self.isBefore(target, Self.power(exponent), bits: 64) }
        guard let isAbove = isBefore(0) else { return self.isBefore(target, Self.power(0), bits: bits) == nil ? -1 : 0 }
        var near = 0
        var step = isAbove ? 1 : -1
        while let before = isBefore(near + step), before == isAbove {
            near += step
            step *= 2
            if near.magnitude > Self.greatestExponent.magnitude { throw NumberLimits.resultTooLarge }
        }
        var (low, high) = isAbove ? (near, near + step) : (near + step, near)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if isBefore(middle) ?? true { low = middle } else { high = middle }
        }
        return low
    }

    private static func power(_ exponent: Int) -> RealBall { RealBall(1).scaled(byPowerOfTwo: exponent) }
}

/// Two exact numbers with the place between them.
private struct Bracket {
    var low: RealBall
    var high: RealBall

    var middle: RealBall { low.adding(high, bits: 96).scaled(byPowerOfTwo: -1).midpoint(bits: 96) }

    func contains(_ place: RealBall) -> Bool {
        place.isFinite && low.isLess(than: place) == true && place.isLess(than: high) == true
    }
}

extension MonotoneFunction {
    /// Newton's method kept inside the bracket, which is halved wherever Newton would leave it.
    private func approach(_ place: inout RealBall, _ bracket: inout Bracket, _ target: RealBall, bits: Int) {
        for _ in 0..<200 {
            switch isBefore(target, place, bits: bits) {
            case true?: bracket.low = place
            case false?: bracket.high = place
            case nil: return
            }
            let next = improved(place, target, bits: bits)
            let isInside = bracket.contains(next)
            let step = next.subtracting(place, bits: bits).magnitude
            place = isInside ? next : bracket.middle
            if isInside, step.isLess(than: place.scaled(byPowerOfTwo: -40)) == true { return }
        }
    }

    /// One step of Newton's method for the logarithm of the function, which tails are nearly straight in.
    private func improved(_ place: RealBall, _ target: RealBall, bits: Int) -> RealBall {
        let bits = bits + 16
        let value = value(place, bits)
        let ratio = target.subtracting(value, bits: bits).divided(by: value, bits: bits)
        let step = ratio.logarithmOfOnePlus(bits: bits).multiplied(by: value, bits: bits)
            .divided(by: slope(place, bits), bits: bits)
        let next = place.adding(step, bits: bits).midpoint(bits: bits)
        return next.isFinite ? next : place
    }

    /// The smallest of a few balls around the place at whose ends the function is known to be on either side.
    private func enclosure(around place: RealBall, _ target: RealBall, bits: Int) -> RealBall? {
        let working = bits + 32
        let missing = target.subtracting(value(place, working), bits: working).magnitude
        var radius = missing.divided(by: slope(place, working).magnitude, bits: 32)
            .upperBound.scaled(byPowerOfTwo: 2)
        if radius.isZero { radius = place.scaled(byPowerOfTwo: -bits) }
        for _ in 0..<6 {
            guard radius.isFinite else { return nil }
            let (low, high) = (place.subtracting(radius, bits: working), place.adding(radius, bits: working))
            if low.isPositive == true, isBefore(target, low, bits: working) == true,
                isBefore(target, high, bits: working) == false
            {
                return place.widened(by: radius)
            }
            radius = radius.scaled(byPowerOfTwo: 4)
        }
        return nil
    }
}
