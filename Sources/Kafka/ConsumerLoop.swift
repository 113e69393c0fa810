internal import CRdKafka
internal import Logging

/// What the consumer's thread does.
///
/// Unchecked because its variables belong to that one thread.
final class ConsumerLoop: @unchecked Sendable {
    /// How many messages are stored together at most, and how many bytes.
    private static let batchLimit = (messages: 5000, bytes: 8 << 20)
    /// How long the first message of a batch waits for others.
    private static let gatheringTime = Duration.milliseconds(40)
    /// How long a consumer that does not get the whole topic waits for the rest: longer than the group remembers the
    /// dead.
    private static let patience = Duration.seconds(15)

    let client: KafkaClient
    let subscription: KafkaConsumer.Subscription
    private let group: String
    private let store: any KafkaMessageStore
    private let state: ConsumerStateLog

    private var batch: [KafkaMessage] = []
    private var batchBytes = 0
    private var batchStart = ContinuousClock.now
    /// The partitions that are ours at the moment.
    private var assigned: PartitionList?
    /// Whether they are being read.
    private var isFetching = false
    /// When we had to see that others have a part of the topic; nil while all of it is ours.
    private var sharedSince: ContinuousClock.Instant?
    private var hasBeenWhole = false
    /// Partitions whose next message the broker does not have any more, until a later one has been stored.
    private var rewound: Set<Int32> = []
    /// After this nothing can be read any more.
    private var fatal: KafkaError?

    init(
        client: KafkaClient, subscription: KafkaConsumer.Subscription, broker: String, group: String,
        store: any KafkaMessageStore
    ) {
        self.client = client
        self.subscription = subscription
        self.group = group
        self.store = store
        state = ConsumerStateLog(logger: client.logger, broker: broker)
    }

    func run(_ stop: OwnThread.Stop) throws(KafkaError) {
        let topics = PartitionList(topic: subscription.topic, offsets: [-1: 0])
        try check(rd_kafka_subscribe(client.handle, topics.pointer))
        defer { rd_kafka_consumer_close(client.handle) }
        while !stop.isRequested {
            poll(stop, milliseconds: batch.isEmpty ? 100 : 5)
            if let fatal { throw fatal }
            if isBatchDue { storeBatch(stop) }
            try checkSharing()
        }
        // What was read is stored if that works at once; if not it is read again at the next start.
        if !batch.isEmpty { try? store.store(batch) }
    }

    private var isBatchDue: Bool {
        guard !batch.isEmpty else { return false }
        return batch.count >= Self.batchLimit.messages || batchBytes >= Self.batchLimit.bytes
            || batchStart.duration(to: .now) >= Self.gatheringTime
    }

    /// Handles one event, or none when none comes soon.
    private func poll(_ stop: OwnThread.Stop, milliseconds: Int32) {
        client.poll(milliseconds: milliseconds) { event in
            switch rd_kafka_event_type(event) {
            case RD_KAFKA_EVENT_FETCH: take(event)
            case RD_KAFKA_EVENT_REBALANCE: rebalance(event, stop)
            case RD_KAFKA_EVENT_LOG: client.log(event)
            case RD_KAFKA_EVENT_ERROR: handleError(event, stop)
            default: break
            }
        }
    }

    private func take(_ event: OpaquePointer) {
        state.isReading()
        while let message = rd_kafka_event_message_next(event) {
            if batch.isEmpty { batchStart = .now }
            let message = KafkaMessage(message, headerName: subscription.header)
            batchBytes += message.value?.count ?? 0
            batch.append(message)
        }
    }

    private func dropBatch() {
        batch.removeAll(keepingCapacity: true)
        batchBytes = 0
    }
}

extension ConsumerLoop {
    /// Stores what was read, however long it takes; meanwhile nothing is fetched, but the group hears from us.
    private func storeBatch(_ stop: OwnThread.Stop) {
        var pause = Duration.milliseconds(50)
        while !batch.isEmpty, fatal == nil, !stop.isRequested {
            do {
                try store.store(batch)
                commit()
                dropBatch()
                state.isStoring()
            } catch {
                state.cannotStore(error, pause: pause)
                stopFetching()
                wait(pause, stop)
                pause = min(pause * 2, .seconds(2))
            }
        }
        if !isFetching, !stop.isRequested, let assigned { read(assigned, stop) }
    }

    /// Lets go of the partitions without leaving the group. (A client that has ever paused a partition cannot be
    /// destroyed any more with librdkafka 2.0: it waits for itself for ever.)
    private func stopFetching() {
        rd_kafka_assign(client.handle, nil)
        isFetching = false
    }

