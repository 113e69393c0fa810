internal import CRdKafka

/// Owns a list of topic partitions, each with an offset.
final class PartitionList {
    let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    init(capacity: Int = 8) {
        pointer = rd_kafka_topic_partition_list_new(Int32(capacity))
    }

    /// A copy of a list that librdkafka lends.
    init(copying list: UnsafePointer<rd_kafka_topic_partition_list_t>) {
        pointer = rd_kafka_topic_partition_list_copy(list)
    }

    convenience init(topic: String, offsets: [Int32: Int64]) {
        self.init(capacity: offsets.count)
        for (partition, offset) in offsets {
            rd_kafka_topic_partition_list_add(pointer, topic, partition).pointee.offset = offset
        }
    }

    /// Every partition with its offset.
    var offsets: [Int32: Int64] {
        var offsets: [Int32: Int64] = [:]
        for element in elements { offsets[element.partition] = element.offset }
        return offsets
    }

    var partitions: [Int32] { elements.map(\.partition) }

    func setOffsets(_ offset: (Int32) -> Int64) {
        for index in elements.indices { elements[index].offset = offset(elements[index].partition) }
    }

    /// The first error that a call has left at one of the partitions.
    var error: KafkaError? {
        elements.first { $0.err != RD_KAFKA_RESP_ERR_NO_ERROR }.map { KafkaError($0.err) }
    }

    private var elements: UnsafeMutableBufferPointer<rd_kafka_topic_partition_t> {
        UnsafeMutableBufferPointer(start: pointer.pointee.elems, count: Int(pointer.pointee.cnt))
    }

    deinit { rd_kafka_topic_partition_list_destroy(pointer) }
}
