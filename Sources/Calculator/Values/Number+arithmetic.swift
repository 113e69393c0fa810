import Numbers

extension Number {
    /// The sum.
    func adding(_ other: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if case .rational(let a) = self, case .rational(let b) = other { return .rational(try (a + b).checked()) }
        return try combined(with: other, context, { $0.adding($1) }, { $0.adding($1, bits: $2) })
    }

    /// The difference.
    func subtracting(_ other: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if case .rational(let a) = self, case .rational(let b) = other { return .rational(try (a - b).checked()) }
        return try combined(with: other, context, { $0.subtracting($1) }, { $0.subtracting($1, bits: $2) })
    }

    /// The product.
    func multiplied(by other: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        if case .rational(let a) = self, case .rational(let b) = other {
            try Rational.checkProduct(a, b)
            return .rational(a * b)
        }
        if asRational?.isZero == true || other.asRational?.isZero == true { return .rational(0) }
        return try combined(with: other, context, { $0.multiplied(by: $1) }, { $0.multiplied(by: $1, bits: $2) })
    }

    /// The quotient.
    /// - Throws: `division_by_zero`, naming the parameter.
    func divided(
        by other: Number, _ context: EvaluationContext, parameter: String? = nil
    ) throws(Fault) -> Number {
        if case .rational(let b) = other {
            let inverse = try Fault.of(parameter) { () throws(NumberError) in try b.reciprocal() }
            if case .rational(let a) = self {
                try Rational.checkProduct(a, inverse)
                return .rational(a * inverse)
            }
        }
        if try other.isZero(context) { throw Fault(.divisionByZero, parameter: parameter, "Division by zero") }
        if asRational?.isZero == true { return .rational(0) }
        return try combined(with: other, context, { $0.divided(by: $1) }, { $0.divided(by: $1, bits: $2) })
    }

    /// The number with the other sign.
    var negated: Number {
        switch self {
        case .rational(let value): .rational(-value)
        case .closed(let form): .closed(form.negated)
        case .ball(let ball): .ball(-ball)
        }
    }

    private func combined(
        with other: Number, _ context: EvaluationContext, _ closed: (ClosedForm, ClosedForm) -> ClosedForm?,
        _ ball: (ComplexBall, ComplexBall, Int) -> ComplexBall
    ) throws(Fault) -> Number {
        if let a = closedForm(context), let b = other.closedForm(context), let result = closed(a, b) {
            // Of two real numbers a real one: where Calcium does not see it, the balls do.
            let isEvident = a.isReal != true || b.isReal != true || result.isReal != nil
            if isEvident { return Number(result) }
        }
        let result = ball(self.ball(context), other.ball(context), context.bits)
        guard result.isFinite else { throw .needsPrecision }
        return .ball(result)
    }
}

extension Rational {
    /// - Throws: `too_large` when the number is longer than anything that could be answered.
    func checked() throws(Fault) -> Rational {
        guard max(numerator.bitWidth, denominator.bitWidth) <= Limits.intermediateBits else {
            throw .resultTooLarge()
        }
        return self
    }

    fileprivate static func checkProduct(_ a: Rational, _ b: Rational) throws(Fault) {
        guard a.numerator.bitWidth + b.numerator.bitWidth <= Limits.intermediateBits,
            a.denominator.bitWidth + b.denominator.bitWidth <= Limits.intermediateBits
        else { throw .resultTooLarge() }
    }
}
