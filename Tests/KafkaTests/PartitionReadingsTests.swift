import Testing

@testable import Kafka

/// How partitions are read, without a broker.
struct PartitionReadingsTests {
    private typealias Readings = PartitionReadings
    private static let start = ContinuousClock.now

    private static func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    /// One partition that is read from where the store is.
    private static func reading(from position: Int64?) -> (Readings, offset: Int64?) {
        var readings = Readings()
        let offsets = readings.begin([0], at: position.map { [0: $0] } ?? [:])
        return (readings, offsets[0, default: nil])
    }

    @Test func aPartitionThatTheStoreHasReadIsReadFromOneMessageBefore() {
        var readings = Readings()
        let offsets = readings.begin([0, 1, 2], at: [0: 7, 1: 0])
        #expect(offsets == [0: 6, 1: 0, 2: nil])
        #expect(readings.readings == [0: .proving(position: 7, shortSince: nil), 1: .plain, 2: .plain])
        #expect([0, 1, 2].map { readings.unprovenPosition(of: $0) } == [7, nil, nil])
    }

    @Test func theMessageBeforeThePositionIsComparedAndNotStored() {
        var (readings, _) = Self.reading(from: 7)
        #expect(readings.take(partition: 0, offset: 6) == .compare)
        readings.proved(0, true, now: Self.at(0))
        #expect(readings.take(partition: 0, offset: 7) == .store)
        #expect(readings.rewindTime == nil)
    }

    @Test func whatBeginsBehindThePositionHasNothingToCompareWith() {
        var (readings, _) = Self.reading(from: 7)
        #expect(readings.take(partition: 0, offset: 9) == .store)
        #expect(readings.readings == [0: .plain])
    }

    @Test func anotherMessageInItsPlaceShowsAnotherTopicWhichIsReadFromItsBeginning() {
        var (readings, _) = Self.reading(from: 7)
        readings.proved(0, false, now: Self.at(0))
        #expect(readings.take(partition: 0, offset: 7) == .drop)
        #expect(readings.questionable == [0])
        #expect(!readings.isRewindDue(now: Self.at(0.25)) && readings.isRewindDue(now: Self.at(0.26)))
        let settlement = readings.settlement(positions: [0: 7], extents: [0: 2..<20])
        #expect(settlement == Readings.Settlement(next: [0: 2], replaced: [0]))
    }

    @Test func aStoreThatCannotTellIsAskedAgain() {
        var (readings, _) = Self.reading(from: 7)
        readings.proved(0, nil, now: Self.at(0))
        #expect(readings.take(partition: 0, offset: 7) == .drop)
        #expect(readings.questionable.isEmpty && readings.isRewindDue(now: Self.at(1)))
        #expect(readings.begin([0], at: [0: 7]) == [0: 6])
    }

    @Test func aMessageBeforeThePositionThatWasDeletedIsDoneWithout() {
        var (readings, _) = Self.reading(from: 7)
        readings.displace(0, reason: "out of range", now: Self.at(0))
        #expect(readings.questionable.isEmpty && readings.isRewindDue(now: Self.at(1)))
        #expect(readings.begin([0], at: [0: 7]) == [0: 7])
        #expect(readings.take(partition: 0, offset: 7) == .store)
    }

    @Test func messagesThatWentBeforeTheyWereStoredAreCounted() {
        var (readings, _) = Self.reading(from: 7)
        readings.proved(0, true, now: Self.at(0))
        readings.displace(0, reason: "out of range", now: Self.at(0))
        #expect(readings.take(partition: 0, offset: 12) == .drop)
        let settlement = readings.settlement(positions: [0: 7], extents: [0: 12..<20])
        #expect(settlement == Readings.Settlement(next: [0: 12], lost: [0: 5], reason: "out of range"))
    }

    @Test func aPositionBehindTheEndOfThePartitionIsAnotherTopics() {
        var (readings, _) = Self.reading(from: nil)
        readings.displace(0, reason: "out of range", now: Self.at(0))
        let settlement = readings.settlement(positions: [0: 21], extents: [0: 3..<20])
        #expect(settlement == Readings.Settlement(next: [0: 3], replaced: [0], reason: "out of range"))
    }

    @Test func aPartitionThatEndsBeforeThePositionIsGivenTwoSecondsToCatchUp() {
        var (readings, _) = Self.reading(from: 7)
        readings.noteEnd(0, now: Self.at(0))
        readings.noteEnd(0, now: Self.at(1.5))
        readings.lookForShort(now: Self.at(2))
        #expect(readings.readings == [0: .proving(position: 7, shortSince: Self.at(0))])
        readings.lookForShort(now: Self.at(2.1))
        #expect(readings.readings == [0: .replaced])
        // One that has proved itself may end anywhere.
        var (proved, _) = Self.reading(from: 7)
        proved.proved(0, true, now: Self.at(0))
        proved.noteEnd(0, now: Self.at(0))
        proved.lookForShort(now: Self.at(9))
        #expect(proved.readings == [0: .plain])
    }

    @Test func everythingIsProvenAnewOnceAfterSomethingHasBeenRead() {
        var readings = Readings()
        _ = readings.begin([0, 1, 2], at: [0: 7, 1: 7, 2: 7])
        readings.proveAnew(now: Self.at(0))
        #expect(readings.rewindTime == nil, "nothing has come since the assignment")
        readings.noteReading()
        readings.displace(1, reason: "out of range", now: Self.at(0))
        readings.proved(2, false, now: Self.at(0))
        readings.proveAnew(now: Self.at(1))
        readings.proveAnew(now: Self.at(2))
        #expect(readings.readings == [0: .setAside, 1: .setAside, 2: .replaced])
        #expect(readings.rewindTime == Self.at(1) + Readings.rewindPause)
    }

    /// Whatever happens in whatever order: what is set aside waits for a time, and an assignment frees all of it.
    @Test func nothingIsSetAsideForEver() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var (readings, now) = (Readings(), Self.start)
            var history: [String] = []
            _ = readings.begin([0, 1], at: [0: 5])
            for _ in 0..<20 {
                now += .milliseconds(Int.random(in: 1...900, using: &random))
                let partition = Int32.random(in: 0...1, using: &random)
                let step = Int.random(in: 0...6, using: &random)
                history.append("\(step) of \(partition)")
                switch step {
                case 0:
                    let offset = Int64.random(in: 0...9, using: &random)
                    if readings.take(partition: partition, offset: offset) == .compare {
                        readings.proved(partition, [true, false, nil].randomElement(using: &random)!, now: now)
                    }
                case 1: readings.noteEnd(partition, now: now)
                case 2: readings.displace(partition, reason: "", now: now)
                case 3: readings.lookForShort(now: now)
                case 4: readings.proveAnew(now: now)
                case 5: readings.noteReading()
                default:
                    guard readings.isRewindDue(now: now) else { continue }
                    readings.beginRewind()
                    let places = readings.settlement(
                        positions: [0: 5, 1: 5],
                        extents: Dictionary(uniqueKeysWithValues: readings.questionable.map { ($0, 0..<9) }))
                    #expect(Set(places.next.keys).isSubset(of: readings.questionable))
                    _ = readings.begin([0, 1], at: [0: 5, 1: 5].merging(places.next) { $1 })
                    #expect(readings.questionable.isEmpty)
                }
                let waits = readings.readings.values.contains { reading in
                    switch reading {
                    case .setAside, .displaced, .replaced: true
                    default: false
                    }
                }
                #expect(!waits || readings.rewindTime != nil, "\(history)")
            }
        }
    }
}
