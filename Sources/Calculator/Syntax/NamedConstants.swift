import Numbers

/// Names of the language that stand for a value.
enum NamedConstants {
    /// Their names; those that formulas know, where others such as `E` and `speedOfLight` may be variables.
    static let names = ["pi", "e", "tau", "phi", "i", "true", "false", "null"]

    private static let numbers: Set<String> = ["pi", "e", "tau", "phi", "i"]

    /// Whether the name always stands for a number.
    static func isNumber(_ name: String) -> Bool { numbers.contains(name) || name == "π" }

    /// The value of a constant; nil when the name is none.
    static func value(named name: String, _ context: EvaluationContext) throws(Fault) -> Value? {
        switch name {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        case "π": return try value(named: "pi", context)
        default:
            guard let operation = Catalogue.operation(named: name), operation.category == .constants else { return nil }
            return try operation.function(Arguments(values: []), context)
        }
    }
}
