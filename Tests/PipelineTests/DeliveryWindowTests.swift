import Store
import Testing

@testable import Kafka
@testable import Pipeline

struct DeliveryWindowTests {
    private func delivery(_ tag: Int, partition: Int32 = 0, offset: Int64? = nil) -> KafkaDelivery {
        KafkaDelivery(tag: tag, partition: partition, offset: offset ?? Int64(tag))
    }

    @Test func whatIsSentMovesNothing() {
        let window = DeliveryWindow(after: 10)
        for sequence in 11...20 { window.add(Int64(sequence), length: 100) }
        #expect(window.mark == .init(sequence: 10, offsets: [:]))
        #expect(window.carried.value == 10)
        #expect(window.takeCounts() == (0, 0))
    }

    @Test func theMarkStandsBeforeTheFirstThatHasNotBeenAcknowledged() {
        let window = DeliveryWindow(after: 0)
        for sequence in 1...6 { window.add(Int64(sequence), length: 100) }
        window.acknowledge([delivery(2), delivery(4, partition: 1), delivery(3)])
        #expect(window.mark == .init(sequence: 0, offsets: [0: 3, 1: 4]))
        window.acknowledge([delivery(1)])
        #expect(window.mark.sequence == 4)
        #expect(window.carried.value == 4)
        #expect(window.takeCounts() == (400, 4))
        window.acknowledge([delivery(6)])
        #expect(window.mark.sequence == 4)
        window.acknowledge([delivery(5)])
        #expect(window.mark == .init(sequence: 6, offsets: [0: 6, 1: 4]))
        #expect(window.takeCounts() == (200, 2))
    }

    @Test func theWindowIsUsedRoundAndRound() {
        let window = DeliveryWindow(after: 0)
        for sequence in 1...3 * DeliveryWindow.size {
            window.add(Int64(sequence), length: 1)
            window.acknowledge([delivery(sequence)])
        }
        #expect(window.mark.sequence == Int64(3 * DeliveryWindow.size))
    }

    @Test func theStoreHoldsTheJournalUpToTheLastMarkWhoseOffsetsItHasPassed() {
        let progress = RelayProgress(feed: EventFeed())
        progress.reached(.init(sequence: 10, offsets: [0: 4, 1: 4]), published: 10)
        progress.reached(.init(sequence: 20, offsets: [0: 9, 1: 9]), published: 10)
        #expect(progress.carriedSequence == 20)
        #expect(progress.storeHolds([:]) == (0, 20))
        // The first offset that is not stored, by partition.
        #expect(progress.storeHolds([0: 9, 1: 5]) == (10, 6))
        #expect(progress.storeHolds([0: 10, 1: 9]) == (10, 1))
        #expect(progress.storeHolds([0: 10, 1: 10]) == (20, 0))
    }
}
