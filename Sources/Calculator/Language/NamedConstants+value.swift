extension NamedConstants {
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
