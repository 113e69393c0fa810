import Numbers

/// What all special functions have in common: how large their arguments and values may be.
///
/// Arb's functions can't be interrupted, so each is given only arguments that are known to be quick.
enum SpecialValue {
    /// Exponent of two that bounds values: `Limits.resultDigits` digits before or after the point.
    private static let greatestExponent = Limits.resultBits

    /// Bits at which most functions take less than a second (measured).
    private static let greatestBits = 70_000

    private static let greatestOrderBits = 1_100

    /// Refuses a working precision at which the function would take too long.
    static func checkBits(_ context: EvaluationContext, upTo bits: Int = greatestBits) throws(Fault) {
        if context.bits > bits {
            throw Fault(
                .tooLarge,
                "The digits take more precision than there is time for: ask for fewer, or use a shorter argument")
        }
    }

    /// The argument as a ball, when it is at most 10^power in absolute value.
    /// - Throws: `too_large`, naming the parameter; `cannot_certify` when more bits are needed to know.
    static func ball(
        _ x: Number, upTo power: Int, parameter: String, _ context: EvaluationContext
    ) throws(Fault) -> ComplexBall {
        try checkBits(context)
        let ball = x.ball(context)
        let size = ball.magnitude(bits: 64)
        let limit = RealBall(10).power(Rational(power), bits: 64)
        if size.isGreater(than: limit) == true {
            throw Fault(.tooLarge, parameter: parameter, "Give a number of at most 1e\(power) in absolute value here")
        }
        guard size.upperBound.isLess(than: limit.scaled(byPowerOfTwo: 1)) == true else { throw .needsPrecision }
        return ball
    }

    /// An order, a degree or a parameter of a series as a ball: of few digits, because those near a whole number, where
    /// the functions are limits, would take as many more bits.
    /// - Throws: as `ball(_:upTo:parameter:_:)`.
    static func order(
        _ x: Number, upTo power: Int, parameter: String, _ context: EvaluationContext
    ) throws(Fault) -> ComplexBall {
        if let value = x.asRational, value.bitSize > greatestOrderBits {
            throw Fault(.tooLarge, parameter: parameter, "Give a number of fewer digits here, at most about 300")
        }
        return try ball(x, upTo: power, parameter: parameter, context)
    }

    /// The value as a number.
    /// - Throws: `too_large` when it is beyond `Limits.resultDigits`; `cannot_certify` when it is not even finite.
    static func number(_ ball: ComplexBall) throws(Fault) -> Number {
        guard ball.isFinite else { throw .needsPrecision }
        let greatest = RealBall(1).scaled(byPowerOfTwo: greatestExponent)
        let least = RealBall(1).scaled(byPowerOfTwo: -greatestExponent)
        for part in [ball.real, ball.imaginary] where !part.isZero {
            let size = part.magnitude
            if size.isGreater(than: greatest) == true { throw .resultTooLarge() }
            if size.upperBound.isLess(than: least) == true {
                throw Fault(
                    .tooLarge,
                    "The result, or a part of it, is nearer to 0 than 10^-\(Limits.resultDigits): use another argument")
            }
        }
        return .ball(ball)
    }

    /// The value as a real number.
    static func number(_ ball: RealBall) throws(Fault) -> Number { try number(ComplexBall(ball)) }

    /// What is thrown at a pole.
    static func pole(_ parameter: String, _ text: String) -> Fault {
        Fault(.domain, parameter: parameter, "The value there would be infinite: give \(text)")
    }
}

extension MathOperation {
    /// A special function of one number: exact where it is known to be, a ball elsewhere.
    ///
    /// - Parameters:
    ///   - power: arguments are at most 10^power in absolute value.
    ///   - exact: the exact value; nil where none is known. Throws `domain` at poles.
    static func special(
        _ name: String, _ summary: String, x: String, upTo power: Int, traits: Traits = Traits(),
        examples: KeyValuePairs<String, String>,
        exact: @escaping @Sendable (Number, EvaluationContext) throws(Fault) -> Number?,
        ball: @escaping @Sendable (ComplexBall, Int) -> ComplexBall
    ) -> MathOperation {
        function(name, .special, summary, x: x, cost: .quick(upToDigits: 0), traits: traits, examples: examples) {
            x, context throws(Fault) in
            if let value = try exact(x, context) { return value }
            let argument = try SpecialValue.ball(x, upTo: power, parameter: "x", context)
            return try SpecialValue.number(ball(argument, context.bits))
        }
    }
}
