/// What a setting is called, what it is without being given, who takes it, and its words for people.
package struct SettingDescription: Sendable {
    /// What holds when nothing is given, as people read it.
    enum Default: Sendable {
        /// A text that could be given as well, and what else may hold.
        case value(String, String? = nil)
        /// What no text says; nil for nothing.
        case words(String?)
    }

    /// The variable's name in the environment and in `.env`.
    package let name: String
    let standard: Default
    /// What it is for: a clause without its full stop, for the help and the README's table.
    let summary: String
    /// A secret has no flag, since every user of the machine can read a process's arguments, and is never quoted.
    package let isSecret: Bool
    /// The commands that have a flag for it.
    private(set) var flags = FlagTakers.serve
    /// Whether `math consume` reads it too, from a flag or not.
    private(set) var isOfConsumer = false
    /// Whether the containers have a value of their own.
    private(set) var isOfContainer = false
    /// What `.env.example` says after the summary.
    private(set) var remark: String?
    /// What `.env.example` shows instead of the default.
    private(set) var example: String?

    init(_ name: String, _ standard: Default, _ summary: String, _ more: [SettingMore], isSecret: Bool = false) {
        self.name = name
        self.standard = standard
        self.summary = summary
        self.isSecret = isSecret
        if isSecret { flags = [] }
        for one in more {
            switch one {
            case .flags(let takers): flags = takers
            case .ofConsumer: isOfConsumer = true
            case .ofContainer: isOfContainer = true
            case .remark(let text): remark = text
            case .example(let text): example = text
            }
        }
    }

    /// The flag's name without the dashes in front: `DATA_DIR` is `data-dir`.
    package var flag: String {
        name.lowercased().map { $0 == "_" ? "-" : String($0) }.joined()
    }

    /// The variable that names a file with the secret instead; nil for what is none.
    package var fileVariable: String? { isSecret ? name + SecretFile.suffix : nil }

    /// One line for the help.
    var help: String {
        switch standard {
        case .value(let text, nil): "\(summary); default \(text)."
        case .value(let text, let or?): "\(summary); default \(text), \(or)."
        case .words(let text?): "\(summary); default \(text)."
        case .words(nil): "\(summary)."
        }
    }
}

/// What a declaration says beside name, default and summary.
enum SettingMore: Sendable {
    /// Other commands than `math serve` alone have a flag for it.
    case flags(FlagTakers)
    /// `math consume` reads it too.
    case ofConsumer
    /// The containers have a value of their own.
    case ofContainer
    /// More for `.env.example`, in whole sentences.
    case remark(String)
    /// The value in `.env.example`, where Compose has another default.
    case example(String)
}

/// Commands that have flags for settings.
struct FlagTakers: OptionSet, Sendable {
    let rawValue: Int

    static let serve = FlagTakers(rawValue: 1)
    static let consume = FlagTakers(rawValue: 2)
    /// Commands on all the data: backup, restore and their like.
    static let data = FlagTakers(rawValue: 4)
    /// Commands on the accounts.
    static let user = FlagTakers(rawValue: 8)
}
