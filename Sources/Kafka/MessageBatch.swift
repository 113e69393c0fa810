/// Messages that were read and are stored together.
struct MessageBatch {
    /// How many messages are stored together at most, and how many bytes.
    private static let limit = (messages: 5000, bytes: 8 << 20)
    /// How long the first message of a batch waits for others.
    private static let gatheringTime = Duration.milliseconds(40)

    private(set) var messages: [KafkaMessage] = []
    private var bytes = 0
    private var start = ContinuousClock.now

    var isEmpty: Bool { messages.isEmpty }

    /// Whether it is to be stored now.
    func isDue(now: ContinuousClock.Instant) -> Bool {
        guard !isEmpty else { return false }
        return messages.count >= Self.limit.messages || bytes >= Self.limit.bytes
            || start.duration(to: now) >= Self.gatheringTime
    }

    /// The first offset of each partition that comes behind it.
    var next: [Int32: Int64] {
        var next: [Int32: Int64] = [:]
        for message in messages { next[message.partition] = message.offset + 1 }
        return next
    }

    mutating func append(_ message: KafkaMessage, now: ContinuousClock.Instant) {
        if isEmpty { start = now }
        bytes += message.value?.count ?? 0
        messages.append(message)
    }

    mutating func removeAll() {
        messages.removeAll(keepingCapacity: true)
        bytes = 0
    }
}
