import Kafka
import MockCluster
import Testing

struct KafkaConsumerTests {
    private let cluster = MockCluster()

    init() {
        cluster.makeTopic("logs", partitions: 1)
    }

    private func produce(_ numbers: Range<Int>) async throws {
        let sender = try RunningProducer(cluster)
        try sender.send(numbers)
        try await eventually("every report") { sender.deliveries.all.count == numbers.count }
        try await sender.stop()
    }

    private func numbers(_ range: Range<Int>) -> [[String]] {
        [range.map(String.init)]
    }

    @Test func readingGoesOnWhereTheStoreIsWhateverTheGroupSays() async throws {
        try await produce(0..<100)
        let first = MemoryStore(positions: [0: 40])
        let consumer = try RunningConsumer(cluster, first)
        try await eventually("the rest") { first.messages.count >= 60 }
        try await consumer.stop()
        #expect(texts(first.messages) == numbers(40..<100))
        // The group's offsets stand at the end by now. A store that has nothing gets everything all the same.
        let second = MemoryStore()
        let again = try RunningConsumer(cluster, second)
        try await eventually("everything") { second.messages.count >= 100 }
        try await again.stop()
        #expect(texts(second.messages) == numbers(0..<100))
    }

    @Test func aStoreThatFailsGetsTheSameMessagesAgain() async throws {
        try await produce(0..<50)
        let store = MemoryStore(failures: 3)
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("everything") { store.messages.count >= 50 }
        #expect(store.attempts > 3)
        try await produce(50..<60)
        try await eventually("what came after") { store.messages.count >= 60 }
        try await consumer.stop()
        #expect(texts(store.messages) == numbers(0..<60))
        #expect(consumer.log.lines.filter { $0.hasPrefix("The store") }.count == 2)
    }

    @Test func whatIsGoneFromTheTopicIsToldWithItsNumberAndReadingBeginsWithWhatIsLeft() async throws {
        // More than the mock cluster keeps of a partition.
        let sender = try RunningProducer(cluster)
        try await sender.send(Array(repeating: Array(repeating: UInt8(ascii: "x"), count: 100_000), count: 80))
        try await sender.stop()
        let first = try await sender.firstOffset()
        #expect(first > 1)
        let store = MemoryStore(positions: [0: 1])
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("what is left") { store.messages.count >= 80 - Int(first) }
        try await consumer.stop()
        #expect(store.messages.map(\.offset) == Array(first..<80))
        #expect(
            consumer.log.lines == [
                "assigned",
                "Messages are gone from the topic before they were stored; reading from what is left",
            ])
        #expect(consumer.log.values("lost") == ["\(first - 1)"])
    }

    @Test func aTopicThatEndsBeforeTheStoresPlaceIsAnotherOneAndNothingIsSaidToBeGone() async throws {
        try await produce(0..<10)
        let store = MemoryStore(positions: [0: 1000])
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("all of it") { store.messages.count >= 10 }
        try await consumer.stop()
        #expect(texts(store.messages) == numbers(0..<10))
        #expect(consumer.log.lines.filter { $0.hasPrefix("The topic is not the one") }.count == 1)
        #expect(!consumer.log.lines.contains { $0.hasPrefix("Messages are gone") })
    }

    @Test func afterABrokerWasAwayTheTopicIsComparedAgain() async throws {
        try await produce(0..<10)
        let store = MemoryStore()
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("the first") { store.messages.count == 10 }
        cluster.goDown()
        try await eventually("the complaint") { consumer.log.lines.contains("Kafka not ready, retrying") }
        store.forget(last: "of another topic")
        cluster.comeUp()
        try await eventually("all of it again") { store.messages.count >= 20 }
        try await consumer.stop()
        #expect(consumer.log.lines.contains { $0.hasPrefix("The topic is not the one") })
    }

    @Test func aTopicThatWasMadeAnewIsReadFromItsBeginning() async throws {
        try await produce(0..<100)
        let store = MemoryStore(positions: [0: 40], last: "what stood at 39 in the topic before")
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("everything") { store.messages.count >= 100 }
        try await consumer.stop()
        #expect(texts(store.messages) == numbers(0..<100))
        #expect(
            consumer.log.lines.filter { $0.hasPrefix("The topic is not the one") }.count == 1)
    }

    @Test func aTopicThatIsTheSameIsReadFromTheStoresPosition() async throws {
        try await produce(0..<100)
        let store = MemoryStore(positions: [0: 40], last: "39")
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("the rest") { store.messages.count >= 60 }
        try await produce(100..<110)
        try await eventually("what came after") { store.messages.count >= 70 }
        try await consumer.stop()
        #expect(texts(store.messages) == numbers(40..<110))
    }

    @Test func aBrokerThatGoesAndComesBackChangesNothing() async throws {
        try await produce(0..<10)
        let store = MemoryStore()
        let consumer = try RunningConsumer(cluster, store)
        try await eventually("the first") { store.messages.count == 10 }
        cluster.goDown()
        try await eventually("the complaint") { consumer.log.lines.contains("Kafka not ready, retrying") }
        cluster.comeUp()
        try await produce(10..<20)
        try await eventually("the others") { store.messages.count >= 20 }
        try await consumer.stop()
        #expect(texts(store.messages) == numbers(0..<20))
        // One line for each reason: that the connection broke, and that there is no other.
        let lines = consumer.log.lines.filter { $0.hasPrefix("Kafka") }
        #expect(lines.last == "Kafka ready" && lines.filter { $0 == "Kafka ready" }.count == 1)
        #expect((2...4).contains(lines.count), "\(consumer.log.values("reason"))")
        #expect(!consumer.log.values("reason").contains { $0.contains("brokers are down") })
    }
}
