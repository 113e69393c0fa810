/// A call and its outcome: shown in the documentation, run by the tests.
public struct Example: Sendable {
    /// Names and values of the call, in the order of the parameters.
    public let arguments: [(name: String, value: RawArgument)]
    /// The answer's `exact` text, or its `decimal` at the default precision where there is none.
    public let result: String
    /// The call in the expression language: `add(0.1, 0.2)`.
    public let expression: String
}

extension Example {
    /// Reads the arguments from the call as the expression language writes it. Each goes to the next parameter; a list
    /// goes to the next parameter that takes lists.
    init(_ expression: String, is result: String, parameters: [Parameter]) {
        var arguments: [(name: String, value: RawArgument)] = []
        var index = 0
        for value in Self.values(of: expression) where index < parameters.count {
            if case .list = value { index = parameters[index...].firstIndex { $0.count != nil } ?? index }
            arguments.append((parameters[index].name, value))
            index += 1
        }
        self.init(arguments: arguments, result: result, expression: expression)
    }

    private static func values(of expression: String) -> [RawArgument] {
        guard let open = expression.firstIndex(of: "("), expression.last == ")" else { return [] }
        var values: [RawArgument] = []
        var list: [RawArgument]?
        let inner = expression[expression.index(after: open)...].dropLast()
        for part in inner.split(separator: ",") {
            var text = part.drop { $0 == " " }
            if text.first == "[" {
                list = []
                text = text.dropFirst()
            }
            let closes = text.last == "]"
            let value = RawArgument.text(String(text.filter { $0 != "]" && $0 != "\"" }))
            if list == nil { values.append(value) } else { list?.append(value) }
            if closes, let elements = list {
                values.append(.list(elements))
                list = nil
            }
        }
        return values
    }
}
