import Numbers

extension Number {
    /// Whether the number is 0.
    /// - Throws: `undecided` when that is not known at this precision.
    func isZero(_ context: EvaluationContext) throws(Fault) -> Bool {
        switch self {
        case .rational(let value): return value.isZero
        case .closed(let form):
            if !form.ball(bits: Self.glanceBits).containsZero { return false }
            if let isZero = form.isZero { return isZero }
            if !form.ball(bits: context.bits).containsZero { return false }
            throw .undecided
        case .ball(let ball):
            if !ball.containsZero { return false }
            if ball.real.isZero, ball.imaginary.isZero { return true }
            throw .undecided
        }
    }

    /// Whether both are the same number.
    /// - Throws: `undecided` when that is not known at this precision.
    func equals(_ other: Number, _ context: EvaluationContext) throws(Fault) -> Bool {
        if case .rational(let a) = self, case .rational(let b) = other { return a == b }
        return try subtracting(other, context).isZero(context)
    }

    /// Whether the number, which has to be real, is the smaller one.
    /// - Throws: `domain` for a complex number; `undecided` when the order is not known at this precision.
    func isLess(than other: Number, _ context: EvaluationContext) throws(Fault) -> Bool {
        try compare(other, context) < 0
    }

    /// -1 when the number is less than the other one, 0 when they are equal, 1 when it is greater.
    /// - Throws: as `isLess`.
    func compare(_ other: Number, _ context: EvaluationContext) throws(Fault) -> Int {
        if case .rational(let a) = self, case .rational(let b) = other { return a < b ? -1 : a == b ? 0 : 1 }
        guard try isReal(context), try other.isReal(context) else {
            throw Fault(.domain, "Complex numbers have no order: compare their real parts, or use == and abs")
        }
        return try subtracting(other, context).sign(context)
    }

    /// -1, 0 or 1 for a real number.
    /// - Throws: `undecided` when the sign is not known at this precision.
    func sign(_ context: EvaluationContext) throws(Fault) -> Int {
        if case .rational(let value) = self { return value.sign }
        if try isZero(context) { return 0 }
        let ball = ball(context).real
        if ball.isPositive == true { return 1 }
        if ball.isNegative == true { return -1 }
        throw .undecided
    }

    /// Enough to tell most different numbers apart.
    private static let glanceBits = 64
}

extension ComplexBall {
    /// Whether 0 is in both balls.
    var containsZero: Bool { real.containsZero && imaginary.containsZero }
}
