/// What an account may do.
public enum Role: String, Sendable, CaseIterable {
    case user
    case admin
}
