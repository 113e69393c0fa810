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
    /// What is sent at a time.
    private static let piece = EventPage.Size(events: 200, bytes: 256 << 10)

    func write(to writer: inout any ResponseBodyWriter) async throws {
        // An id that the store does not have yet is of another store, which was replaced: from there nothing would come.
        var place = min(after, try await services.eventStore.latestID())
        // With the place, a client that loses the connection before its first event has something to go on from.
        try await writer.write(ByteBuffer(string: ": connected\nretry: 2000\nid: \(place)\n\n"))
        while !Task.isCancelled {
            let next = try await next(after: place)
            // The stream ends with the session, or the role: whoever lost it must not go on reading.
            guard await isStillAllowed() else { return }
            try await writer.write(ByteBuffer(bytes: next.text))
            place = next.place
            if next.isWhole {
                let isNew = await services.feed.waitForChange(after: place, within: Self.heartbeat)
                if !isNew { try await writer.write(ByteBuffer(string: ": still here\n\n")) }
            }
        }
    }

    /// The events to send after a place in the store, and the place up to which there are no others: that may be far
    /// beyond the last of them, since most events are somebody else's.
    func next(after place: Int64) async throws -> (text: [UInt8], place: Int64, isWhole: Bool) {
        let newest = try await services.eventStore.latestID()
        let page = try await services.eventStore.page(
            matching: EventFilter(
                user: user, ownedSince: ownedSince, event: event, after: place, order: .oldestFirst), size: Self.piece,
            writing: Self.append)
        let last = page.lastID ?? place
        return page.isLast ? (page.text, max(last, newest), true) : (page.text, last, false)
    }

    private func isStillAllowed() async -> Bool {
        var reader = services.accounts.cachedPrincipal(bearer: token)
        if reader == nil { reader = try? await services.accounts.authenticate(bearer: token) }
        guard let reader else { return false }
        return user == reader.username || reader.role == .admin
    }

    private static let append: EventPage.Writing = { event, text in
        text += "id: \(event.id)\n".utf8
        event.withEvent { name in
            // Either of the two would end the line, and a line of its own might begin with it.
            guard !name.isEmpty, !name.contains(where: { $0 == 10 || $0 == 13 }) else { return }
            text += "event: ".utf8
            text.append(contentsOf: name)
            text.append(10)
        }
        text += "data: ".utf8
        event.appendLine(to: &text)
        text += "\n\n".utf8
    }
}
