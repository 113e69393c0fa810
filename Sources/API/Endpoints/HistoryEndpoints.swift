import Accounts
import Events
import HTTPServer
import HTTPTypes
import Hummingbird
import JSON
import Store
import Text

/// One's own calculations.
enum HistoryEndpoints {
    static var endpoints: [Endpoint] {
        [.user(.history, list), .user(.hideHistoryEntry, hide)]
    }

    private static func list(_ call: Call, _ user: Principal) async throws -> Response {
        var query = QueryReader(FormItems(call.request.uri.query ?? ""), known: ["limit", "before"])
        let limit = query.integer("limit", in: 1...1000, default: 100)
        let before = query.integer("before", in: 1...Int64.max)
        try query.check()
        let page = try await call.services.database.history(
            user: user.username, limit: Int(limit), before: before, bytes: EventEndpoints.pageBytes)
        var response = try await call.services.answering(1024 * page.entries.count, for: user.username) {
            Self.answer(page.entries)
        }
        // A page may be shorter than was asked for, and more follow all the same.
        if !page.isLast, let last = page.entries.last {
            response.headers[.link] = "</history?limit=\(limit)&before=\(last.id)>; rel=\"next\""
        }
        return response
    }

    private static func answer(_ entries: [HistoryEntry]) -> Response {
        .json(capacity: 256 * entries.count) { json in
            json.beginArray()
            for entry in entries {
                json.beginObject()
                json.key("id")
                json.number(entry.id)
                json.key("operation")
                json.string(entry.operation)
                json.key("input_data")
                json.string(entry.input.asArgumentText)
                json.key("input")
                json.raw(entry.input.utf8)
                json.key("result")
                json.raw(entry.result.utf8)
                json.key("timestamp")
                json.string(Timestamp(microseconds: entry.timestamp).text)
                json.endObject()
            }
            json.endArray()
        }
    }

    /// Hides the entry; its event stays.
    private static func hide(_ call: Call, _ user: Principal) async throws -> Response {
        let text = try call.context.pathParameter("entry_id")
        let input = eventInput(("id", text))
        try await call.services.recordingRefusals(
            "hide_history", user: user.username, input: input, context: call.context
        ) {
            guard text.isWholeNumber else {
                throw APIError(problems: [
                    .init(
                        type: "int_parsing", location: ["path", "entry_id"],
                        message: "Give the id of an entry of your history, a whole number", input: text.shown)
                ])
            }
            let event = call.services.event(
                "hide_history", user: user.username, input: input, result: "success", context: call.context)
            // A number beyond 64 bits is no entry's.
            guard let id = Int64(text),
                try await call.services.database.hide(entry: id, of: user.username, event: event)
            else {
                throw APIError(.notFound, code: "not_found", "There is no such entry in your history")
            }
        }
        return .message("History entry hidden")
    }
}

extension String {
    /// Whether these are decimal digits, with a sign or without.
    fileprivate var isWholeNumber: Bool {
        let digits = utf8.first == UInt8(ascii: "-") || utf8.first == UInt8(ascii: "+") ? utf8.dropFirst() : utf8[...]
        return !digits.isEmpty && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Arguments in JSON as the service before this one gave them: always as a text. What was too long for its event is
    /// a text already, and so is what came from that service.
    fileprivate var asArgumentText: String {
        guard utf8.first == UInt8(ascii: "\""), case .string(let text)? = try? JSONValue(parsing: Array(utf8)) else {
            return self
        }
        return text
    }
}

extension HTTPField.Name {
    static let link = HTTPField.Name(validated: "Link")
}
