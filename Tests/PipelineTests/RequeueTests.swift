import Events
import Store
import Testing

@testable import Pipeline

/// Dead letters that are read once more.
struct RequeueTests {
    private let directory = RecorderDirectory()

    private func letter(_ offset: Int64, _ message: String?) -> DeadLetter {
        DeadLetter(
            topic: "logs", partition: 2, offset: offset, reason: "of an older version",
            message: message.map { Array($0.utf8) }, time: 1_700_000_000_000_000)
    }

    @Test func whatIsAnEventAfterAllIsStoredOnceAtItsPlace() async throws {
        let store = try directory.store()
        let texts = [#"{"event":"add","user":"bob","status":200}"#, "no JSON", nil]
        try store.record(
            StoreBatch(
                records: [], deadLetters: texts.enumerated().map { letter(Int64($0), $1) }, positions: []))
        let letters = try await store.deadLetters(limit: 10)
        #expect(letters.map(\.letter) == texts.enumerated().map { letter(Int64($0), $1) })
        var reasons: [String?] = []
        for letter in letters + letters { reasons.append(try TopicRecorder.requeue(letter, in: store)) }
        #expect(reasons == [nil, "not JSON (byte 0)", "empty", nil, "not JSON (byte 0)", "empty"])
        let stored = try await store.events(matching: EventFilter(), limit: 10)
        #expect(stored.map(\.eventID) == ["logs/2/0"])
        #expect(stored.map(\.user) == ["bob"])
        #expect(stored.map(\.time) == [1_700_000_000])
        #expect(try await store.latestDeadLetters(limit: 10).map(\.id) == [3, 2])
        #expect(try await store.deadLetter(id: 1) == nil)
        #expect(try await store.extent(topic: "logs").deadLetters == 3, "what is counted does not go back")
    }
}
