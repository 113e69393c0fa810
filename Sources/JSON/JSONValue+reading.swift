extension JSONValue {
    /// The whole number that is written without point and exponent, where it is one.
    public var asInt: Int? { if case .number(let literal) = self { Int(literal) } else { nil } }

    /// The text, where it is one.
    public var asString: String? { if case .string(let text) = self { text } else { nil } }

    /// The texts of a list; what else stands in it is left out.
    public var asStrings: [String]? {
        guard case .array(let values) = self else { return nil }
        return values.compactMap(\.asString)
    }
}
