internal import Foundation
internal import GRDB

/// Something that was on a topic and is no event.
public struct DeadLetter: Sendable, Equatable {
    /// The topic it was on.
    public var topic: String
    /// The partition it was in.
    public var partition: Int32
    /// Its offset there.
    public var offset: Int64
    /// Why it is no event.
    public var reason: String
    /// Its bytes; nil when it had none.
    public var message: [UInt8]?
    /// When it was read, in microseconds since 1970.
    public var time: Int64

    /// A dead letter with these parts.
    public init(topic: String, partition: Int32, offset: Int64, reason: String, message: [UInt8]?, time: Int64) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.reason = reason
        self.message = message
        self.time = time
    }

    /// One that is there already stays as it is.
    func insert(_ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO dead_letters (topic, partition, kafka_offset, reason, message, time)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (topic, partition, kafka_offset) DO NOTHING
                """
        ).execute(arguments: [topic, partition, offset, reason, message.map { Data($0) }, time.seconds])
    }
}
