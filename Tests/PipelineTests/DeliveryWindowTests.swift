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
        window.acknowledge([delivery(2, offset: 7), delivery(4, partition: 1), delivery(3, offset: 8)])
        #expect(window.mark == .init(sequence: 0, offsets: [0: 8, 1: 4]))
        window.acknowledge([delivery(1, partition: 2, offset: 0)])
        #expect(window.mark.sequence == 4)
        #expect(window.carried.value == 4)
        #expect(window.takeCounts() == (400, 4))
        window.acknowledge([delivery(6, partition: 1, offset: 5)])
        #expect(window.mark.sequence == 4)
        window.acknowledge([delivery(5, offset: 9)])
        #expect(window.mark == .init(sequence: 6, offsets: [0: 9, 1: 5, 2: 0]))
        #expect(window.takeCounts() == (200, 2))
    }

    @Test func placesOfATopicThatWasMadeAnewReplaceThoseBefore() {
        let window = DeliveryWindow(after: 0)
        for sequence in 1...3 { window.add(Int64(sequence), length: 100) }
        window.acknowledge([delivery(1, offset: 90), delivery(2, offset: 0)])
        #expect(window.mark == .init(sequence: 2, offsets: [0: 0]))
        // A message that the broker had already has no place.
        window.acknowledge([delivery(3, offset: -1001)])
        #expect(window.mark == .init(sequence: 3, offsets: [0: 0]))
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
        #expect(progress.takeStart(saved: 3) == 3)
        progress.reached(.init(sequence: 10, offsets: [0: 4, 1: 4]), published: 10)
        progress.reached(.init(sequence: 20, offsets: [0: 9, 1: 9]), published: 10)
        #expect(progress.takeStart(saved: 3) == 20)
        #expect(progress.storeHolds([:]) == (0, 20))
        // The first offset that is not stored, by partition.
        #expect(progress.storeHolds([0: 9, 1: 5]) == (10, 6))
        #expect(progress.storeHolds([0: 10, 1: 9]) == (10, 1))
        #expect(progress.storeHolds([0: 10, 1: 10]) == (20, 0))
    }

    @Test func whatHasBeenOnTheTopicAndIsNotKnownToBeStoredIsBehindWhateverTheOffsetsSay() {
        let feed = EventFeed()
        let progress = RelayProgress(feed: feed)
        progress.beginAudit(after: 5, lost: 2)
        progress.reached(.init(sequence: 20, offsets: [0: 14]), published: 15)
        // The store's places are those of another topic: the partition ends before them, or what should be there is not.
        let (carried, lag) = progress.storeHolds([0: 30])
        #expect(carried == 20 && lag == 15)
        #expect(progress.storeHolds([0: 15]).lag == 0)
        progress.verified(through: 5, isMissing: true)
        #expect(progress.storeHolds([0: 15]).lag == 15)
        progress.topicEnds(at: [0: 0], after: progress.acknowledgements)
        #expect(progress.storeHolds([0: 30]).lag == 15 && progress.settledSince == nil)
        // The consumer has noticed, and has read the new topic to its end.
        #expect(progress.storeHolds([0: 0]).lag == 15 && progress.settledSince != nil)
        #expect(progress.auditTarget == 20)
        progress.carryAgain(after: 8, lost: 12)
        #expect(progress.takeStart(saved: 20) == 8)
        #expect(feed.topicDelivery?.lost == 14)
        #expect(progress.auditTarget <= 8 && progress.settledSince == nil)
        progress.reached(.init(sequence: 20, offsets: [0: 11]), published: 12)
        #expect(progress.storeHolds([0: 12]).carried == 20)
        progress.verified(through: 20)
        #expect(progress.storeHolds([0: 12]).lag == 0)
    }

    @Test func batchesAreHalvedUntilOneEventIsSentByItself() {
        var batches = BatchSize(KafkaProperties(["batch.size": "3000"]))
        var sizes = [batches.bytes]
        while batches.halve() { sizes.append(batches.bytes) }
        #expect(sizes == [3000, 1500, 1024])
        #expect(BatchSize(KafkaProperties([:])).properties == ["batch.size": "1000000"])
    }
}
