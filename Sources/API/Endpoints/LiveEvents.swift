import Accounts
import Events
import Hummingbird
import NIOCore
import Store

/// Server-sent events (WHATWG HTML, section 9.2): every event after a place in the store, then each as it is stored.
/// What is sent is read from the store, so nothing is missed and nothing is held in memory for a slow reader.
struct LiveEvents: Sendable {
    let services: Services
    let token: String
    let user: String?
    let event: String?
    let after: Int64

    /// How often something is sent even when nothing happens, so that a dead connection is noticed.
    private static let heartbeat = Duration.seconds(15)

    func write(to writer: inout any ResponseBodyWriter) async throws {
        var last = after
        try await writer.write(ByteBuffer(string: ": connected\nretry: 2000\n\n"))
        while !Task.isCancelled {
            let events = try await services.eventStore.events(
                matching: EventFilter(user: user, event: event, after: last, order: .oldestFirst), limit: 200)
            if let newest = events.last {
                try await writer.write(Self.text(events))
                last = newest.id
                continue
            }
            // The stream ends with the session: whoever was signed out must not go on reading.
            guard await isStillSignedIn() else { return }
            let isNew = await services.feed.waitForChange(after: last, within: Self.heartbeat)
            if !isNew { try await writer.write(ByteBuffer(string: ": still here\n\n")) }
        }
    }

    private func isStillSignedIn() async -> Bool {
        if services.accounts.cachedPrincipal(bearer: token) != nil { return true }
        return (try? await services.accounts.authenticate(bearer: token)) != nil
    }

    private static func text(_ events: [StoredEvent]) -> ByteBuffer {
        var text = ByteBuffer()
        for event in events {
            text.writeString("id: \(event.id)\n")
            if let name = event.event, !name.contains("\n") { text.writeString("event: \(name)\n") }
            // A message of ours is one line; one that somebody else wrote need not be.
            for line in event.message.split(separator: "\n", omittingEmptySubsequences: false) {
                text.writeString("data: \(line)\n")
            }
            text.writeString("\n")
        }
        return text
    }
}
