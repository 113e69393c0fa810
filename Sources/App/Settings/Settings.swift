package import Accounts
package import Store

/// Everything the service can be told, read once and checked: below this, code receives plain values.
///
/// A setting is a property by the name of its declaration: `settings.port`.
@dynamicMemberLookup
package struct Settings: Sendable {
    /// The declarations.
    package static let declared = DeclaredSettings()

    /// What is not its default, by the variables' names.
    private var values: [String: any Sendable] = [:]
    /// Properties of librdkafka by their names. Any of them may be a password.
    package var kafkaProperties: [String: Secret] = [:]

    /// The name and password of an administrator.
    package struct Administrator: Sendable, Equatable {
        package let username: String
        package let password: Secret
    }

    /// The defaults.
    package init() {}

    /// The value of a setting.
    package subscript<Value>(dynamicMember setting: KeyPath<DeclaredSettings, Setting<Value>>) -> Value {
        get {
            let setting = Self.declared[keyPath: setting]
            guard let value = values[setting.name] else { return setting.standard }
            return value as? Value ?? setting.standard
        }
        set { values.updateValue(newValue, forKey: Self.declared[keyPath: setting].name) }
    }

    /// Takes a setting out of the texts; one that is absent or refused is left at its default.
    mutating func read(_ setting: any AnySetting, from reader: inout SettingsReader) {
        if let value = setting.value(from: &reader) { values[setting.description.name] = value }
    }

    /// The administrator to make at start when absent.
    package var administrator: Administrator? {
        guard let username = self.adminUsername, let password = self.adminPassword else { return nil }
        return Administrator(username: username, password: password)
    }

    /// How many events may wait for the broker.
    package var backlogLimit: BacklogLimit { BacklogLimit(rows: self.backlogRows, bytes: self.backlogBytes) }

    /// How often one may fail to sign in.
    package var signInLimits: SignInLimits {
        SignInLimits(
            perMinute: self.loginRateLimit, perAddress: self.loginRateLimitPerAddress,
            exemptsLoopback: self.trustedProxies.isEmpty)
    }

    /// The file of the event store.
    package var eventStorePath: String {
        self.sqliteDatabase ?? "\(self.dataDirectory)/events.db"
    }

    /// Where a running consumer says how it is.
    package var consumerSocketPath: String {
        (eventStorePath.hasSuffix(".db") ? String(eventStorePath.dropLast(3)) : eventStorePath) + ".sock"
    }

    /// Where the password of the first administrator is handed over.
    package var firstPasswordPath: String {
        "\(self.dataDirectory)/admin-password"
    }

    /// Where the running service takes commands from the machine itself.
    package var controlSocketPath: String {
        "\(self.dataDirectory)/control.sock"
    }
}
