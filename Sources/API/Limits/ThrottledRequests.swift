import Events
import JSON
import Logging
import Store
import Synchronization

/// Counts the requests that limits have turned away. Each count becomes one event when its minute has ended: an event for
/// each of them would make a limit the way to fill the disk.
final class ThrottledRequests: Sendable {
    /// Whose requests are counted together.
    enum Key: Hashable {
        case user(String)
        /// What one address has asked without a token.
        case address(String)
        /// Those for whom there was no room.
        case others
        /// Refusals of requests without a token that are not recorded one by one.
        case unrecorded
    }

    private struct Tally {
        var count = 0
        /// The first of them.
        let requestID: String
    }

    /// How many users and addresses are told apart in a minute.
    private static let capacity = 200

    private let tallies = Mutex<[Key: Tally]>([:])
    private let database: ServiceDatabase
    private let logger: Logger

    init(database: ServiceDatabase, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    /// Counts a request.
    func count(_ key: Key, requestID: String) {
        tallies.withLock { tallies in
            let isKnown = tallies[key] != nil || tallies.count < Self.capacity || key == .unrecorded
            tallies[isKnown ? key : .others, default: Tally(requestID: requestID)].count += 1
        }
    }

    /// Records what has been counted every minute until it is cancelled.
    func recordEveryMinute() async {
        while (try? await Task.sleep(for: .seconds(60))) != nil { await record() }
    }

    /// Makes what has been counted durable. What cannot be written is counted on.
    func record() async {
        let counted = tallies.withLock { tallies in
            defer { tallies = [:] }
            return tallies
        }
        guard !counted.isEmpty else { return }
        let events = counted.map { event(of: $0, $1) }
        do {
            try await database.write { _ in ((), events) }
        } catch {
            logger.warning("throttled requests are not recorded yet", metadata: ["reason": "\(error)"])
            putBack(counted)
        }
    }

    private func putBack(_ counted: [Key: Tally]) {
        tallies.withLock { tallies in
            tallies.merge(counted) { present, earlier in
                Tally(count: present.count + earlier.count, requestID: earlier.requestID)
            }
        }
    }

    private func event(of key: Key, _ tally: Tally) -> Event {
        var (user, address) = (Services.nobody, String?.none)
        switch key {
        case .user(let name): user = name
        case .address(let network): address = network
        case .others, .unrecorded: break
        }
        return Event(
            kind: .action, name: "throttled", input: eventInput(("address", address)), user: user, status: 429,
            code: key == .unrecorded ? "unrecorded" : "rate_limited", durationMicroseconds: 0,
            requestID: tally.requestID, count: tally.count)
    }
}
