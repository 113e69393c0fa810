internal import CFlint

/// What a ball tells about the double nearest its number.
public enum NearestDouble: Sendable, Equatable {
    /// The same for every number in the ball.
    case value(Double)
    /// Every number in the ball is too large for a finite double.
    case overflow
    /// Numbers in the ball have different ones.
    case undetermined
}

extension RealBall {
    /// The double nearest the number, ties to even, subnormal ones included, when the ball determines it.
    public var nearestDouble: NearestDouble {
        guard isFinite else { return .undetermined }
        // Rounding never changes the order of numbers, so that all between two ends that round alike do too.
        let (low, high) = withEnds(bits: significantBits + 64) { (arf_nearest_double($0), arf_nearest_double($1)) }
        if low != high { return .undetermined }
        return low.isFinite ? .value(low) : .overflow
    }

    /// Lends a lower and an upper bound, rounded outwards to this many bits.
    func withEnds<Result>(bits: Int, _ body: (UnsafePointer<arf_struct>, UnsafePointer<arf_struct>) -> Result) -> Result
    {
        var low = arf_struct()
        var high = arf_struct()
        arf_init(&low)
        arf_init(&high)
        defer {
            arf_clear(&low)
            arf_clear(&high)
        }
        withFlint {
            arb_get_lbound_arf(&low, $0, bits)
            arb_get_ubound_arf(&high, $0, bits)
        }
        return body(&low, &high)
    }
}
