import Events

extension Event {
    static func sample(
        _ number: Int = 0, kind: Kind = .calculation, name: String = "add", user: String = "alice", status: Int = 200,
        time: Int64 = Event.now()
    ) -> Event {
        Event(
            kind: kind, name: name, input: Array("{\"a\":\"\(number)\"}".utf8), result: Array("\"\(number)\"".utf8),
            user: user, time: time, status: status, durationMicroseconds: number, requestID: "request-\(number)")
    }
}
