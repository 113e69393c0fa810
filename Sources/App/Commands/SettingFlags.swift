import ArgumentParser

/// The flags of the settings that a command takes, made from their declarations.
///
/// The parser finds options by looking at a value's properties: what it sees here are the options of the declarations.
struct SettingFlags<Taker: FlagTaking>: ParsableArguments, CustomReflectable {
    /// The flags that were given, by the variables' names.
    private(set) var given: [String: String] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: VariableName.self)
        for setting in Self.settings {
            let option = try container.decode(Option<String?>.self, forKey: VariableName(stringValue: setting.name))
            given[setting.name] = option.wrappedValue
        }
    }

    var customMirror: Mirror {
        Mirror(self, children: Self.settings.map { (label: $0.name, value: Option(setting: $0)) })
    }

    private static var settings: [SettingDescription] {
        DeclaredSettings.all.map(\.description).filter { $0.flags.contains(Taker.taker) }
    }
}

extension SettingFlags {
    /// The settings with these flags, or the command's end with all that is wrong with them.
    func settings(for use: Settings.Use = .service) throws(ExitCode) -> Settings {
        try .ofProcess(flags: given, for: use)
    }
}

/// A group of commands that take the same settings.
protocol FlagTaking {
    static var taker: FlagTakers { get }
}

enum ServeFlags: FlagTaking { static let taker = FlagTakers.serve }
enum ConsumeFlags: FlagTaking { static let taker = FlagTakers.consume }
enum DataFlags: FlagTaking { static let taker = FlagTakers.data }
enum UserFlags: FlagTaking { static let taker = FlagTakers.user }

/// The variable of a setting, which is what the parser knows its option by.
private struct VariableName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Option where Value == String? {
    /// The flag of a setting, its name and help taken from the declaration.
    fileprivate init(setting: SettingDescription) {
        self.init(
            name: .customLong(setting.flag),
            help: ArgumentHelp("\(setting.help) ($\(setting.name))", valueName: "value"))
    }
}
