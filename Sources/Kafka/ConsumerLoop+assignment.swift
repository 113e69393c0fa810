internal import CRdKafka
internal import Logging

/// Which partitions are ours, and from where they are read.
extension ConsumerLoop {
    func rebalance(_ event: OpaquePointer, _ stop: OwnThread.Stop) {
        // What is not stored yet is read again by whoever gets the partitions, us perhaps.
        dropBatch()
        rewindTime = nil
        unprovable = []
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
                    Dictionary(
                        uniqueKeysWithValues: partitions.offsets.map { ("\($0)", "\(unproven[$0] ?? max($1, 0))") })),
            ])
        lookWhetherShared(partitions)
        // A newcomer stores nothing until it is clear that nobody else does.
        if sharedSince != nil, !hasBeenWhole { stopFetching() }
    }

    /// Begins to read partitions from where the store is.
    func read(_ partitions: PartitionList, _ stop: OwnThread.Stop) {
        guard let positions = positions(stop) else { return }
        unproven = [:]
        shortSince = [:]
        isToBeReadAnew = []
        partitions.setOffsets { partition in
            guard !rewound.contains(partition), let stored = positions[partition] else {
                return Int64(RD_KAFKA_OFFSET_BEGINNING)
            }
            return offsetBefore(stored, partition)
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
}

extension ConsumerLoop {
    /// How long a consumer that does not get the whole topic waits for the rest: longer than the group remembers the
    /// dead.
    private static let patience = Duration.seconds(15)

    /// Notes whether others have a part of the topic.
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
    func checkSharing() throws(KafkaError) {
        guard let sharedSince, !hasBeenWhole, sharedSince.duration(to: .now) > Self.patience else { return }
        throw KafkaError(
            message: """
                another consumer is in the group \(group), and one store belongs to one consumer: stop the other, or give \
                this one another KAFKA_GROUP_ID
                """)
    }
}

extension ConsumerLoop {
    /// How long partitions whose place is gone wait to be assigned anew, all together: librdkafka ends the process when
    /// it is told of the next assignment while it still takes leave of the one before.
    static let rewindPause = Duration.milliseconds(250)

    func handleError(_ event: OpaquePointer) {
        let code = rd_kafka_event_error(event)
        let error = KafkaError(
            code: code.rawValue, message: String(cString: rd_kafka_event_error_string(event)),
            isFatal: rd_kafka_event_error_is_fatal(event) != 0)
        if error.isFatal { fatal = error }
        switch code {
        case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE: rewind(event, error)
        case RD_KAFKA_RESP_ERR__PARTITION_EOF: handleEnd(event)
        default: state.cannotRead(error)
        }
    }

    private func handleEnd(_ event: OpaquePointer) {
        guard let place = rd_kafka_event_topic_partition(event) else { return }
        defer { rd_kafka_topic_partition_destroy(place) }
        noteEnd(place.pointee.partition)
    }

    /// The broker no longer has the message that comes next: it was deleted too early, or the topic was made anew.
    private func rewind(_ event: OpaquePointer, _ error: KafkaError) {
        guard let place = rd_kafka_event_topic_partition(event) else { return }
        defer { rd_kafka_topic_partition_destroy(place) }
        if isMissingProof(place.pointee.partition) { return }
        client.logger.error(
            "Messages are gone from the topic before they were stored; reading from what is left",
            metadata: [
                "topic": "\(subscription.topic)", "partition": "\(place.pointee.partition)",
                "reason": "\(error.message)",
            ])
        rewound.insert(place.pointee.partition)
        rewindTime = .now + Self.rewindPause
    }

    /// A partition that has met this error cannot be sought in; assigned anew it can be read.
    func readRewound(_ stop: OwnThread.Stop) {
        rewindTime = nil
        dropBatch()
        if isFetching, let assigned { read(assigned, stop) }
    }
}
