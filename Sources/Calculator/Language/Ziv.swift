import Numbers

/// Evaluates until every digit asked for is proven.
///
/// Ziv's strategy (A. Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last bit, 1991):
/// evaluate with an error bound, and while the bound leaves a digit or a decision open, again with twice the bits.
enum Ziv {
    /// - Parameters:
    ///   - argumentBits: the size of the exact arguments, which may have to be told apart.
    ///   - attempt: one evaluation; nil, or a fault that asks for precision, when it needs more bits.
    /// - Throws: what `attempt` throws; `cannot_certify` or `undecided` when the limit does not suffice.
    static func repeated<Result>(
        precision: Int, argumentBits: @autoclosure () -> Int, deadline: ContinuousClock.Instant?,
        closedForms: ClosedForms = ClosedForms(),
        _ attempt: (EvaluationContext) throws(Fault) -> Result?
    ) throws(Fault) -> Result {
        var context = EvaluationContext(
            bits: firstBits(precision: precision), deadline: deadline, closedForms: closedForms,
            language: Evaluator.self)
        var limit = 0
        while true {
            var open = Fault.cannotCertify
            do throws(Fault) {
                if let result = try attempt(context) { return result }
            } catch {
                guard error.asksForPrecision else { throw error }
                open = error
            }
            if limit == 0 { limit = lastBits(precision: precision, argumentBits: argumentBits()) }
            guard context.bits < limit else { throw open }
            context.bits = min(2 * context.bits, limit)
            try context.checkDeadline()
        }
    }

    /// The digits asked for, at least those of a double, and a few bits for rounding errors.
    static func firstBits(precision: Int) -> Int { max(bits(digits: precision), 54) + 24 }

    /// Where an argument is as short as it can be and near a special point, the second term of a series decides the
    /// last digit: that takes two or three times the bits of the argument itself.
    private static func lastBits(precision: Int, argumentBits: Int) -> Int {
        4 * firstBits(precision: precision) + 3 * argumentBits + Limits.spareBits
    }

    /// The size of the exact numbers among the arguments.
    static func bits(of arguments: [BoundArgument]) -> Int {
        arguments.reduce(0) { sum, argument in
            switch argument {
            case .absent: sum
            case .value(let value): sum + bits(of: value)
            case .source(let node): sum + node.literalBits
            }
        }
    }

    private static func bits(of value: Value) -> Int {
        switch value {
        case .number(.rational(let number)): number.bitSize
        case .list(let elements): elements.reduce(0) { $0 + bits(of: $1) }
        default: 0
        }
    }

    /// Decimal digits in bits, rounded up: log2(10) < 3.3220.
    private static func bits(digits: Int) -> Int { (digits * 33_220 + 9_999) / 10_000 }
}
