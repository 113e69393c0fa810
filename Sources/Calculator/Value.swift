import Numbers

/// What calculations work on: exact for as long as it can be, a ball with a proven error bound otherwise.
enum Value: Sendable {
    /// A real number.
    case number(RealNumber)
    /// A number whose imaginary part is not zero: real part, imaginary part.
    case complex(RealNumber, RealNumber)
    /// A truth value.
    case boolean(Bool)
    /// A word.
    case string(String)
    /// Values in order.
    case list([Value])
}

/// A real number, exactly or as a ball.
enum RealNumber: Sendable {
    /// Exactly this.
    case exact(Rational)
    /// Within this ball, and known not to be a rational number whose digits could end in a tie. `closedForm` is the
    /// exact value as text of the expression language, where one is known.
    case ball(RealBall, closedForm: String? = nil)
}

extension Value {
    static func rational(_ value: Rational) -> Value { .number(.exact(value)) }
    static func integer(_ value: Integer) -> Value { .number(.exact(Rational(value))) }
    static func ball(_ value: RealBall, closedForm: String? = nil) -> Value {
        .number(.ball(value, closedForm: closedForm))
    }
}