    private func wait(_ pause: Duration, _ stop: OwnThread.Stop) {
        let end = ContinuousClock.now + pause * Double.random(in: 0.8...1.2)
        while ContinuousClock.now < end, !stop.isRequested {
            poll(stop, milliseconds: 20)
        }
    }

    /// Tells the group how far the store is. Nobody relies on it.
    private func commit() {
        var next: [Int32: Int64] = [:]
        for message in batch { next[message.partition] = message.offset + 1 }
        let list = PartitionList(topic: subscription.topic, offsets: next)
        rd_kafka_commit(client.handle, list.pointer, 1)
        rewound.subtract(next.keys)
    }
}

extension ConsumerLoop {
    private func rebalance(_ event: OpaquePointer, _ stop: OwnThread.Stop) {
        // What is not stored yet is read again by whoever gets the partitions, us perhaps.
        dropBatch()
        guard rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS,
            let list = rd_kafka_event_topic_partition_list(event)
        else {
            assigned = nil
            stopFetching()
            return
        }
        let partitions = PartitionList(copying: list)
        read(partitions, stop)
        assigned = partitions
        client.logger.info(
            "assigned",
            metadata: [
                "topic": "\(subscription.topic)",
                "positions": .dictionary(
                    Dictionary(uniqueKeysWithValues: partitions.offsets.map { ("\($0)", "\(max($1, 0))") })),
            ])
        lookWhetherShared(partitions)
        // A newcomer stores nothing until it is clear that nobody else does.
        if sharedSince != nil, !hasBeenWhole { stopFetching() }
    }

    /// Begins to read partitions from where the store is.
    private func read(_ partitions: PartitionList, _ stop: OwnThread.Stop) {
        guard let positions = positions(stop) else { return }
        partitions.setOffsets { partition in
            let stored = rewound.contains(partition) ? nil : positions[partition]
            return stored ?? Int64(RD_KAFKA_OFFSET_BEGINNING)
        }
        rd_kafka_assign(client.handle, partitions.pointer)
        isFetching = true
    }

    /// Asks the store until it answers.
    private func positions(_ stop: OwnThread.Stop) -> [Int32: Int64]? {
        var pause = Duration.milliseconds(50)
        while !stop.isRequested {
            do {
                return try store.positions()
            } catch {
                state.cannotStore(error, pause: pause)
                Sleeping.sleep(pause)
                pause = min(pause * 2, .seconds(2))
            }
        }
        return nil
    }

    private func lookWhetherShared(_ partitions: PartitionList) {
        guard
            let count = try? client.partitionCount(of: subscription.topic, milliseconds: 5000),
            partitions.partitions.count < count
        else {
            if sharedSince != nil { client.logger.notice("The whole topic is read again") }
            sharedSince = nil
            hasBeenWhole = true
            return
        }
        if sharedSince == nil {
            sharedSince = .now
            client.logger.error(
                "Another consumer of the same group has a part of the topic, whose events do not reach this store",
                metadata: [
                    "group": "\(group)", "ours": "\(partitions.partitions.count)", "partitions": "\(count)",
                ])
        }
    }

    /// - Throws: when this consumer came second.
    private func checkSharing() throws(KafkaError) {
        guard let sharedSince, !hasBeenWhole, sharedSince.duration(to: .now) > Self.patience else { return }
        throw KafkaError(
            message: """
                another consumer is in the group \(group), and one store belongs to one consumer: stop the other, or give \
                this one another KAFKA_GROUP_ID
                """)
    }
}

extension ConsumerLoop {
    private func handleError(_ event: OpaquePointer, _ stop: OwnThread.Stop) {
        let code = rd_kafka_event_error(event)
        let error = KafkaError(
            code: code.rawValue, message: String(cString: rd_kafka_event_error_string(event)),
            isFatal: rd_kafka_event_error_is_fatal(event) != 0)
        if error.isFatal { fatal = error }
        switch code {
        case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE: rewind(event, error, stop)
        case RD_KAFKA_RESP_ERR__PARTITION_EOF: break
        default: state.cannotRead(error)
        }
    }

    /// The broker no longer has the message that comes next: it was deleted too early, or the topic was made anew.
    private func rewind(_ event: OpaquePointer, _ error: KafkaError, _ stop: OwnThread.Stop) {
        guard let place = rd_kafka_event_topic_partition(event) else { return }
        defer { rd_kafka_topic_partition_destroy(place) }
        client.logger.error(
            "Messages are gone from the topic before they were stored; reading from what is left",
            metadata: [
                "topic": "\(subscription.topic)", "partition": "\(place.pointee.partition)",
                "reason": "\(error.message)",
            ])
        rewound.insert(place.pointee.partition)
        // A partition that has met this error cannot be sought in; assigned anew it can be read.
        dropBatch()
        if let assigned { read(assigned, stop) }
    }
}
