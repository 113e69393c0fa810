package import Calculator
import JSON

/// What is asked of a worker.
package enum CalculationJob: Sendable {
    /// One call of an operation, perhaps with the legacy service's names for its parameters.
    case operation(name: String, isLegacy: Bool, arguments: [(name: String, value: RawArgument)], precision: Int)
    /// Expressions that share their variables, and those of `recalling`, of which nothing is answered.
    case expressions([String], recalling: [String] = [], precision: Int)
    /// Expressions that share their variables, answered as mathjs writes values.
    case mathJS([String], precision: Int?)

    /// How many replies there will be.
    var replies: Int {
        switch self {
        case .operation: 1
        case .expressions(let sources, _, _), .mathJS(let sources, _): sources.count
        }
    }

    /// Whether nothing is said of those after one that failed.
    var endsAtFailure: Bool { if case .mathJS = self { true } else { false } }

    /// What a log line may say of it.
    var label: String {
        switch self {
        case .operation(let name, _, _, _): name
        case .expressions: "evaluate"
        case .mathJS: "v4"
        }
    }
}

extension CalculationJob {
    /// The frame for a worker.
    /// - Parameter milliseconds: how long the worker may take.
    func frame(milliseconds: Int) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.beginObject()
        json.key("milliseconds")
        json.number(milliseconds)
        switch self {
        case .operation(let name, let isLegacy, let arguments, let precision):
            json.key("operation")
            json.string(name)
            json.key("legacy")
            json.bool(isLegacy)
            json.key("arguments")
            json.beginArray()
            for (name, value) in arguments {
                json.beginArray()
                json.string(name)
                value.write(to: &json)
                json.endArray()
            }
            json.endArray()
            json.key("precision")
            json.number(precision)
        case .expressions(let sources, let recalled, let precision):
            json.key("expressions")
            json.strings(sources)
            json.key("recalled")
            json.strings(recalled)
            json.key("precision")
            json.number(precision)
        case .mathJS(let sources, let precision):
            json.key("mathjs")
            json.strings(sources)
            json.key("precision")
            json.optional(precision)
        }
        json.endObject()
        return json.bytes
    }

    /// The job of a frame and its time; nil for what is no such frame.
    static func parse(_ frame: [UInt8]) -> (job: CalculationJob, milliseconds: Int)? {
        guard case .object(let object)? = try? JSONValue(parsing: frame, maximumDepth: 512),
            let milliseconds = object["milliseconds"]?.asInt
        else { return nil }
        let precision = object["precision"]?.asInt
        if let sources = object["expressions"]?.asStrings, let recalled = object["recalled"]?.asStrings, let precision {
            return (.expressions(sources, recalling: recalled, precision: precision), milliseconds)
        }
        if let sources = object["mathjs"]?.asStrings {
            return (.mathJS(sources, precision: precision), milliseconds)
        }
        guard case .string(let name)? = object["operation"], case .array(let pairs)? = object["arguments"],
            let precision
        else { return nil }
        let arguments = pairs.compactMap { pair -> (name: String, value: RawArgument)? in
            guard case .array(let parts) = pair, parts.count == 2, case .string(let name) = parts[0] else { return nil }
            return (name, RawArgument(parts[1]))
        }
        let job = CalculationJob.operation(
            name: name, isLegacy: object["legacy"] == .bool(true), arguments: arguments, precision: precision)
        return (job, milliseconds)
    }
}
