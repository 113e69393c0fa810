/// Who may make an account for themselves.
public enum RegistrationPolicy: Sendable, Equatable {
    /// Nobody: administrators make accounts.
    case closed
    /// Everybody, without a limit.
    case open
    /// Everybody, so many a minute from each address.
    case perMinute(Int)

    /// What may be given as a number.
    static let range = 1...1_000_000

    /// As a setting says it; nil for what is none.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "closed": self = .closed
        case "open": self = .open
        default:
            guard let number = Int(text), Self.range.contains(number) else { return nil }
            self = .perMinute(number)
        }
    }

    /// What the setting may be, in words.
    public static let choices =
        "closed, open, or how many a minute from each address (\(range.lowerBound) to \(range.upperBound))"
}
