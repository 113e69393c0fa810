internal import GRDB

/// The event store's prepared insert.
struct EventInsert {
    private static let sql = """
        INSERT INTO kafka_logs (topic, message, event_id, "user", event, status, time, partition, kafka_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING
        """

    private let insert: PreparedInsert

    init(_ db: Database) throws {
        insert = try PreparedInsert(db, sql: Self.sql)
    }

    func run(_ record: EventRecord) throws {
        insert.bind(6, integer: record.status.map(Int64.init))
        insert.bind(7, real: record.time?.seconds)
        insert.bind(8, integer: (record.place?.partition).map(Int64.init))
        insert.bind(9, integer: record.place?.offset)
        try record.topic.withBytes { topic in
            insert.bind(1, text: topic)
            try record.message.withUnsafeBufferPointer { message in
                insert.bind(2, text: message)
                try record.eventID.withBytes { eventID in
                    insert.bind(3, text: eventID)
                    try bindNames(record) { _ = try insert.run() }
                }
            }
        }
    }

    private func bindNames(_ record: EventRecord, _ body: () throws -> Void) throws {
        try (record.user ?? "").withBytes { user in
            insert.bind(4, text: record.user == nil ? nil : user)
            try (record.event ?? "").withBytes { event in
                insert.bind(5, text: record.event == nil ? nil : event)
                try body()
            }
        }
    }
}
