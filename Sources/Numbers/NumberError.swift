/// Why a calculation has no answer. The text is written for the person who asked.
public enum NumberError: Error, Sendable, Equatable {
    /// A divisor, a denominator or the base of a negative power is zero.
    case divisionByZero
    /// The function has no value there; the text says where it has one.
    case domain(String)
    /// The answer, or the way to it, is beyond `NumberLimits`; the text says which limit.
    case tooLarge(String)

    /// What went wrong and what to do about it.
    public var message: String {
        switch self {
        case .divisionByZero: "Division by zero"
        case .domain(let text), .tooLarge(let text): text
        }
    }
}
