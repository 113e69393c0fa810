internal import Foundation
internal import GRDB

/// A dead letter as the store has it.
public struct StoredDeadLetter: Sendable, Equatable {
    /// The row's id; it grows in the order of storing.
    public let id: Int64
    /// What was on the topic.
    public let letter: DeadLetter

    fileprivate init(_ row: Row) {
        id = row[0]
        letter = DeadLetter(
            topic: row[1], partition: row[2], offset: row[3], reason: row[4],
            message: (row[5] as Data?).map { [UInt8]($0) }, time: Int64(((row[6] as Double) * 1_000_000).rounded()))
    }
}

extension EventReading {
    /// The dead letters that have not become events since, in the order of their ids.
    ///
    /// - Parameters:
    ///   - id: only those after it.
    ///   - limit: how many at most.
    public func deadLetters(after id: Int64 = 0, limit: Int) async throws -> [StoredDeadLetter] {
        try await deadLetters(where: "id > ?", [id], order: "ASC", limit: limit)
    }

    /// The last of them, newest first.
    public func latestDeadLetters(limit: Int) async throws -> [StoredDeadLetter] {
        try await deadLetters(where: "TRUE", [], order: "DESC", limit: limit)
    }

    /// The one with this id; nil when there is none, or it has become an event.
    public func deadLetter(id: Int64) async throws -> StoredDeadLetter? {
        try await deadLetters(where: "id = ?", [id], order: "ASC", limit: 1).first
    }

    private func deadLetters(
        where condition: String, _ arguments: [Int64], order: String, limit: Int
    ) async throws -> [StoredDeadLetter] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, topic, partition, kafka_offset, reason, message, time FROM dead_letters
                    WHERE id NOT IN (SELECT id FROM requeued_dead_letters) AND \(condition) ORDER BY id \(order) LIMIT ?
                    """, arguments: StatementArguments(arguments + [Int64(limit)])
            ).map(StoredDeadLetter.init)
        }
    }
}
