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
    /// Reads the arguments from the call as the expression language writes it. Each goes to the next parameter; where a
    /// list may stand in place of `a` and `b`, it goes to `values`.
    init(_ expression: String, is result: String, parameters: [Parameter]) {
        var arguments: [(name: String, value: RawArgument)] = []
        var index = 0
        let takesPairOrList = parameters.count > 2 && parameters[2].count != nil && !parameters[0].isRequired
        for text in Self.arguments(of: expression) {
            if takesPairOrList, index < 2, text.hasPrefix("[") { index = 2 }
            guard index < parameters.count else { break }
            arguments.append((parameters[index].name, Self.value(text, isWord: parameters[index].type.takesWords)))
            index += 1
        }
        self.init(arguments: arguments, result: result, expression: expression)
    }

    private static func arguments(of expression: String) -> [String] {
        guard let open = expression.firstIndex(of: "("), expression.last == ")" else { return [] }
        return parts(of: expression[expression.index(after: open)...].dropLast())
    }

    /// What stands between commas, but not within brackets.
    private static func parts(of text: Substring) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append("")
            } else if character != " " || !(parts.last?.isEmpty ?? true) {
                parts[parts.count - 1].append(character)
            }
        }
        return parts == [""] ? [] : parts
    }

    /// A text where a word belongs stands without its quotation marks.
    private static func value(_ text: String, isWord: Bool) -> RawArgument {
        if text.hasPrefix("["), text.hasSuffix("]") {
            return .list(parts(of: text.dropFirst().dropLast()).map { value($0, isWord: isWord) })
        }
        return .text(isWord ? text.filter { $0 != "\"" } : text)
    }
}

extension ParameterType {
    /// Whether a bare word is a value of this type.
    fileprivate var takesWords: Bool {
        switch self {
        case .choice, .expression, .variable, .text: true
        default: false
        }
    }
}
