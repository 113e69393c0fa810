internal import CRdKafka
internal import Logging

/// What the consumer's thread does.
///
/// Unchecked because its variables belong to that one thread.
final class ConsumerLoop: @unchecked Sendable {
    /// How long leaving the group may take. Destroying the client comes behind it, and ten seconds are all there is.
    private static let leavingTime = Duration.seconds(4)

    let client: KafkaClient
    let subscription: KafkaConsumer.Subscription
    let group: String
    let store: any KafkaMessageStore
    let state: ConsumerStateLog

    var batch = MessageBatch()
    /// The partitions that are ours at the moment.
    var assigned: PartitionList?
    /// Whether they are being read.
    var isFetching = false
    /// How each of them is.
    var partitions = PartitionReadings()
    /// When we had to see that others have a part of the topic; nil while all of it is ours.
    var sharedSince: ContinuousClock.Instant?
    var hasBeenWhole = false
    /// When this thread last saw that time goes on.
    var lastTurn = ContinuousClock.now
    /// After this nothing can be read any more.
    var fatal: KafkaError?

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
        defer { leave() }
        while !stop.isRequested {
            poll(stop, milliseconds: batch.isEmpty ? 100 : 5)
            if let fatal { throw fatal }
            if batch.isDue(now: .now) { storeBatch(stop) }
            partitions.lookForShort(now: .now)
            state.tellUnexplained()
            if partitions.isRewindDue(now: .now) { readRewound(stop) }
            try checkSharing()
        }
        // What was read is stored if that works at once; if not it is read again at the next start.
        if !batch.isEmpty { try? store.store(batch.messages) }
    }

    /// Leaves the group, so that the next consumer gets the partitions at once. A broker that hangs does not keep the
    /// process from ending: librdkafka would wait for every commit on its way, and send it again and again.
    private func leave() {
        if KafkaError(taking: rd_kafka_consumer_close_queue(client.handle, client.queue)) != nil {
            return client.abandon()
        }
        let end = ContinuousClock.now + Self.leavingTime
        while rd_kafka_consumer_closed(client.handle) == 0 {
            guard ContinuousClock.now < end else { return client.abandon() }
            client.poll(milliseconds: 20) { event in
                if rd_kafka_event_type(event) == RD_KAFKA_EVENT_REBALANCE { rd_kafka_assign(client.handle, nil) }
            }
        }
    }

    /// Handles one event, or none when none comes soon.
    private func poll(_ stop: OwnThread.Stop, milliseconds: Int32) {
        defer { noteTurn() }
        client.poll(milliseconds: milliseconds) { event in
            noteTurn()
            switch rd_kafka_event_type(event) {
            case RD_KAFKA_EVENT_FETCH: take(event)
            case RD_KAFKA_EVENT_REBALANCE: rebalance(event, stop)
            case RD_KAFKA_EVENT_LOG: client.log(event)
            case RD_KAFKA_EVENT_ERROR: handleError(event)
            default: break
            }
        }
    }

    private func take(_ event: OpaquePointer) {
        state.readsAgain()
        partitions.noteReading()
        while let message = rd_kafka_event_message_next(event) {
            let message = KafkaMessage(message, headerName: subscription.header)
            switch partitions.take(partition: message.partition, offset: message.offset) {
            case .store: batch.append(message, now: .now)
            case .drop: break
            case .compare: prove(message)
            }
        }
    }

    /// Asks the store whether it has read this message.
    private func prove(_ message: KafkaMessage) {
        var isStored: Bool?
        do {
            isStored = try store.isStored(message)
        } catch {
            state.cannotStore(error, pause: PartitionReadings.rewindPause)
        }
        partitions.proved(message.partition, isStored, now: .now)
    }
}

extension ConsumerLoop {
    /// Stores what was read, however long it takes; meanwhile nothing is fetched, but the group hears from us.
    private func storeBatch(_ stop: OwnThread.Stop) {
        // Not shorter: librdkafka ends the process when partitions are assigned while it still takes leave of them.
        var pause = Duration.milliseconds(250)
        while !batch.isEmpty, fatal == nil, !stop.isRequested {
            do {
                noteTurn()
                try store.store(batch.messages)
                noteTurn(afterStoring: true)
                commit()
                batch.removeAll()
                state.storesAgain()
            } catch {
                state.cannotStore(error, pause: pause)
                stopFetching()
                wait(pause, stop)
                pause = min(pause * 2, .seconds(2))
            }
        }
        if !isFetching, !stop.isRequested, let assigned { read(assigned, stop) }
    }

    /// Lets go of the partitions without leaving the group. (Pausing them would do as well; but the list that was used
    /// for it holds on to them, and destroying the client waits for ever while there is such a list.)
    func stopFetching() {
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
        let list = PartitionList(topic: subscription.topic, offsets: batch.next)
        rd_kafka_commit(client.handle, list.pointer, 1)
    }
}
