internal import Foundation
internal import GRDB

extension EventStore {
    /// Whether the store has this message from this place of a topic, as far as it can tell: false only when it has
    /// another one from there. For a thread that may be blocked.
    ///
    /// - Parameters:
    ///   - eventID: the event's identity; nil for what is no event.
    ///   - message: its bytes; nil for a message that has none.
    public func agrees(
        topic: String, partition: Int32, offset: Int64, eventID: String?, message: [UInt8]?
    ) throws(StoreError) -> Bool {
        let bytes = message.map { Data($0) }
        do {
            return try file.writer.writeWithoutTransaction { db in
                let event = "SELECT CAST(message AS BLOB) IS ? FROM kafka_logs WHERE event_id = ?"
                if try Bool.fetchOne(db, sql: event, arguments: [bytes, eventID]) == true { return true }
                let place = "WHERE topic = ? AND partition = ? AND kafka_offset = ? ORDER BY id DESC LIMIT 1"
                // The rows last: there is no index of their places, and this search takes as long as the table.
                for table in ["dead_letters", "kafka_logs"] {
                    let sql = "SELECT CAST(message AS BLOB) IS ? FROM \(table) \(place)"
                    let isSame = try Bool.fetchOne(db, sql: sql, arguments: [bytes, topic, partition, offset])
                    if let isSame { return isSame }
                }
                return true
            }
        } catch {
            throw StoreError(error, path: file.path)
        }
    }
}
