/// An account of the legacy service.
package struct LegacyUser: Sendable, Equatable {
    package let name: String
    package let email: String?
    package let passwordHash: String
    package let isAdministrator: Bool
    package let isDisabled: Bool
    /// Microseconds since 1970, when known.
    package let createdAt: Int64?
}

/// A calculation in the legacy service's history.
package struct LegacyCalculation: Sendable, Equatable {
    package let row: Int64
    /// The name of the user; nil when the table does not tell.
    package let user: String?
    package let operation: String
    /// JSON text.
    package let input: String
    package let result: String?
    /// Microseconds since 1970, when known.
    package let time: Int64?
}

/// A message that the legacy service's consumer has stored.
package struct LegacyMessage: Sendable, Equatable {
    package let row: Int64
    package let topic: String
    package let message: String
}
