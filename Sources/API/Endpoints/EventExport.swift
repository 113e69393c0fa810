import Events
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Store

/// All events of a query as a file, written page by page.
enum EventExport {
    /// One JSON object a line.
    static func lines(_ store: any EventReading, _ filter: EventFilter, limit: Int?) -> Response {
        response(
            contentType: "application/x-ndjson", name: "events.ndjson", head: "", store, filter, limit
        ) { event, text in
            text.writeString(event.line)
            text.writeString("\n")
        }
    }

    /// CSV (RFC 4180) with a line of names; input and result as JSON text.
    static func csv(_ store: any EventReading, _ filter: EventFilter, limit: Int?) -> Response {
        response(
            contentType: "text/csv; charset=utf-8", name: "events.csv",
            head: "id,time,user,event,status,code,input,result,request_id\r\n", store, filter, limit
        ) { event, text in
            text.writeString(row(event))
        }
    }

    private static func response(
        contentType: String, name: String, head: String, _ store: any EventReading, _ filter: EventFilter,
        _ limit: Int?, _ write: @escaping @Sendable (StoredEvent, inout ByteBuffer) -> Void
    ) -> Response {
        let headers: HTTPFields = [
            .contentType: contentType, .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                if !head.isEmpty { try await writer.write(ByteBuffer(string: head)) }
                var left = limit ?? .max
                for try await events in store.pages(matching: filter) {
                    var text = ByteBuffer()
                    for event in events.prefix(left) { write(event, &text) }
                    try await writer.write(text)
                    left -= min(left, events.count)
                    if left == 0 { break }
                }
                try await writer.finish(nil)
            })
    }

    private static func row(_ event: StoredEvent) -> String {
        let text = TopicMessage.standardJSON(event.message) ?? event.message
        let message = try? JSONValue(parsing: Array(text.utf8))
        func member(_ name: String) -> String {
            guard case .object(let object)? = message, let value = object[name] else { return "" }
            switch value {
            case .null: return ""
            case .string(let text): return text
            default:
                var json = JSONWriter()
                value.write(to: &json)
                return String(decoding: json.bytes, as: UTF8.self)
            }
        }
        let columns = [
            member("id"), member("time"), member("user"), member("event"), member("status"), member("code"),
            member("input"), member("result"), member("request_id"),
        ]
        return columns.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A cell that a spreadsheet shows as it is: one that begins like a formula would be run by it (OWASP, CSV
    /// injection), so it gets an apostrophe, unless it is a number.
    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
        guard text.contains(where: { "\",\r\n".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
