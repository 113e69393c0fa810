import Testing

@testable import Events

@Suite struct TraceParentTests {
    private static let sane = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func aSaneHeaderIsHandedOnAsItCame() {
        #expect(TraceParent(Self.sane)?.text == Self.sane)
        #expect(TraceParent(Self.sane)?.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
    }

    @Test func ofALaterVersionIsKeptWhatTheFirstOneKnows() {
        let later = "cc" + Self.sane.dropFirst(2)
        #expect(TraceParent(later)?.text == Self.sane)
        #expect(TraceParent(later + "-what-the-future-will-be-like")?.text == Self.sane)
        #expect(TraceParent(later + ".what")?.text == nil)
    }

    @Test(arguments: [
        "", "00", "not a trace", String(sane.dropLast()), sane + "-more", sane + "0", sane.uppercased(),
        "ff" + sane.dropFirst(2), "0g" + sane.dropFirst(2),
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473\u{301}-00f067aa0ba902b7-01", String(repeating: "0", count: 100_000),
    ])
    func anythingElseIsNone(header: String) {
        #expect(TraceParent(header) == nil)
    }

    @Test func aMessageHasItAsItsLastMemberAndGivesItBack() {
        var event = Event(
            kind: .calculation, name: "add", input: Array("{}".utf8), user: "alice", status: 200,
            durationMicroseconds: 1, requestID: #"","traceparent":"#)
        #expect(TraceParent(ofMessage: event.message()) == nil)
        #expect(TraceParent(ofMessage: []) == nil)
        event.traceParent = TraceParent(Self.sane)
        let message = event.message()
        #expect(String(decoding: message, as: UTF8.self).hasSuffix(#","traceparent":"\#(Self.sane)"}"#))
        #expect(TraceParent(ofMessage: message) == TraceParent(Self.sane))
    }

    @Test func itsHeaderOnTheTopicBearsItsOwnName() {
        func names(_ trace: TraceParent?) -> [String] {
            CloudEvent.headers(id: .next(), event: "add", time: 0, traceParent: trace).map(\.name)
        }
        #expect(names(TraceParent(Self.sane)) == names(nil) + ["traceparent"])
    }
}
