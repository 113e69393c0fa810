/// What the documents say of the settings, made from the declarations (`make settings` writes it into them).
package enum SettingDocuments {
    /// The README's table, a line for each setting.
    package static var table: String {
        let rows = DeclaredSettings.all.map { row($0.description) }
        let head = ["| variable | default | meaning |", "|---|---|---|"]
        return (head + rows + [kafkaRow]).map { "\($0)\n" }.joined()
    }

    /// The part of `.env.example` that is about the service.
    package static var example: String {
        let all = DeclaredSettings.all.map(\.description)
        let here = all.filter { !$0.isOfContainer }.map(entry) + [kafkaEntry]
        let elsewhere = all.filter(\.isOfContainer).map(entry)
        return """
            \(heading("The service"))

            \(wrapped(secrets))
            \(here.joined(separator: "\n"))
            \(heading("Only without Docker: the containers have their own"))

            \(elsewhere.joined(separator: "\n"))
            """
    }

    /// Puts `made` between the line that is `first` and the one that begins with `last`; nil when they are not there.
    package static func replaced(
        _ document: String, from first: String, upTo last: String, with made: String
    ) -> String? {
        guard let start = document.firstRange(of: first),
            let end = document[start.upperBound...].firstRange(of: last)
        else { return nil }
        return document[..<start.upperBound] + made + document[end.lowerBound...]
    }

    private static func row(_ setting: SettingDescription) -> String {
        let standard =
            switch setting.standard {
            case .value(let text, let or): "`\(text)`" + (or.map { ", \($0)" } ?? "")
            case .words(let text): text ?? "unset"
            }
        return "| `\(setting.name)` | \(standard) | \(words(setting)) |"
    }

    /// The summary and what more there is to say.
    private static func words(_ setting: SettingDescription) -> String {
        setting.summary + "." + (setting.remark.map { " \($0)" } ?? "")
    }

    private static let kafkaRow =
        "| `\(KafkaSettings.prefix)…` | | \(kafkaText): `\(KafkaSettings.prefix)SECURITY_PROTOCOL=SASL_SSL`. |"
    private static let kafkaText = "Any property of librdkafka, dots as underscores"
    private static let kafkaEntry =
        "# \(kafkaText): TLS, SASL, tuning.\n#\(KafkaSettings.prefix)SECURITY_PROTOCOL=SSL\n"

    private static func entry(_ setting: SettingDescription) -> String {
        let standard = if case .value(let text, _) = setting.standard { text } else { "" }
        // Compose asks for the key, and `make env` fills it in.
        let mark = setting.name == Settings.declared.secretKey.name ? "" : "#"
        return wrapped(words(setting)) + "\(mark)\(setting.name)=\(setting.example ?? standard)\n"
    }

    private static var secrets: String {
        let files = DeclaredSettings.all.compactMap(\.description.fileVariable)
        let all = files + ["\(KafkaSettings.prefix)SASL_PASSWORD\(SecretFile.suffix)"]
        return "Any secret may be in a file instead, whose path is given: \(all.joined(separator: ", "))."
    }

    private static func heading(_ text: String) -> String {
        let line = "# --- \(text) "
        return line + String(repeating: "-", count: 115 - line.utf8.count)
    }

    /// The words of a comment in lines of at most 119 columns.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = "#"
        for word in text.split(separator: " ") {
            if line.utf8.count + 1 + word.utf8.count > 119 {
                lines.append(line)
                line = "#"
            }
            line += " \(word)"
        }
        return (lines + [line]).map { "\($0)\n" }.joined()
    }
}
