import Events
import JSON
import Store

/// The legacy service's history as events, and the way to find the one that a message is about.
struct LegacyHistory {
    /// In the order in which they were found.
    private(set) var events: [Event] = []
    /// One that two files hold, copies of each other perhaps, is one.
    private var known: Set<EventID> = []
    /// Events that no message was found for yet, by user and operation, oldest first.
    private var unmatched: [Key: [(time: Int64, id: EventID)]] = [:]

    private struct Key: Hashable {
        let user: String
        let operation: String
    }

    /// How far apart the two records of one calculation may be, in microseconds.
    private static let tolerance: Int64 = 5_000_000
    /// Whose calculations of nobody's are: no account can have this name.
    static let nobody = "local/legacy"

    /// - Parameter owner: the account that it belongs to; nil for none.
    mutating func add(_ calculation: LegacyCalculation, source: String, owner: String?) {
        let id = EventID.legacy(
            time: calculation.time,
            [
                "history", "\(calculation.row)", calculation.user, calculation.operation, calculation.input,
                calculation.result,
            ])
        guard known.insert(id).inserted else { return }
        let name = calculation.operation.split(separator: "/").last.map(String.init) ?? calculation.operation
        events.append(
            Event(
                id: id, kind: .calculation, name: name, input: Self.json(calculation.input),
                result: calculation.result.map(Self.string), user: owner ?? Self.nobody, time: calculation.time ?? 0,
                status: 200, durationMicroseconds: 0, requestID: "legacy-\(calculation.row)"))
        guard let time = calculation.time, let user = calculation.user else { return }
        unmatched[Key(user: user, operation: name), default: []].append((time, id))
    }

    /// The calculation that a message tells of; each is found once.
    mutating func takeMatch(user: String, operation: String, time: Int64) -> EventID? {
        let key = Key(user: user, operation: operation)
        guard let candidates = unmatched[key],
            let nearest = candidates.indices.min(by: {
                abs(candidates[$0].time - time) < abs(candidates[$1].time - time)
            }
            ), abs(candidates[nearest].time - time) <= Self.tolerance
        else { return nil }
        return unmatched[key]?.remove(at: nearest).id
    }

    /// The text itself when it is JSON, else as a JSON string.
    private static func json(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return (try? JSONValue(parsing: bytes)) == nil ? string(text) : bytes
    }

    private static func string(_ text: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.string(text)
        return writer.bytes
    }
}
