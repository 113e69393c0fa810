import Accounts
import Events
import JSON

/// The event of an account action that comes from the machine itself: a command, or the first start.
///
/// Its user is `local/admin`. No account can have that name, since names have no slash: these events are nobody's own,
/// and administrators see them.
struct LocalEvent: Sendable {
    static let user = "local/admin"

    private let name: String
    private let input: [UInt8]
    private let requestID = EventID.next().description
    private let started = ContinuousClock.now

    /// - Parameters:
    ///   - name: as the same action over HTTP is called.
    ///   - input: its members; those without a value are left out. Never a password.
    init(_ name: String, input: [(key: String, value: String?)]) {
        var writer = JSONWriter()
        writer.beginObject()
        for case (let key, let value?) in input {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        self.name = name
        self.input = writer.bytes
    }

    func succeeded(_ result: String) -> Event {
        var writer = JSONWriter()
        writer.string(result)
        return event(result: writer.bytes, status: 200, code: nil)
    }

    func refused(_ error: AccountError) -> Event {
        event(result: nil, status: error.status, code: error.code)
    }

    private func event(result: [UInt8]?, status: Int, code: String?) -> Event {
        let duration = (ContinuousClock.now - started).components
        return Event(
            kind: .action, name: name, input: input, result: result, user: Self.user, status: status, code: code,
            durationMicroseconds: Int(duration.seconds * 1_000_000 + duration.attoseconds / 1_000_000_000_000),
            requestID: requestID)
    }
}
