internal import CRdKafka
internal import Logging

/// Which partitions are ours, and from where they are read.
extension ConsumerLoop {
    func rebalance(_ event: OpaquePointer, _ stop: OwnThread.Stop) {
        // What is not stored yet is read again by the consumer that gets the partitions, this one perhaps.
        batch.removeAll()
        partitions = PartitionReadings()
        guard rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS,
            let list = rd_kafka_event_topic_partition_list(event)
        else {
            assigned = nil
            stopFetching()
            return
        }
        let assigned = PartitionList(copying: list)
        read(assigned, stop)
        self.assigned = assigned
        client.logger.info(
            "assigned",
            metadata: [
                "topic": "\(subscription.topic)",
                "positions": .dictionary(
                    Dictionary(
                        uniqueKeysWithValues: assigned.offsets.map { partition, offset in
                            ("\(partition)", "\(partitions.unprovenPosition(of: partition) ?? max(offset, 0))")
                        })),
            ])
        lookWhetherShared(assigned)
        // A newcomer stores nothing until it is clear that nobody else does.
        if sharedSince != nil, !hasBeenWhole { stopFetching() }
    }

    /// Begins to read partitions from where the store is.
    func read(_ list: PartitionList, _ stop: OwnThread.Stop) {
        guard let positions = positions(stop) else { return }
        let offsets = partitions.begin(list.partitions, at: positions)
        list.setOffsets { offsets[$0, default: nil] ?? Int64(RD_KAFKA_OFFSET_BEGINNING) }
        rd_kafka_assign(client.handle, list.pointer)
        isFetching = true
    }

    /// Asks the store until it answers.
    func positions(_ stop: OwnThread.Stop) -> [Int32: Int64]? {
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
            let count = try? client.partitionCount(of: subscription.topic, milliseconds: 2000),
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
                """,
            isSetting: true)
    }
}
