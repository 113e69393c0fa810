internal import Text

/// Why an account action was refused, with the answer that the client gets.
public struct AccountError: Error, Sendable, Equatable {
    /// Stable and machine-readable.
    public let code: String
    /// The HTTP status.
    public let status: Int
    /// For the person who reads it.
    public let message: String
    /// Seconds after which it is worth trying again.
    public let retryAfter: Int?
    /// What is wrong with the input, where the status is 422; else empty.
    public let faults: [AccountFault]

    init(_ code: String, status: Int, _ message: String, retryAfter: Int? = nil, faults: [AccountFault] = []) {
        self.code = code
        self.status = status
        self.message = message
        self.retryAfter = retryAfter
        self.faults = faults
    }
}

/// One thing that is wrong with one field of the input.
public struct AccountFault: Sendable, Equatable {
    /// The field as the contract names it: `username`, `email`, `password`, `confirm_password`, `new_password` …
    public let field: String
    /// Stable and machine-readable: the `type` of the contract's list.
    public let code: String
    /// For the person who reads it; it never repeats a password.
    public let message: String
    /// What was given, at most 100 characters of it; never set for a password.
    public let input: String?

    init(field: String, code: String, message: String, input: String? = nil) {
        self.field = field
        self.code = code
        self.message = message
        self.input = input?.shown
    }
}

extension AccountError {
    /// Unknown name, wrong password and disabled account look the same from outside.
    public static let invalidCredentials = AccountError(
        "invalid_credentials", status: 401, "Incorrect username or password")
    /// Not a token of ours, or one whose session has ended.
    public static let tokenInvalid = AccountError("token_invalid", status: 401, "Invalid token")
    /// A token that was good once.
    public static let tokenExpired = AccountError("token_expired", status: 401, "Token expired")
    /// Somebody has the name, or had it.
    public static let usernameTaken = AccountError("username_taken", status: 400, "Username already exists")
    /// Another account has the address.
    public static let emailTaken = AccountError("email_taken", status: 400, "Email already registered")
    /// The proof that a change of one's own password needs failed.
    public static let wrongCurrentPassword = AccountError(
        "wrong_current_password", status: 400, "The current password is not right")
    /// Nobody has the name.
    public static let notFound = AccountError("user_not_found", status: 404, "User not found")
    /// A user asked for what only administrators may do to others.
    public static let notYourAccount = AccountError(
        "forbidden", status: 403, "Only an administrator may change somebody else's password")
    /// Nobody could administer the service after the change.
    public static let lastAdministrator = AccountError(
        "last_administrator", status: 409,
        "This is the last enabled administrator: make another account an administrator first")
    /// So many passwords are being checked that this one would have to wait too long.
    public static let overloaded = AccountError(
        "overloaded", status: 503, "Too many logins at the moment: try again in a second", retryAfter: 1)

    /// This address has failed too often for this name.
    public static func rateLimited(retryAfter seconds: Int) -> AccountError {
        AccountError(
            "rate_limited", status: 429, "Too many failed attempts: try again in \(seconds) s", retryAfter: seconds)
    }

    /// `faults` is not empty: its first code and message stand for the whole.
    static func validation(_ faults: [AccountFault]) -> AccountError {
        AccountError(
            faults.first?.code ?? "invalid", status: 422, faults.first?.message ?? "Invalid input", faults: faults)
    }
}

extension AccountError: CustomStringConvertible {
    /// One line for a log or a terminal.
    public var description: String {
        faults.isEmpty ? message : faults.map { "\($0.field): \($0.message)" }.joined(separator: "; ")
    }
}
