import Events
import Foundation
import JSON
import Store

/// What is asked for is not in the event store.
enum EventStoreProblem: Error, CustomStringConvertible {
    case noStore(path: String)
    case noDeadLetter(id: Int64)

    var description: String {
        switch self {
        case .noStore(let path):
            "there is no event store at \(path): give its directory with --data-dir, or the file with --sqlite-db."
        case .noDeadLetter(let id): "there is no dead letter \(id), or it has become an event."
        }
    }
}

extension EventStoreView {
    /// The event store of the settings, for reading.
    static func opened(_ settings: Settings) throws -> EventStoreView {
        let view = try EventStoreView(path: settings.eventStorePath)
        try view.refresh()
        guard view.isOpen else { throw EventStoreProblem.noStore(path: settings.eventStorePath) }
        return view
    }
}

extension EventReading {
    /// Goes through the dead letters with these ids, or through all when there are none, a page at a time.
    func forEachDeadLetter(_ ids: [Int64], _ body: (StoredDeadLetter) throws -> Void) async throws {
        for id in ids {
            guard let letter = try await deadLetter(id: id) else { throw EventStoreProblem.noDeadLetter(id: id) }
            try body(letter)
        }
        if !ids.isEmpty { return }
        var page: [StoredDeadLetter] = []
        repeat {
            page = try await deadLetters(after: page.last?.id ?? 0, limit: 100)
            for letter in page { try body(letter) }
        } while !page.isEmpty
    }
}

extension StoredDeadLetter {
    /// As one JSON object on a line.
    var line: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.number(Int(id))
        json.key("time")
        json.string(Event.timestamp(letter.time))
        json.key("topic")
        json.string(letter.topic)
        json.key("partition")
        json.number(Int(letter.partition))
        json.key("offset")
        json.number(Int(letter.offset))
        json.key("reason")
        json.string(letter.reason)
        if let message = letter.message, String(validating: message, as: UTF8.self) == nil {
            json.key("message_base64")
            json.string(Data(message).base64EncodedString())
        } else {
            json.key("message")
            if let message = letter.message {
                json.string(String(decoding: message, as: UTF8.self))
            } else {
                json.null()
            }
        }
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
