/// Takes settings out of their texts one by one and collects every fault, so that all of them can be shown at once.
package struct SettingsReader {
    private let sources: SettingSources
    private(set) var faults: [SettingFault]

    init(_ sources: SettingSources) {
        self.sources = sources
        self.faults = sources.dotEnv.faults
    }

    func text(_ setting: SettingDescription) -> String? {
        sources.value(of: setting)?.text
    }

    /// A secret, from its variable or from the file that another variable names. Nil when it is not given, or a fault.
    mutating func secret(_ setting: SettingDescription) -> Secret? {
        let value = text(setting).map(Secret.init)
        guard let variable = setting.fileVariable, let file = sources.value(named: variable) else { return value }
        return secret(value, in: file, named: variable, insteadOf: setting.name)
    }

    private mutating func secret(
        _ value: Secret?, in file: (text: String, origin: String), named variable: String, insteadOf name: String
    ) -> Secret? {
        do throws(SecretFile.Problem) {
            if value != nil { throw .init(text: "\(name) is set as well; unset one of the two.") }
            return try SecretFile.read(file.text)
        } catch {
            faults.append(SettingFault(variable, origin: file.origin, error.text))
            return nil
        }
    }

    /// A setting that some rule has to approve: the rule says what is wrong, or nil.
    mutating func text(_ setting: SettingDescription, refusedBecause rule: (String) -> String?) -> String? {
        guard let text = text(setting) else { return nil }
        guard let problem = rule(text) else { return text }
        refuse(setting, problem)
        return nil
    }

    /// What is listed with commas between, without the spaces around each.
    func list(_ setting: SettingDescription) -> [String]? {
        text(setting)?.split(separator: ",").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    }

    mutating func integer(_ setting: SettingDescription, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(setting) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        refuse(setting, "\(quoted(text)) is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        return nil
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ setting: SettingDescription, of type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(setting) else { return nil }
        if let choice = Choice(rawValue: text.lowercased()) { return choice }
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(setting, "\(quoted(text)) is not one of: \(names).")
        return nil
    }

    /// The properties of librdkafka that were given, each by itself without fault.
    mutating func kafkaProperties() -> [String: Secret] {
        var properties: [String: Secret] = [:]
        for (name, value, origin) in sources.kafkaProperties {
            guard let (variable, secret) = kafkaSecret(name, value, origin) else { continue }
            let property = KafkaSettings.property(of: variable)
            if let problem = KafkaSettings.problem(with: property, value: secret.reveal()) {
                faults.append(SettingFault(name, origin: origin, problem))
            } else {
                properties[property] = secret
            }
        }
        return properties
    }

    /// The variable of a property and its value, which may be in a file. Nil for a fault.
    private mutating func kafkaSecret(
        _ name: String, _ value: String, _ origin: String
    ) -> (variable: String, value: Secret)? {
        guard name.hasSuffix(SecretFile.suffix) else { return (name, Secret(value)) }
        let variable = String(name.dropLast(SecretFile.suffix.count))
        let direct = sources.value(named: variable).map { Secret($0.text) }
        return secret(direct, in: (value, origin), named: name, insteadOf: variable).map { (variable, $0) }
    }

    /// Whether something is wrong with `setting`.
    func refused(_ setting: SettingDescription) -> Bool {
        faults.contains { $0.name == setting.name || $0.name == setting.fileVariable }
    }

    /// Notes that variables together cannot work.
    mutating func refuse(_ variables: String, _ problem: String) {
        faults.append(SettingFault(variables, problem))
    }

    /// Notes that `setting` cannot work. For a secret, `problem` must not quote it.
    mutating func refuse(_ setting: SettingDescription, _ problem: String) {
        let file = setting.fileVariable.flatMap { name in sources.value(named: name).map { (name, $0.origin) } }
        let (name, origin) = file ?? (setting.name, sources.value(of: setting)?.origin)
        faults.append(SettingFault(name, origin: origin, problem))
    }
}

/// A value as a fault shows it: in quotes, cut, and without what would disturb a terminal.
func quoted(_ text: String) -> String {
    let limit = 80
    let shown = text.unicodeScalars.prefix(limit).map { $0.properties.generalCategory == .control ? "?" : String($0) }
    return "\"\(shown.joined())\(text.unicodeScalars.count > limit ? "…" : "")\""
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }
}
