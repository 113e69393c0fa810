package import Accounts

/// What `math user` can be asked to do.
package enum AccountCommand: Sendable, Equatable {
    case add(name: String, role: Role, email: String?, password: Secret)
    case list
    case setRole(name: String, role: Role)
    case setDisabled(name: String, disabled: Bool)
    /// Without a name: everybody.
    case signOut(name: String?)

    /// Whether it may be the first that is done in a directory.
    var makesDatabase: Bool { if case .add = self { true } else { false } }
}

/// What came of it: a text for the terminal.
package struct AccountAnswer: Sendable, Equatable {
    package let succeeded: Bool
    package let text: String

    package init(succeeded: Bool, text: String) {
        self.succeeded = succeeded
        self.text = text
    }
}
