internal import Logging

/// Whether the topic is still the one that the store has read.
///
/// A topic that was made anew begins at offset 0 again, and once it is longer than the old one no offset shows that. So
/// the message before the store's position is read once more at every assignment, after every error, and when the
/// process has stood still: it has to be the one that was stored from there.
extension ConsumerLoop {
    /// How long a new leader may take to learn how far its followers are.
    private static let catchingUpTime = Duration.seconds(2)

    /// From where to read, so that the message before comes first.
    func offsetBefore(_ position: Int64, _ partition: Int32) -> Int64 {
        guard position > 0, !unprovable.contains(partition) else { return position }
        unproven[partition] = position
        return position - 1
    }

    /// Whether a message is one to be stored: not the one that proves its partition, and nothing of a partition that is
    /// about to be read anew.
    func isWanted(_ message: KafkaMessage) -> Bool {
        let partition = message.partition
        if isToBeReadAnew.contains(partition) { return false }
        // What comes first may lie behind the position: there is nothing left before it to compare with.
        guard let position = unproven.removeValue(forKey: partition), message.offset < position else { return true }
        do {
            if try !store.isStored(message) { beginAnew(partition) }
        } catch {
            state.cannotStore(error, pause: Self.rewindPause)
            isToBeReadAnew.insert(partition)
            rewindTime = .now + Self.rewindPause
        }
        return false
    }

    /// Whether it was only the message before the position that the broker does not have any more.
    func isMissingProof(_ partition: Int32) -> Bool {
        guard unproven.removeValue(forKey: partition) != nil else { return false }
        unprovable.insert(partition)
        rewindTime = .now + Self.rewindPause
        return true
    }

    /// Notes that a partition ends before the store's position: its topic was made anew and is shorter, by so little that
    /// no offset is out of range. Or its leader is new, and does not know yet how far the others are.
    func noteEnd(_ partition: Int32) {
        if unproven[partition] != nil, shortSince[partition] == nil { shortSince[partition] = .now }
    }

    /// Begins anew what is still shorter than the store when a new leader would know better.
    func lookForShortPartitions() {
        for (partition, since) in shortSince where since.duration(to: .now) > Self.catchingUpTime {
            shortSince[partition] = nil
            if unproven.removeValue(forKey: partition) != nil { beginAnew(partition) }
        }
    }

    private func beginAnew(_ partition: Int32) {
        replaced.insert(partition)
        isToBeReadAnew.insert(partition)
        rewindTime = .now + Self.rewindPause
    }
}

extension ConsumerLoop {
    /// How much longer than it should a wait for the next event may take on a busy machine.
    private static let standstill = Duration.milliseconds(500)
    /// How long the disk may take for a batch before that counts as well.
    private static let slowStoring = Duration.seconds(5)

    /// Looks whether the process has stood still (it was stopped, or its machine was): the topic may be another one now.
    func noteTurn(afterStoring: Bool = false) {
        let now = ContinuousClock.now
        if lastTurn.duration(to: now) > (afterStoring ? Self.slowStoring : Self.standstill) { proveAnew() }
        lastTurn = now
        state.pulse.beat(partitions: assigned?.partitions.count)
    }

    /// Has the message before each position compared again. What has been read since the last time is enough reason to
    /// do so: while a broker is away one reading waits for it.
    func proveAnew() {
        guard hasRead, isFetching, let assigned else { return }
        hasRead = false
        isToBeReadAnew.formUnion(assigned.partitions)
        unprovable = []
        rewindTime = .now + Self.rewindPause
    }
}
