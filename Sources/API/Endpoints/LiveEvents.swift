import Accounts
import Hummingbird
import NIOCore
import Store

/// Server-sent events (WHATWG HTML, section 9.2): every event after a place in the store, then each as it is stored.
/// What is sent is read from the store, so nothing is missed and nothing is held in memory for a slow reader.
struct LiveEvents: Sendable {
    let services: Services
    let token: String
    /// Whose events; nil for everybody's.
    let user: String?
    /// Of that user's events none before this time, in microseconds since 1970.
    var ownedSince: Int64?
    let event: String?
    let after: Int64

    /// How often something is sent even when nothing happens, so that a dead connection is noticed.
    private static let heartbeat = Duration.seconds(15)

    func write(to writer: inout any ResponseBodyWriter) async throws {
        // An id that the store does not have yet is of another store, which was replaced: from there nothing would come.
        var place = min(after, try await services.eventStore.latestID())
        // With the place, a client that loses the connection before its first event has something to go on from.
        try await writer.write(ByteBuffer(string: ": connected\nretry: 2000\nid: \(place)\n\n"))
        while !Task.isCancelled {
            let next = try await next(after: place)
            // The stream ends with the session, or the role: whoever lost it must not go on reading.
            guard await isStillAllowed() else { return }
            if !next.events.isEmpty { try await writer.write(Self.text(next.events)) }
            place = next.place
            if next.isWhole {
                let isNew = await services.feed.waitForChange(after: place, within: Self.heartbeat)
                if !isNew { try await writer.write(ByteBuffer(string: ": still here\n\n")) }
            }
        }
    }

    /// The events to send after a place in the store, and the place up to which there are no others: that may be far
    /// beyond the last of them, since most events are somebody else's.
    func next(after place: Int64) async throws -> (events: [StoredEvent], place: Int64, isWhole: Bool) {
        let newest = try await services.eventStore.latestID()
        let limit = 200
        let events = try await services.eventStore.events(
            matching: EventFilter(
                user: user, ownedSince: ownedSince, event: event, after: place, order: .oldestFirst), limit: limit)
        let last = events.last?.id ?? place
        return events.count < limit ? (events, max(last, newest), true) : (events, last, false)
    }

    private func isStillAllowed() async -> Bool {
        var reader = services.accounts.cachedPrincipal(bearer: token)
        if reader == nil { reader = try? await services.accounts.authenticate(bearer: token) }
        guard let reader else { return false }
        return user == reader.username || reader.role == .admin
    }

    private static func text(_ events: [StoredEvent]) -> ByteBuffer {
        var text = ByteBuffer()
        for event in events {
            text.writeString("id: \(event.id)\n")
            // By bytes: to Swift, a carriage return with a line feed is one character, and neither of the two.
            if let name = event.event, !name.utf8.contains(where: { $0 == 10 || $0 == 13 }) {
                text.writeString("event: \(name)\n")
            }
            text.writeString("data: \(event.line)\n\n")
        }
        return text
    }
}
