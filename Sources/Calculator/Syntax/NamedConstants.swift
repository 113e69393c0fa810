/// Names of the language that stand for a value.
enum NamedConstants {
    /// Their names; those that formulas know, where others such as `E` and `speedOfLight` may be variables.
    static let names = ["pi", "e", "tau", "phi", "i", "true", "false", "null"]

    private static let numbers: Set<String> = ["pi", "e", "tau", "phi", "i"]

    /// Whether the name always stands for a number.
    static func isNumber(_ name: String) -> Bool { numbers.contains(name) || name == "π" }
}
