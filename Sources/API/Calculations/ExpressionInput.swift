import Calculator
import JSON
import Text

/// What a request asks of the language: expressions that share their variables, and how many digits.
struct ExpressionInput: Sendable {
    /// Never empty.
    let sources: [String]
    /// Whether a list was sent, so that a list is the answer.
    let isList: Bool
    let precision: Int

    /// - Parameter takesPrecision: whether digits can be asked for.
    /// - Throws: 422 with everything that is wrong with the body.
    init(body: JSONObject, takesPrecision: Bool = true) throws {
        var reader = Reader()
        var precision = Limits.defaultPrecision
        var list: [String]?
        for (name, value) in body.members {
            if name.isExactly("expr") {
                if case .array(let values) = value {
                    list = reader.texts(values)
                } else if let text = reader.text(value) {
                    reader.sources = [text]
                }
            } else if takesPrecision, name.isExactly("precision") {
                precision = reader.precision(value)
            } else {
                reader.refuseUnknown(name, takesPrecision: takesPrecision)
            }
        }
        if body["expr"] == nil { reader.add(.missing, "expr", "Give expr: an expression such as 1/3 + 1/6") }
        if !reader.problems.isEmpty { throw APIError(problems: reader.problems) }
        sources = list ?? reader.sources
        isList = list != nil
        self.precision = precision
    }

    /// The input as its event shows it.
    var json: [UInt8] {
        var json = JSONWriter(capacity: 256)
        json.beginObject()
        json.key("expr")
        if isList { json.beginArray() }
        for source in sources { json.string(source) }
        if isList { json.endArray() }
        json.endObject()
        return json.bytes
    }
}

/// Reads the members and gathers their faults.
private struct Reader {
    var sources: [String] = []
    var problems = ProblemList()

    mutating func text(_ value: JSONValue) -> String? {
        if case .string(let text) = value { return text }
        add(.textExpected, "expr", "Send the expression as text, or a list of such texts", input: value.text)
        return nil
    }

    mutating func texts(_ values: [JSONValue]) -> [String] {
        if values.isEmpty { add(.tooShort, "expr", "Give at least one expression in the list") }
        if values.count > Limits.expressions {
            add(.tooLong, "expr", "Give at most \(Limits.expressions) expressions in a request")
            return []
        }
        return values.enumerated().map { index, value in
            if case .string(let text) = value { return text }
            add(.textExpected, "expr", "Send each expression as text", index: index, input: value.text)
            return ""
        }
    }

    mutating func precision(_ value: JSONValue) -> Int {
        let text: String
        switch value {
        case .number(let literal), .string(let literal): text = literal
        default: text = value.text
        }
        if let number = Int(text), Limits.precision.contains(number) { return number }
        add(
            .precisionBounds, "precision",
            "Ask for \(Limits.precision.lowerBound) to \(Limits.precision.upperBound) digits", input: text)
        return Limits.defaultPrecision
    }

    mutating func refuseUnknown(_ name: String, takesPrecision: Bool) {
        let known = takesPrecision ? "expr and precision" : "expr alone"
        add(.extraForbidden, name.shown, "There is no such field: give \(known)")
    }

    mutating func add(
        _ code: FaultCode, _ name: @autoclosure () -> String, _ message: String, index: Int? = nil,
        input: @autoclosure () -> String? = nil
    ) {
        problems.add(
            .init(
                type: code.rawValue, location: ["body", name()], index: index, message: message, input: input()?.shown))
    }
}

extension APIError.Problem {
    /// The fault of an expression.
    /// - Parameter index: its place in the list that was sent; nil when there was none.
    init(_ fault: Fault, source: String, index: Int? = nil) {
        self.init(
            type: fault.code.rawValue, location: ["body", fault.code == .precisionBounds ? "precision" : "expr"],
            index: index, message: fault.message, input: source.shown, place: fault.place, hint: fault.hint)
    }
}
