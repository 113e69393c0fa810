import Foundation
import Store

/// A directory with the two databases of a service; removed with the value that owns it.
final class RecorderDirectory: Sendable {
    let path = NSTemporaryDirectory() + "recorder-\(UUID().uuidString)"

    func journal() throws -> ServiceDatabase {
        try ServiceDatabase(directory: path, durability: .process)
    }

    func store() throws -> EventStore {
        try EventStore(path: path + "/events.db")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
