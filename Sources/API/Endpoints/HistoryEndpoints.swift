import Accounts
import Events
import HTTPTypes
import Hummingbird
import JSON
import Store

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
        let entries = try await call.services.database.history(user: user.username, limit: Int(limit), before: before)
        return .json(capacity: 256 * entries.count) { json in
            json.beginArray()
            for entry in entries {
                json.beginObject()
                json.key("id")
                json.number(entry.id)
                json.key("operation")
                json.string(entry.operation)
                json.key("input_data")
                json.raw(Array(entry.inputData.utf8))
                json.key("result")
                json.raw(Array(entry.result.utf8))
                json.key("timestamp")
                json.string(Timestamp(microseconds: entry.timestamp).text)
                json.endObject()
            }
            json.endArray()
        }
    }

    /// Hides the entry; its event stays.
    private static func hide(_ call: Call, _ user: Principal) async throws -> Response {
        let text = try call.context.pathParameter("id")
        let input = eventInput(("id", text))
        try await call.services.recordingRefusals(
            "hide_history", user: user.username, input: input, context: call.context
        ) {
            guard let id = Int64(text), id > 0 else { throw APIError.notFound }
            let event = call.services.event(
                "hide_history", user: user.username, input: input, result: "success", context: call.context)
            guard try await call.services.database.hide(entry: id, of: user.username, event: event) else {
                throw APIError(.notFound, code: "not_found", "There is no such entry in your history")
            }
        }
        return .message("History entry hidden")
    }
}
