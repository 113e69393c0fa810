import Calculator
import JSON
import Text

/// What a client of the mathjs service asks for.
struct V4Input: Sendable {
    let sources: [String]
    let isList: Bool
    /// Significant digits; nil for the shortest text of the nearest double.
    let precision: Int?

    init(query: FormItems) throws(V4Refusal) {
        guard let source = query.values("expr").first else {
            throw .refused(#"Error: Required query parameter "expr" missing in url."#)
        }
        sources = [source]
        isList = false
        precision = try Self.precision(query.values("precision").first ?? "")
    }

    init(body: [UInt8]) throws(V4Refusal) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(body: body)
        } catch {
            throw .refused("SyntaxError: \(error.message) (char \(error.offset + 1))")
        }
        guard case .object(let object) = value, let expr = object["expr"], expr != .null else {
            throw .refused(#"Error: Required field "expr" missing in JSON body."#)
        }
        switch expr {
        case .string(let source): (sources, isList) = ([source], false)
        case .array(let values):
            guard values.count <= Limits.expressions else {
                throw .refused("Error: Give at most \(Limits.expressions) expressions in a request")
            }
            sources = values.compactMap(\.asString)
            isList = true
            guard sources.count == values.count else { throw Self.unexpectedType }
        default: throw Self.unexpectedType
        }
        switch object["precision"] {
        case nil, .null?: precision = nil
        case .number(let text)?, .string(let text)?: precision = try Self.precision(text)
        default: throw Self.wrongPrecision
        }
    }

    /// 0 and nothing are no precision, as in mathjs.
    private static func precision(_ text: String) throws(V4Refusal) -> Int? {
        if text.isEmpty || text.isExactly("0") { return nil }
        guard let number = Int(text), Limits.precision.contains(number) else { throw wrongPrecision }
        return number
    }

    private static let unexpectedType = V4Refusal.refused(
        "TypeError: Unexpected type of argument (expected: string or Array of strings)")
    private static let wrongPrecision = V4Refusal.refused(
        "Error: Give as precision a whole number from \(Limits.precision.lowerBound) to \(Limits.precision.upperBound)")

    /// The input as its event shows it.
    var json: [UInt8] {
        var json = JSONWriter(capacity: 256)
        json.beginObject()
        json.key("expr")
        if isList { json.strings(sources) } else { json.string(sources[0]) }
        json.endObject()
        return json.bytes
    }
}
