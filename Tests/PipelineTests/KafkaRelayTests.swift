import Events
import Foundation
import Kafka
import MockCluster
import ServiceLifecycle
import ServiceLifecycleTestKit
import Store
import Testing

@testable import Pipeline

struct KafkaRelayTests {
    private let directory = RecorderDirectory()
    private let cluster = MockCluster()
    private let log = LogLines()

    init() {
        cluster.makeTopic("logs", partitions: 3)
    }

    private func append(_ numbers: Range<Int>, to journal: ServiceDatabase) async throws {
        for number in numbers {
            try await journal.append(
                Event(
                    kind: .calculation, name: "add", input: Array("{}".utf8), user: "user\(number % 5)", status: 200,
                    durationMicroseconds: number, requestID: "\(number)"))
        }
    }

    private func relay(_ journal: ServiceDatabase, _ feed: EventFeed = EventFeed()) throws -> KafkaRelay {
        let properties = KafkaRelay.defaults
            .merging(["bootstrap.servers": cluster.servers, "reconnect.backoff.max.ms": "200"])
            .merging(KafkaProducer.properties)
        return try KafkaRelay(
            journal: journal, destination: .init(topic: "logs", partitions: 3, properties: properties),
            progress: RelayProgress(feed: feed), logger: log.logger)
    }

    /// What the event store makes of the topic.
    private func recorded(_ count: Int) async throws -> [StoredEvent] {
        let store = try directory.store()
        let properties = KafkaConsumer.defaults
            .merging(["bootstrap.servers": cluster.servers, "group.id": "test"]).merging(KafkaConsumer.properties)
        let consumer = try KafkaConsumer(
            .init(topic: "logs", header: CloudEvent.idHeader), properties: properties,
            store: TopicRecorder(store: store, topic: "logs"), logger: log.logger)
        let running = Task { try await consumer.run() }
        try await eventually("\(count) rows") { store.storedEvents >= count }
        running.cancel()
        try await running.value
        return try await store.events(matching: EventFilter(order: .oldestFirst), limit: 10_000)
    }

    /// The store holds the journal's events, each once, and those of a user in the journal's order.
    private func expectCarried(_ journal: ServiceDatabase) async throws {
        let entries = try await journal.journalEntries(after: 0, limit: 10_000)
        let stored = try await recorded(entries.count)
        #expect(stored.count == entries.count)
        for user in Set(entries.map(\.user)) {
            #expect(
                stored.filter { $0.user == user }.map(\.eventID)
                    == entries.filter { $0.user == user }.map(\.eventID.description))
        }
    }

    @Test func theJournalReachesTheStoreThroughTheTopic() async throws {
        let (journal, feed) = (try directory.journal(), EventFeed())
        try await append(0..<100, to: journal)
        let relay = try relay(journal, feed)
        let running = Task { try await relay.run() }
        try await append(100..<500, to: journal)
        try await eventually("the cursor at the end") { try await journal.relayed(to: "logs") == 500 }
        #expect(journal.pendingEvents == 0)
        #expect(feed.topicDelivery?.broker == .ready && feed.topicDelivery?.published == 500)
        running.cancel()
        try await running.value
        try await expectCarried(journal)
        #expect(log.lines.first == "Kafka ready")
    }

    @Test func theCursorStaysWhereItIsUntilTheBrokerAcknowledges() async throws {
        let (journal, feed) = (try directory.journal(), EventFeed())
        let relay = try relay(journal, feed)
        let running = Task { try await relay.run() }
        try await append(0..<10, to: journal)
        try await eventually("the cursor at the end") { try await journal.relayed(to: "logs") == 10 }
        cluster.goDown()
        try await append(10..<60, to: journal)
        try await eventually("the broker being missed") { feed.topicDelivery?.broker == .unreachable }
        #expect(try await journal.relayed(to: "logs") == 10)
        #expect(journal.pendingEvents == 50)
        cluster.comeUp()
        try await eventually("the cursor at the end") { try await journal.relayed(to: "logs") == 60 }
        try await eventually("the broker being found again") { feed.topicDelivery?.broker == .ready }
        running.cancel()
        try await running.value
        try await expectCarried(journal)
        let states = log.lines.filter { $0.hasPrefix("Kafka") }
        #expect(states.prefix(3) == ["Kafka ready", "Kafka not ready, retrying", "Kafka ready"])
    }

    @Test func aProducerThatIsRefusedBeginsAnewWhereTheCursorIs() async throws {
        let (journal, feed) = (try directory.journal(), EventFeed())
        // Not authorized to write to the topic, three times.
        cluster.failNext(0, with: [29, 29, 29])
        try await append(0..<200, to: journal)
        let relay = try relay(journal, feed)
        let running = Task { try await relay.run() }
        try await eventually("the cursor at the end") { try await journal.relayed(to: "logs") == 200 }
        #expect(try #require(feed.topicDelivery).failures > 0)
        running.cancel()
        try await running.value
        try await expectCarried(journal)
    }

    @Test func batchesBecomeSmallerUntilTheTopicTakesThem() async throws {
        let (journal, feed) = (try directory.journal(), EventFeed())
        // Message size too large, twice.
        cluster.failNext(0, with: [10, 10])
        try await append(0..<200, to: journal)
        let relay = try relay(journal, feed)
        let running = Task { try await relay.run() }
        try await eventually("the cursor at the end") { try await journal.relayed(to: "logs") == 200 }
        running.cancel()
        try await running.value
        try await expectCarried(journal)
        // Two partitions may meet the error with the same producer.
        let sizes = log.values("bytes")
        #expect(!sizes.isEmpty && sizes == Array(["500000", "250000"].prefix(sizes.count)))
    }

    @Test func relaysThatDieLoseAndDoubleNothing() async throws {
        let journal = try directory.journal()
        for round in 0..<4 {
            let relay = try relay(journal)
            let running = Task { try await relay.run() }
            try await append(round * 100..<(round + 1) * 100, to: journal)
            if round > 0 {
                try await eventually("some of it") { try await journal.relayed(to: "logs") > round * 50 }
            }
            running.cancel()
            try await running.value
        }
        let last = try relay(journal)
        let running = Task { try await last.run() }
        try await eventually("the cursor at the end") { try await journal.relayed(to: "logs") == 400 }
        running.cancel()
        try await running.value
        try await expectCarried(journal)
    }

    @Test func gracefulShutdownCarriesWhatIsLeft() async throws {
        let (journal, feed) = (try directory.journal(), EventFeed())
        let relay = try relay(journal, feed)
        try await testGracefulShutdown { trigger in
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { try await relay.run() }
                try await eventually("the broker") { feed.topicDelivery?.broker == .ready }
                try await append(0..<300, to: journal)
                trigger.triggerGracefulShutdown()
            }
        }
        #expect(try await journal.relayed(to: "logs") == 300)
        try await expectCarried(journal)
    }
}
