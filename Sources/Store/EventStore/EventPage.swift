internal import GRDB

/// Some events that match a filter, as text that was written where they were read.
public struct EventPage: Sendable {
    /// Writes a row to the end of a page.
    public typealias Writing = @Sendable (EventRow, inout [UInt8]) -> Void

    /// What was written.
    public internal(set) var text: [UInt8] = []
    /// How many events it has.
    public internal(set) var count = 0
    /// The id of the last of them.
    public internal(set) var lastID: Int64?
    /// Whether no event follows that matches.
    public internal(set) var isLast = true

    /// How much a page holds.
    public struct Size: Sendable {
        /// Events at the most.
        public var events: Int
        /// Bytes of text at the most; a page has one event in any case.
        public var bytes: Int

        /// So many events of so many bytes.
        public init(events: Int, bytes: Int) {
            self.events = events
            self.bytes = bytes
        }
    }
}

extension EventPage {
    init(_ db: Database, _ filter: EventFilter, in window: ClosedRange<Int64>, _ size: Size, _ write: Writing) throws {
        isLast = try filter.forEachRow(db, in: window, limit: size.events) { row in
            let end = text.count
            write(row, &text)
            if text.count > size.bytes, count > 0 {
                text.removeLast(text.count - end)
                return false
            }
            count += 1
            lastID = row.id
            return true
        }
        isLast = isLast && count < size.events
    }
}

extension EventReading {
    /// The first events that match, in the filter's order, as text. The next page begins `before` (or `after`) the id of
    /// the last.
    public func page(
        matching filter: EventFilter, size: EventPage.Size, writing write: @escaping EventPage.Writing
    ) async throws -> EventPage {
        try await read { db in
            guard let window = try filter.window(db) else { return EventPage() }
            return try EventPage(db, filter, in: window, size, write)
        }
    }
}
