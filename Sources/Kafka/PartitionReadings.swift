/// How each partition of an assignment is being read.
///
/// A topic that was made anew begins at offset 0 again, and once it is longer than the old one no offset shows that. So
/// the message before the store's position is read once more at every assignment, after every error, and when the
/// process has stood still: it has to be the one that was stored from there.
///
/// Nothing here waits or asks: the consumer's loop tells what has happened, and does what is answered.
struct PartitionReadings {
    typealias Instant = ContinuousClock.Instant

    /// How one partition is being read.
    enum Reading: Equatable {
        /// What comes is stored.
        case plain
        /// What comes first is to be the message before the store's position. The partition is known to end before that
        /// position since then.
        case proving(position: Int64, shortSince: Instant?)
        /// What comes is stored; the broker has no message before the position that could prove anything.
        case unprovable
        /// Nothing is taken before the partition is assigned anew.
        case setAside
        /// The same; and the broker does not have the message that comes next, for that reason.
        case displaced(reason: String)
        /// The same; and the message before the position was not the one that was stored: this is another topic.
        case replaced
    }

    /// What to do with a message.
    enum Taking: Equatable {
        case store, drop
        /// Ask the store whether it is the message that was stored before the position, and tell `proved`.
        case compare
    }

    /// How long partitions wait to be assigned anew, all together: librdkafka ends the process when it is told of the
    /// next assignment while it still takes leave of the one before.
    static let rewindPause = Duration.milliseconds(250)
    /// How long a new leader may take to learn how far its followers are.
    static let catchingUpTime = Duration.seconds(2)

    /// The partitions that are ours, and those of which something has come.
    private(set) var readings: [Int32: Reading] = [:]
    /// When partitions are assigned anew; nil while none waits for that.
    private(set) var rewindTime: Instant?
    /// Whether anything has been read since the last assignment.
    private(set) var hasRead = false

    /// The store's position, of a partition that has yet to prove that it is the one that was read.
    func unprovenPosition(of partition: Int32) -> Int64? {
        if case .proving(let position, _) = readings[partition] { position } else { nil }
    }

    /// Begins to read partitions from where the store is.
    ///
    /// - Returns: from which offset to read each; nil from its beginning.
    mutating func begin(_ partitions: [Int32], at positions: [Int32: Int64]) -> [Int32: Int64?] {
        var offsets: [Int32: Int64?] = [:]
        let before = readings
        readings = [:]
        (rewindTime, hasRead) = (nil, false)
        for partition in partitions {
            let position = positions[partition]
            if before[partition] == .unprovable {
                readings[partition] = .unprovable
                offsets[partition] = .some(position)
            } else if let position, position > 0 {
                readings[partition] = .proving(position: position, shortSince: nil)
                offsets[partition] = position - 1
            } else {
                readings[partition] = .plain
                offsets[partition] = .some(position)
            }
        }
        return offsets
    }
}

/// What is read, and what it proves.
extension PartitionReadings {
    /// Notes that the broker has answered.
    mutating func noteReading() { hasRead = true }

    /// What to do with a message that has come.
    mutating func take(partition: Int32, offset: Int64) -> Taking {
        switch readings[partition] ?? .plain {
        case .plain, .unprovable: return .store
        case .setAside, .displaced, .replaced: return .drop
        case .proving(let position, _):
            if offset < position { return .compare }
            // What comes first lies behind the position: there is nothing left before it to compare with.
            readings[partition] = .plain
            return .store
        }
    }

    /// Notes whether a partition's message was the one that was stored; nil when the store could not say.
    mutating func proved(_ partition: Int32, _ isStored: Bool?, now: Instant) {
        switch isStored {
        case true?: readings[partition] = .plain
        case false?: setAside(partition, as: .replaced, now: now)
        case nil: setAside(partition, as: .setAside, now: now)
        }
    }

    /// Notes that a partition ends here. Where that is before the store's position its topic was made anew and is
    /// shorter, by so little that no offset is out of range. Or its leader is new, and does not know yet how far the
    /// others are.
    mutating func noteEnd(_ partition: Int32, now: Instant) {
        hasRead = true
        guard case .proving(let position, nil) = readings[partition] else { return }
        readings[partition] = .proving(position: position, shortSince: now)
    }

    /// Notes that the broker does not have the message that comes next.
    mutating func displace(_ partition: Int32, reason: String, now: Instant) {
        switch readings[partition] {
        // It was only the message before the position: deleted in its time, most often.
        case .proving: setAside(partition, as: .unprovable, now: now)
        case .replaced: setAside(partition, as: .replaced, now: now)
        default: setAside(partition, as: .displaced(reason: reason), now: now)
        }
    }

    /// Takes what is still shorter than the store when a new leader would know better for another topic's.
    mutating func lookForShort(now: Instant) {
        for (partition, reading) in readings {
            guard case .proving(_, let since?) = reading, since.duration(to: now) > Self.catchingUpTime else {
                continue
            }
            setAside(partition, as: .replaced, now: now)
        }
    }

    /// Has the message before each position compared again. What has been read since the last time is enough reason to
    /// do so: while a broker is away one reading waits for it.
    mutating func proveAnew(now: Instant) {
        guard hasRead, !readings.isEmpty else { return }
        hasRead = false
        for (partition, reading) in readings {
            switch reading {
            case .displaced, .replaced: break
            default: readings[partition] = .setAside
            }
        }
        rewindTime = now + Self.rewindPause
    }

    private mutating func setAside(_ partition: Int32, as reading: Reading, now: Instant) {
        readings[partition] = reading
        rewindTime = now + Self.rewindPause
    }
}

/// Assigning anew.
extension PartitionReadings {
    /// Where the store goes on, when the places of some partitions are not what it takes them for.
    struct Settlement: Equatable {
        /// The store's new positions.
        var next: [Int32: Int64] = [:]
        /// How many messages are gone from each partition before they were stored.
        var lost: [Int32: Int64] = [:]
        /// The partitions whose topic was made anew.
        var replaced: Set<Int32> = []
        /// What the broker has said of one of the places.
        var reason = ""
    }

    /// Whether the partitions are to be assigned anew now.
    func isRewindDue(now: Instant) -> Bool { rewindTime.map { $0 < now } ?? false }

    /// The partitions are being assigned anew.
    mutating func beginRewind() { rewindTime = nil }

    /// That did not work: it is tried again after a pause.
    mutating func postponeRewind(_ pause: Duration, now: Instant) { rewindTime = now + pause }

    /// The partitions of which it has to be found out what the broker has of them.
    var questionable: [Int32] {
        readings.compactMap { partition, reading in
            switch reading {
            case .displaced, .replaced: partition
            default: nil
            }
        }
    }

    /// What became of the questionable partitions.
    ///
    /// - Parameters:
    ///   - positions: the store's.
    ///   - extents: of each of them its first offset and the one behind its last.
    func settlement(positions: [Int32: Int64], extents: [Int32: Range<Int64>]) -> Settlement {
        var settlement = Settlement()
        for (partition, extent) in extents {
            let place = positions[partition] ?? 0
            if case .displaced(let reason) = readings[partition] { settlement.reason = reason }
            if readings[partition] == .replaced || place > extent.upperBound {
                settlement.replaced.insert(partition)
                settlement.next[partition] = extent.lowerBound
            } else if place < extent.lowerBound {
                settlement.next[partition] = extent.lowerBound
                settlement.lost[partition] = extent.lowerBound - place
            }
        }
        return settlement
    }
}
