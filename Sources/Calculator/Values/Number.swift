import Numbers

/// A real or complex number: exact for as long as it can be, a ball with a proven error bound otherwise.
enum Number: Sendable {
    /// Exactly this fraction.
    case rational(Rational)
    /// Exactly this algebraic or elementary number, not known to be a fraction.
    case closed(ClosedForm)
    /// Within this ball of the working precision. The imaginary part is exactly 0 when the number is known to be real.
    case ball(ComplexBall)
}

extension Number {
    /// The simplest form of an exact number.
    init(_ form: ClosedForm) {
        if let value = form.asRational { self = .rational(value) } else { self = .closed(form) }
    }

    init(_ value: Integer) { self = .rational(Rational(value)) }
    init(_ value: Int) { self = .rational(Rational(value)) }
    init(_ ball: RealBall) { self = .ball(ComplexBall(ball)) }

    /// The fraction, when it is known to be one.
    var asRational: Rational? {
        if case .rational(let value) = self { value } else { nil }
    }

    /// The whole number, when it is known to be one.
    var asInteger: Integer? { asRational?.asInteger }

    /// Whether the number is known without an error.
    var isExact: Bool {
        if case .ball = self { false } else { true }
    }

    /// An enclosure of about the working precision.
    func ball(_ context: EvaluationContext) -> ComplexBall {
        switch self {
        case .rational(let value): ComplexBall(RealBall(value, bits: context.bits))
        case .closed(let form): form.ball(bits: context.bits)
        case .ball(let ball): ball
        }
    }

    /// The number in Calcium; nil for a ball, and for fractions so long that only their size counts.
    func closedForm(_ context: EvaluationContext) -> ClosedForm? {
        switch self {
        case .rational(let value): value.bitSize <= Limits.closedFormBits ? ClosedForm(value, in: context.calcium) : nil
        case .closed(let form): form
        case .ball: nil
        }
    }

    /// Whether the imaginary part is 0.
    /// - Throws: `undecided` when that is not known at this precision.
    func isReal(_ context: EvaluationContext) throws(Fault) -> Bool {
        switch self {
        case .rational: return true
        case .closed(let form):
            if let isReal = form.isReal { return isReal }
            if form.ball(bits: context.bits).imaginary.containsZero { throw .undecided }
            return false
        case .ball(let ball):
            if ball.isReal { return true }
            if ball.imaginary.containsZero { throw .undecided }
            return false
        }
    }

    /// The enclosure of a number that has to be real.
    /// - Throws: `domain` when it is complex.
    func realBall(_ context: EvaluationContext) throws(Fault) -> RealBall {
        guard try isReal(context) else { throw Fault(.domain, "Give a real number here, not a complex one") }
        return ball(context).real
    }

    /// The real part.
    func real(_ context: EvaluationContext) -> Number {
        switch self {
        case .rational: self
        case .closed(let form): Self.part(form.real) ?? Number(ball(context).real)
        case .ball(let ball): Number(ball.real)
        }
    }

    /// The imaginary part.
    func imaginary(_ context: EvaluationContext) -> Number {
        switch self {
        case .rational: .rational(0)
        case .closed(let form): Self.part(form.imaginary) ?? Number(ball(context).imaginary)
        case .ball(let ball): ball.isReal ? .rational(0) : Number(ball.imaginary)
        }
    }

    /// A part in closed form, when Calcium sees that it is real, as it has to be.
    private static func part(_ form: ClosedForm?) -> Number? {
        guard let form, form.isReal == true else { return nil }
        return Number(form)
    }
}
