import Kafka
import MockCluster
import Testing

struct KafkaProducerTests {
    private let cluster = MockCluster()

    init() {
        cluster.makeTopic("logs", partitions: 3)
    }

    /// What is on the topic, read by a consumer of a group of its own.
    private func topic(_ count: Int) async throws -> [KafkaMessage] {
        let store = MemoryStore()
        let consumer = try RunningConsumer(cluster, group: "reader", store)
        try await eventually("\(count) messages on the topic") { store.messages.count >= count }
        try await consumer.stop()
        return store.messages
    }

    /// Every number once, and those of a key in order.
    private func expectInOrder(_ messages: [KafkaMessage], _ count: Int) {
        let numbers = texts(messages).map { $0.compactMap(Int.init) }
        #expect(numbers.flatMap { $0 }.sorted() == Array(0..<count))
        for user in 0..<5 {
            let places = numbers.map { $0.filter { $0 % 5 == user } }.filter { !$0.isEmpty }
            #expect(places.count == 1, "a key has one partition")
            #expect(places.first == places.first?.sorted(), "and its messages are in order")
        }
    }

    @Test func everyMessageIsReportedOnceWithItsPlaceAndArrivesWithItsHeaders() async throws {
        let sender = try RunningProducer(cluster)
        try sender.send(0..<1000)
        try await eventually("every report") { sender.deliveries.all.count >= 1000 }
        try await sender.stop()
        let reports = sender.deliveries.all
        #expect(reports.map(\.tag).sorted() == Array(0..<1000))
        for (_, ofPartition) in Dictionary(grouping: reports, by: \.partition) {
            #expect(ofPartition.map(\.offset) == Array(0..<Int64(ofPartition.count)))
        }
        let messages = try await topic(1000)
        expectInOrder(messages, 1000)
        let places = Dictionary(uniqueKeysWithValues: reports.map { ([Int64($0.partition), $0.offset], $0.tag) })
        for message in messages {
            let number = try #require(places[[Int64(message.partition), message.offset]])
            #expect(message.value == Array("\(number)".utf8))
            #expect(message.header == "id-\(number)")
            #expect(message.timestamp != nil)
        }
    }

    @Test func whatIsSentWhileNoBrokerIsThereWaitsForIt() async throws {
        cluster.goDown()
        let sender = try RunningProducer(cluster)
        try sender.send(0..<100)
        try await eventually("the complaint") { sender.producer.lastComplaint != nil }
        #expect(sender.deliveries.all.isEmpty)
        cluster.comeUp()
        try await eventually("every report") { sender.deliveries.all.count == 100 }
        #expect(sender.producer.lastComplaint == nil)
        try await sender.stop()
        expectInOrder(try await topic(100), 100)
    }

    @Test func passingErrorsAreTriedAgainAndNothingIsOvertaken() async throws {
        let sender = try RunningProducer(cluster, ["retry.backoff.ms": "1", "batch.num.messages": "10"])
        // Not the leader, timed out, not enough replicas, a broken connection.
        cluster.failNext(0, with: [6, 7, 19, 20, -195, 6, 6, -195])
        try sender.send(0..<300)
        try await eventually("every report") { sender.deliveries.all.count >= 300 }
        try await sender.stop()
        expectInOrder(try await topic(300), 300)
    }

    @Test func aMessageThatIsRefusedForGoodEndsTheProducer() async throws {
        let sender = try RunningProducer(cluster)
        // Not authorized to write to the topic.
        cluster.failNext(0, with: [29, 29, 29])
        try sender.send(0..<50)
        let error = await #expect(throws: KafkaError.self) { try await sender.running.value }
        #expect(error?.isFatal == true)
        #expect(error?.message.isEmpty == false)
    }

    @Test func whatDoesNotFitIsSaidToTheSender() async throws {
        cluster.goDown()
        let sender = try RunningProducer(cluster, ["queue.buffering.max.messages": "10"])
        try sender.send(0..<10)
        #expect(try !sender.producer.send(key: [], value: [1], headers: [], tag: 10))
        cluster.comeUp()
        try await eventually("room for another") {
            try sender.producer.send(key: [], value: [1], headers: [], tag: 10)
        }
        try await eventually("every report") { sender.deliveries.all.count == 11 }
        try await sender.stop()
    }

    @Test func theTopicIsDescribed() async throws {
        let sender = try RunningProducer(cluster)
        try sender.send(0..<100)
        try await eventually("every report") { sender.deliveries.all.count == 100 }
        #expect(try await sender.producer.partitionCount() == 3)
        let ends = try await sender.producer.endOffsets(partitions: 3)
        #expect(Set(ends.keys) == [0, 1, 2])
        #expect(ends.values.reduce(0, +) == 100)
        try await sender.stop()
    }

    @Test func aTopicThatIsMissingIsNoErrorAndOneThatCannotBeMadeIs() async throws {
        cluster.setTopicError("other", 3)
        let sender = try RunningProducer(cluster, topic: "other")
        #expect(try await sender.producer.partitionCount() == nil)
        // The mock cluster names no controller that could make topics.
        let error = await #expect(throws: KafkaError.self) {
            try await sender.producer.createTopic(partitions: 3)
        }
        #expect(error?.message == "Failed while waiting for controller: Local: Timed out")
        cluster.setTopicError("other", 0)
        try await eventually("the topic") { try await sender.producer.partitionCount() != nil }
        try await sender.stop()
    }
}
