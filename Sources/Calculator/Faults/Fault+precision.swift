extension Fault {
    static let cannotCertify = Fault(
        .cannotCertify,
        "The last digit could not be proven within the limits: ask for one digit more or less, or another argument")

    /// A comparison that is open at this precision, and an error when it stays open.
    static let undecided = Fault(
        .undecided, "Whether these numbers are equal could not be decided: compare with a tolerance, abs(a - b) < 1e-50"
    )

    /// To be thrown by a function that could go on with more bits: the evaluation is repeated, and is an error at the
    /// limit.
    static let needsPrecision = cannotCertify

    /// Whether more bits may help.
    var asksForPrecision: Bool { !isFinal && (code == .cannotCertify || code == .undecided) }

    /// The result would pass `Limits.resultDigits`.
    static func resultTooLarge(_ parameter: String? = nil) -> Fault {
        Fault(
            .tooLarge, parameter: parameter,
            "The result would have more than \(Limits.resultDigits) digits: use smaller numbers")
    }

    static func resultTooSmall(_ parameter: String? = nil) -> Fault {
        Fault(
            .tooLarge, parameter: parameter,
            "The result would have over \(Limits.resultDigits) zeros before its first digit: use numbers nearer to 0")
    }
}
