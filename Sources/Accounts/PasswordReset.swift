/// What is asked to change a password.
public struct PasswordReset: Sendable {
    /// Whose password.
    public let username: String
    /// What it is to be.
    public let newPassword: String
    /// When given, the same once more.
    public let confirmPassword: String?
    /// Asked of everybody but administrators.
    public let currentPassword: String?

    /// A request as it came; it is checked when it is carried out.
    public init(username: String, newPassword: String, confirmPassword: String? = nil, currentPassword: String? = nil) {
        self.username = username
        self.newPassword = newPassword
        self.confirmPassword = confirmPassword
        self.currentPassword = currentPassword
    }
}
