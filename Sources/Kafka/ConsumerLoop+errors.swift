internal import CRdKafka
internal import Logging

/// What the broker says against reading on, and places that it does not have any more.
extension ConsumerLoop {
    /// How long the broker may take to say what it has of the partitions in question, all together.
    private static let lookingTime = Duration.seconds(2)

    func handleError(_ event: OpaquePointer) {
        let error = KafkaError(event: event)
        if error.isFatal { fatal = error }
        switch rd_kafka_event_error(event) {
        case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE: displace(event, error)
        case RD_KAFKA_RESP_ERR__PARTITION_EOF: handleEnd(event)
        default:
            state.cannotRead(error)
            // Whatever it was, the topic may be another one when it is over.
            proveAnew()
        }
    }

    private func handleEnd(_ event: OpaquePointer) {
        guard let place = rd_kafka_event_topic_partition(event) else { return }
        defer { rd_kafka_topic_partition_destroy(place) }
        state.readsAgain()
        partitions.noteEnd(place.pointee.partition, now: .now)
    }

    /// The broker does not have the message that comes next: it was deleted too early, or the topic was made anew.
    private func displace(_ event: OpaquePointer, _ error: KafkaError) {
        guard let place = rd_kafka_event_topic_partition(event) else { return }
        defer { rd_kafka_topic_partition_destroy(place) }
        partitions.displace(place.pointee.partition, reason: error.message, now: .now)
    }

    /// A partition that has met such an error cannot be sought in; assigned anew it can be read.
    func readRewound(_ stop: OwnThread.Stop) {
        partitions.beginRewind()
        batch.removeAll()
        guard isFetching, let assigned else { return }
        do {
            try findPlaces(stop)
        } catch {
            if let error = error as? KafkaError {
                state.cannotRead(error)
            } else {
                state.cannotStore(error, pause: Self.lookingTime)
            }
            partitions.postponeRewind(Self.lookingTime, now: .now)
            return
        }
        read(assigned, stop)
    }

    /// Finds out what became of the places that are not what the store takes them for, says so, and moves the store to
    /// where it can go on.
    private func findPlaces(_ stop: OwnThread.Stop) throws {
        let questionable = partitions.questionable
        guard !questionable.isEmpty, let positions = positions(stop) else { return }
        let end = ContinuousClock.now + Self.lookingTime
        var extents: [Int32: Range<Int64>] = [:]
        for partition in questionable {
            let patience = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
            extents[partition] = try client.extent(
                of: subscription.topic, partition: partition, milliseconds: Int32(patience / .milliseconds(1)))
        }
        let settlement = partitions.settlement(positions: positions, extents: extents)
        try store.move(to: settlement.next)
        tell(settlement)
    }

    private func tell(_ settlement: PartitionReadings.Settlement) {
        if !settlement.replaced.isEmpty {
            client.logger.warning(
                "The topic is not the one that was read before, it was made anew; reading from its beginning",
                metadata: [
                    "topic": "\(subscription.topic)", "partitions": "\(settlement.replaced.sorted())",
                ])
        }
        guard !settlement.lost.isEmpty else { return }
        client.logger.error(
            "Messages are gone from the topic before they were stored; reading from what is left",
            metadata: [
                "topic": "\(subscription.topic)", "lost": "\(settlement.lost.values.reduce(0, +))",
                "partitions": .dictionary(
                    Dictionary(uniqueKeysWithValues: settlement.lost.map { ("\($0)", "\($1)") })),
                "reason": "\(settlement.reason)",
            ])
    }
}
