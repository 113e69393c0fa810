public import GRDB

/// The event store for those who only read it, whoever fills it.
public protocol EventReading: Sendable {
    /// Where the file is, or is to be.
    var path: String { get }

    /// Runs a query on a connection that can only read.
    func read<T: Sendable>(_ query: @escaping @Sendable (Database) throws -> T) async throws -> T
}

extension EventReading {
    /// The events that match, in the filter's order.
    ///
    /// - Parameter limit: 1 to 1000. The next page begins `before` (or `after`) the id of the last.
    public func events(matching filter: EventFilter, limit: Int) async throws -> [StoredEvent] {
        try await read { db in
            guard let window = try filter.window(db) else { return [] }
            return try filter.rows(db, in: window, limit: limit)
        }
    }

    /// All events that match, or the first so many, page by page: however many they are, one page is in memory.
    public func pages(
        matching filter: EventFilter, limit: Int? = nil, size: EventPage.Size = .init(events: 500, bytes: 128 << 10),
        writing write: @escaping EventPage.Writing
    ) -> EventPages {
        EventPages(store: self, filter: filter, size: size, limit: limit, write: write)
    }

    /// The id of the newest row, 0 for none.
    public func latestID() async throws -> Int64 {
        try await read(EventStore.latestID)
    }

    /// How far the store is.
    public func extent(topic: String) async throws -> StoreExtent {
        try await read { db in try StoreExtent(db, topic: topic) }
    }
}

/// How far a store is with a topic.
public struct StoreExtent: Sendable, Equatable {
    /// The id of the newest row, 0 for none.
    public let latestID: Int64
    /// The id of the newest dead letter, 0 for none: how many there are, since none is deleted.
    public let deadLetters: Int64
    /// The first offset that is not stored, by partition.
    public let positions: [Int32: Int64]

    init(_ db: Database, topic: String) throws {
        latestID = try EventStore.latestID(db)
        deadLetters = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM dead_letters")) ?? 0
        positions = try EventStore.positions(db, topic: topic)
    }
}
