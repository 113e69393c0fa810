/// The texts that settings are read from, before anything is checked: flags over environment over `.env`.
package struct SettingSources: Sendable {
    /// By the variables' names.
    package var flags: [String: String]
    package var environment: [String: String]
    package var dotEnv: DotEnv
    /// Whether the log goes to a terminal, where lines for people are the default.
    package var logsToTerminal: Bool

    package init(
        flags: [String: String] = [:], environment: [String: String] = [:], dotEnv: DotEnv = DotEnv(),
        logsToTerminal: Bool = false
    ) {
        self.flags = flags
        self.environment = environment
        self.dotEnv = dotEnv
        self.logsToTerminal = logsToTerminal
    }

    /// The variables `KAFKA_CONFIG_…` in the order of their names; an empty text counts as unset.
    package var kafkaProperties: [(name: String, value: String, origin: String)] {
        let names = Set(environment.keys).union(dotEnv.values.keys).filter { $0.hasPrefix(KafkaSettings.prefix) }
        return names.sorted().compactMap { name in value(named: name).map { (name, $0.text, $0.origin) } }
    }

    /// The text of a setting and where it comes from; an empty text counts as unset.
    package func value(of setting: SettingDescription) -> (text: String, origin: String)? {
        if let text = flags[setting.name], !text.isEmpty { return (text, "--\(setting.flag)") }
        return value(named: setting.name)
    }

    /// The same for a variable that has no flag.
    func value(named name: String) -> (text: String, origin: String)? {
        if let text = environment[name], !text.isEmpty { return (text, "environment") }
        if let text = dotEnv.values[name], !text.isEmpty { return (text, ".env") }
        return nil
    }
}
