import Numbers

extension Number {
    /// A function of one number: in Calcium where that has an exact value worth having, as a ball otherwise.
    ///
    /// - Parameters:
    ///   - isTranscendental: whether no fraction but 0 has a value with a short exact form. A single call with a fraction
    ///     then does without one, which only a program could make use of.
    ///   - closed: the exact function; nil where there is none.
    ///   - ball: the enclosure. Where that is not finite at this precision, more is asked for.
    func applying(
        _ context: EvaluationContext, isTranscendental: Bool = false, closed: ((ClosedForm) -> ClosedForm?)? = nil,
        ball: (ComplexBall, Int) -> ComplexBall
    ) throws(Fault) -> Number {
        let isPlain = isTranscendental && context.evaluator == nil && asRational?.isZero == false
        // An exact value is worth nothing when it is not even known whether it is real.
        if !isPlain, let closed, let form = closedForm(context), let result = closed(form), result.isReal != nil {
            return Number(result)
        }
        let result = ball(self.ball(context), context.bits)
        guard result.isFinite else { throw .needsPrecision }
        return .ball(result)
    }

    /// The square root with a real part that is not negative.
    func squareRoot(_ context: EvaluationContext) throws(Fault) -> Number {
        if case .rational(let value) = self, !value.isNegative, let root = try? value.exactRoot(2) {
            return .rational(root)
        }
        return try applying(context, closed: { $0.squareRoot }, ball: { $0.squareRoot(bits: $1) })
    }

    /// e to this power.
    /// - Throws: `too_large` when it would have too many digits.
    func exponential(_ context: EvaluationContext, parameter: String = "x") throws(Fault) -> Number {
        if case .rational(let value) = self {
            if value.isZero { return .rational(1) }
            try Magnitude.check(exponentOfE: value, parameter: parameter)
        }
        let ball = ball(context)
        try Magnitude.check(exponentOfE: ball.real, parameter: parameter)
        return try applying(
            context, closed: { $0.isLarge ? nil : $0.exponential }, ball: { $0.exponential(bits: $1) })
    }

    /// The natural logarithm, imaginary part in (-π, π].
    /// - Throws: `domain` for 0.
    func logarithm(_ context: EvaluationContext, parameter: String = "x") throws(Fault) -> Number {
        if try isZero(context) {
            throw Fault(.domain, parameter: parameter, "0 has no logarithm: give a number other than 0")
        }
        if asRational == 1 { return .rational(0) }
        return try applying(context, closed: { $0.logarithm }, ball: { $0.logarithm(bits: $1) })
    }

    /// The absolute value.
    func magnitude(_ context: EvaluationContext) throws(Fault) -> Number {
        if case .rational(let value) = self { return .rational(value.magnitude) }
        if case .ball(let ball) = self, ball.isReal { return Number(ball.real.magnitude) }
        return try applying(
            context, closed: { $0.magnitude }, ball: { ComplexBall($0.magnitude(bits: $1)) })
    }

    /// The number with the other imaginary part.
    func conjugate(_ context: EvaluationContext) throws(Fault) -> Number {
        if case .rational = self { return self }
        return try applying(context, closed: { $0.conjugate }, ball: { ball, _ in ball.conjugate })
    }

    /// The greatest integer that is not above the number, which has to be real.
    /// - Throws: `domain` for a complex number; `undecided` when this precision does not tell.
    func floor(_ context: EvaluationContext) throws(Fault) -> Integer {
        if case .rational(let value) = self { return value.floor }
        let ball = try realBall(context)
        if let floor = ball.floor { return floor }
        if case .closed(let form) = self, let floor = form.floor { return floor }
        throw .undecided
    }
}

extension ClosedForm {
    /// Whether the exponential of the number is too long to be represented exactly.
    var isLarge: Bool {
        let ball = ball(bits: 64)
        return ball.real.magnitude.isLess(than: 1_000_000) != true
            || ball.imaginary.magnitude.isLess(than: 1_000_000_000) != true
    }
}
