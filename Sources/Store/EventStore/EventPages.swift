/// All events that match a filter, as a sequence of pages, each read when it is asked for.
///
/// Every page is a transaction of its own: a slow reader holds up neither the writer nor its checkpoints.
public struct EventPages: AsyncSequence, Sendable {
    /// The events of a page, never none.
    public typealias Element = [StoredEvent]

    let store: any EventReading
    let filter: EventFilter
    let size: Int

    /// Reads the pages in the filter's order.
    public func makeAsyncIterator() -> Iterator {
        Iterator(store: store, filter: filter, size: size)
    }

    /// Reads the pages in the filter's order.
    public struct Iterator: AsyncIteratorProtocol {
        private let store: any EventReading
        private let size: Int
        private var filter: EventFilter
        /// Searched for once: over a long time that costs more than a page.
        private var window: ClosedRange<Int64>?
        private var isFinished = false

        init(store: any EventReading, filter: EventFilter, size: Int) {
            self.store = store
            self.filter = filter
            self.size = size
        }

        /// The next page, nil after the last.
        public mutating func next() async throws -> [StoredEvent]? {
            if isFinished { return nil }
            let page = try await read()
            isFinished = page.count < size
            switch filter.order {
            case .newestFirst: filter.before = page.last?.id
            case .oldestFirst: filter.after = page.last?.id
            }
            return page.isEmpty ? nil : page
        }

        private mutating func read() async throws -> [StoredEvent] {
            let (filter, size, known) = (filter, size, window)
            let (page, window) = try await store.read { db -> ([StoredEvent], ClosedRange<Int64>?) in
                guard let window = try known ?? filter.window(db) else { return ([], nil) }
                return (try filter.rows(db, in: window, limit: size), window)
            }
            self.window = window
            return page
        }
    }
}
