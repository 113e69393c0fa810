/// All events that match a filter, as a sequence of pages, each read when it is asked for.
///
/// Every page is a transaction of its own: a slow reader holds up neither the writer nor its checkpoints.
public struct EventPages: AsyncSequence, Sendable {
    /// A page, which has an event at least.
    public typealias Element = EventPage

    let store: any EventReading
    let filter: EventFilter
    let size: EventPage.Size
    let limit: Int?
    let write: EventPage.Writing

    /// Reads the pages in the filter's order.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: self)
    }

    /// Reads the pages in the filter's order.
    public struct Iterator: AsyncIteratorProtocol {
        private let pages: EventPages
        private var filter: EventFilter
        private var left: Int
        /// Searched for once: over a long time that costs more than a page.
        private var window: ClosedRange<Int64>?
        private var isFinished = false

        init(pages: EventPages) {
            self.pages = pages
            filter = pages.filter
            left = pages.limit ?? .max
        }

        /// The next page, nil after the last.
        public mutating func next() async throws -> EventPage? {
            if isFinished { return nil }
            let page = try await read()
            left -= page.count
            isFinished = page.isLast || left == 0
            switch filter.order {
            case .newestFirst: filter.before = page.lastID
            case .oldestFirst: filter.after = page.lastID
            }
            return page.count == 0 ? nil : page
        }

        private mutating func read() async throws -> EventPage {
            let (filter, known, write) = (filter, window, pages.write)
            let size = EventPage.Size(events: Swift.min(pages.size.events, left), bytes: pages.size.bytes)
            let (page, window) = try await pages.store.read { db -> (EventPage, ClosedRange<Int64>?) in
                guard let window = try known ?? filter.window(db) else { return (EventPage(), nil) }
                return (try EventPage(db, filter, in: window, size, write), window)
            }
            self.window = window
            return page
        }
    }
}
