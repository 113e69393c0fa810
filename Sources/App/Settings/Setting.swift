/// One setting, declared once: its variable, its default, what it may be, and its words. Its flag, the help, the faults,
/// `.env.example` and the README's table follow from this value.
package struct Setting<Value: Sendable>: Sendable {
    package let description: SettingDescription
    /// What holds when nothing is given.
    package let standard: Value
    /// The value that was given; nil for none, and for one that the reader has refused.
    let read: @Sendable (inout SettingsReader, SettingDescription) -> Value?

    /// The variable's name.
    package var name: String { description.name }

    init(
        _ description: SettingDescription, standard: Value,
        read: @escaping @Sendable (inout SettingsReader, SettingDescription) -> Value?
    ) {
        self.description = description
        self.standard = standard
        self.read = read
    }
}

/// A setting, whatever its value is.
package protocol AnySetting: Sendable {
    var description: SettingDescription { get }
    /// Reads the setting; what is wrong with it is noted in the reader.
    func value(from reader: inout SettingsReader) -> (any Sendable)?
}

extension Setting: AnySetting {
    package func value(from reader: inout SettingsReader) -> (any Sendable)? {
        read(&reader, description)
    }
}

extension Setting where Value == Int {
    init(
        _ name: String, default standard: Int, in range: ClosedRange<Int>, _ summary: String, _ more: SettingMore...
    ) {
        self.init(SettingDescription(name, .value("\(standard)"), summary, more), standard: standard) {
            $0.integer($1, in: range)
        }
    }
}

extension Setting where Value == Int? {
    /// A number without a default of its own; `instead` says what holds then.
    init(
        _ name: String, in range: ClosedRange<Int>, instead: String? = nil, _ summary: String, _ more: SettingMore...
    ) {
        self.init(SettingDescription(name, .words(instead), summary, more), standard: nil) {
            $0.integer($1, in: range)
        }
    }
}

extension Setting where Value == Duration {
    init(
        _ name: String, default standard: Int, in range: ClosedRange<Int>,
        of unit: @escaping @Sendable (Int) -> Duration, _ summary: String, _ more: SettingMore...
    ) {
        self.init(SettingDescription(name, .value("\(standard)"), summary, more), standard: unit(standard)) {
            $0.integer($1, in: range).map(unit)
        }
    }
}

extension Setting where Value == String {
    init(
        _ name: String, default standard: String, _ summary: String, _ more: SettingMore...,
        refusedBecause rule: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.init(SettingDescription(name, .value(standard), summary, more), standard: standard) {
            $0.text($1, refusedBecause: rule)
        }
    }
}

extension Setting where Value == String? {
    init(
        _ name: String, instead: String? = nil, _ summary: String, _ more: SettingMore...,
        refusedBecause rule: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.init(SettingDescription(name, .words(instead), summary, more), standard: nil) {
            $0.text($1, refusedBecause: rule)
        }
    }
}

extension Setting where Value == Secret? {
    init(secret name: String, _ summary: String, _ more: SettingMore...) {
        self.init(SettingDescription(name, .words(nil), summary, more, isSecret: true), standard: nil) {
            $0.secret($1)
        }
    }
}

extension Setting where Value == Bool {
    init(_ name: String, default standard: Bool, _ summary: String, _ more: SettingMore...) {
        self.init(SettingDescription(name, .value("\(standard)"), summary, more), standard: standard) {
            $0.choice($1, of: Switch.self).map { $0 == .on }
        }
    }
}

extension Setting where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of several words. `or` says what else may hold when nothing is given.
    init(_ name: String, default standard: Value, or: String? = nil, _ summary: String, _ more: SettingMore...) {
        self.init(
            SettingDescription(name, .value(standard.rawValue, or), summary, more), standard: standard
        ) {
            $0.choice($1, of: Value.self)
        }
    }
}

extension Setting {
    /// A value with a text of its own; `parse` gives nil for what is none, and `choices` says what it may be.
    init(
        _ name: String, default text: String, is standard: Value, _ summary: String, _ more: SettingMore...,
        parse: @escaping @Sendable (String) -> Value?, choices: String
    ) {
        self.init(SettingDescription(name, .value(text), summary, more), standard: standard) { reader, setting in
            guard let text = reader.text(setting) else { return nil }
            if let value = parse(text) { return value }
            reader.refuse(setting, "\(quoted(text)) is not \(choices).")
            return nil
        }
    }

    /// A list with commas between. `parse` adds what a text of it stands for, or answers what is wrong with that text.
    init<Element: Sendable>(
        _ name: String, default standard: [Element], shown: String?, _ summary: String, _ more: SettingMore...,
        parse: @escaping @Sendable (String, inout [Element]) -> String?
    ) where Value == [Element] {
        let shown = shown.map { SettingDescription.Default.value($0) } ?? .words(nil)
        self.init(SettingDescription(name, shown, summary, more), standard: standard) { reader, setting in
            guard let texts = reader.list(setting) else { return nil }
            var elements: [Element] = []
            for text in texts {
                if let problem = parse(text, &elements) { reader.refuse(setting, problem) }
            }
            return elements
        }
    }
}
