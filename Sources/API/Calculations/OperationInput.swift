import Calculator
import HTTPTypes
import Hummingbird
import JSON
import Text
import Workers

/// What a request asks of an operation: arguments by name, and how many digits.
struct OperationInput: Sendable {
    var arguments: [(name: String, value: RawArgument)] = []
    private(set) var precision = 20
    /// What was given as the precision and is no whole number; `precision` is then out of its bounds, so that the
    /// operation counts it among the faults of the arguments.
    private(set) var unreadablePrecision: String?
    private var hasPrecision = false
    /// Where the arguments were, as errors say it: `query` or `body`.
    let place: String

    /// The arguments of a GET request; a name given several times is a list.
    init(query: String) {
        place = "query"
        var lists: [(name: String, values: [RawArgument])] = []
        var places: [ExactText: Int] = [:]
        for item in FormItems(query).items {
            if item.name.isExactly("precision") {
                readPrecision(hasPrecision ? "\(precision), \(item.value)" : item.value)
                hasPrecision = true
            } else if let place = places[ExactText(item.name)] {
                lists[place].values.append(.text(item.value))
            } else {
                places[ExactText(item.name)] = lists.count
                lists.append((item.name, [.text(item.value)]))
            }
        }
        arguments = lists.map { ($0.name, $0.values.count == 1 ? $0.values[0] : .list($0.values)) }
    }

    /// The arguments of a POST request.
    init(body: JSONObject) {
        place = "body"
        arguments.reserveCapacity(body.members.count)
        for (name, value) in body.members {
            if name.isExactly("precision") {
                switch value {
                case .number(let text), .string(let text): readPrecision(text)
                default: readPrecision(value.text)
                }
            } else {
                arguments.append((name, RawArgument(value)))
            }
        }
    }

    /// The arguments as JSON, for the event of a request that is refused.
    var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, value) in arguments {
            json.key(name)
            value.write(to: &json)
        }
        json.endObject()
        return json.bytes
    }

    private mutating func readPrecision(_ text: String) {
        if let number = Int(text), unreadablePrecision == nil {
            precision = number
        } else {
            precision = 0
            unreadablePrecision = text
        }
    }
}
