import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// All events of a query as a file, written page by page, each where it is read.
enum EventExport {
    /// One JSON object a line.
    static func lines(_ store: any EventReading, _ filter: EventFilter, limit: Int?) -> Response {
        let pages = store.pages(matching: filter, limit: limit) { event, text in
            event.appendLine(to: &text)
            text.append(UInt8(ascii: "\n"))
        }
        return response(contentType: "application/x-ndjson", name: "events.ndjson", head: [], pages)
    }

    /// CSV with a line of names; input and result as JSON text.
    static func csv(_ store: any EventReading, _ filter: EventFilter, limit: Int?) -> Response {
        let pages = store.pages(matching: filter, limit: limit) { event, text in EventTable.append(event, to: &text) }
        return response(
            contentType: "text/csv; charset=utf-8", name: "events.csv", head: EventTable.head, pages)
    }

    private static func response(contentType: String, name: String, head: [UInt8], _ pages: EventPages) -> Response {
        let headers: HTTPFields = [
            .contentType: contentType, .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                if !head.isEmpty { try await writer.write(ByteBuffer(bytes: head)) }
                for try await page in pages { try await writer.write(ByteBuffer(bytes: page.text)) }
                try await writer.finish(nil)
            })
    }
}
