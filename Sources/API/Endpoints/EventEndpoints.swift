import Accounts
import Events
import HTTPServer
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Store
import Text

/// The record of what was done: pages, exports, and the live stream.
enum EventEndpoints {
    static var endpoints: [Endpoint] {
        [.user(.events, list), .user(.eventStream, stream)]
    }

    private static func list(_ call: Call, _ user: Principal) async throws -> Response {
        let (filter, limit) = try EventFilter.asked(by: call.request, for: user)
        // One's own latest action may be a few milliseconds from the store: what is durable is also shown.
        await call.services.feed.catchUp(to: call.services.database.lastSequence, within: .seconds(1))
        let behind = call.services.eventsBehind
        var response: Response
        switch call.request.acceptedMediaType(of: ["application/json", "text/csv", "application/x-ndjson"]) {
        case "text/csv": response = EventExport.csv(call.services.eventStore, filter, limit: limit)
        case "application/x-ndjson": response = EventExport.lines(call.services.eventStore, filter, limit: limit)
        default: response = try await page(call.services, filter, limit: limit ?? 100, for: user)
        }
        response.headers[.eventsBehind] = String(behind)
        return response
    }

    /// What a page has of events at the most; an export has no such limit.
    static let pageBytes = 1 << 20

    private static func page(
        _ services: Services, _ filter: EventFilter, limit: Int, for user: Principal
    ) async throws -> Response {
        let page = try await services.eventStore.page(
            matching: filter, size: .init(events: limit, bytes: pageBytes)
        ) { event, text in
            if !text.isEmpty { text.append(UInt8(ascii: ",")) }
            event.appendLine(to: &text)
        }
        return try await services.answering(page.text.count, for: user.username) {
            .json(capacity: page.text.count + 64) { json in
                json.beginObject()
                json.key("events")
                json.beginArray()
                if page.count > 0 { json.raw(page.text) }
                json.endArray()
                json.key("next_cursor")
                json.optional(page.isLast ? nil : page.lastID.map { String($0) })
                json.endObject()
            }
        }
    }

    private static func stream(_ call: Call, _ user: Principal) async throws -> Response {
        var query = QueryReader(FormItems(call.request.uri.query ?? ""), known: ["user", "event", "last_event_id"])
        let name = try EventFilter.user(query.string("user"), for: user)
        let event = query.string("event")
        var last = query.integer("last_event_id", in: 0...Int64.max)
        try query.check()
        if let header = call.request.headers[.lastEventID] {
            guard let id = Int64(header), id >= 0 else {
                throw APIError(problems: [
                    .init(
                        type: "int_parsing", location: ["header", "Last-Event-ID"],
                        message: "Send the id of the last event that was received", input: header.shown)
                ])
            }
            last = id
        }
        let start = if let last { last } else { try await call.services.eventStore.latestID() }
        let live = LiveEvents(
            services: call.services, token: Authenticator.token(of: call.request), user: name,
            ownedSince: user.ownsEventsSince, event: event, after: start)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                // nginx would keep what is sent until its buffer is full.
                .accelBuffering: "no",
                .eventsBehind: String(call.services.eventsBehind),
            ],
            body: ResponseBody { writer in try await live.write(to: &writer) })
    }
}

extension HTTPField.Name {
    /// How many events that have happened are not in this answer's source yet.
    static let eventsBehind = HTTPField.Name(validated: "X-Events-Behind")
    static let accelBuffering = HTTPField.Name(validated: "X-Accel-Buffering")
}
