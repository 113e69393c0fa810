/// What is asked for a new account.
public struct Registration: Sendable {
    /// The name that is wanted.
    public let username: String
    /// May be left out.
    public let email: String?
    /// From 8 to 128 characters.
    public let password: String
    /// When given, the same password once more.
    public let confirmPassword: String?

    /// A request as it came; it is checked when it is carried out.
    public init(username: String, email: String? = nil, password: String, confirmPassword: String? = nil) {
        self.username = username
        self.email = email
        self.password = password
        self.confirmPassword = confirmPassword
    }

    /// The same in the form in which it is kept, or everything that is wrong with it.
    package func checked() throws(AccountError) -> Registration {
        let name = UsernameRules.normalized(username)
        // A form that is left empty sends an empty text for "none".
        let address = email.flatMap { $0.isEmpty ? nil : $0 }
        var faults = UsernameRules.faults(in: name)
        if let address {
            faults += EmailRules.faults(in: address)
        }
        faults += PasswordRules.faults(
            in: password, confirmation: confirmPassword, field: "password", confirmationField: "confirm_password",
            username: name, email: address)
        guard faults.isEmpty else { throw .validation(faults) }
        return Registration(username: name, email: address, password: password)
    }
}
