internal import CRdKafka

extension KafkaClient {
    /// How many partitions a topic has; nil when there is no such topic. Waits for a broker.
    func partitionCount(of topic: String, milliseconds: Int32) throws(KafkaError) -> Int? {
        guard let handle = rd_kafka_topic_new(handle, topic, nil) else { throw KafkaError(rd_kafka_last_error()) }
        defer { rd_kafka_topic_destroy(handle) }
        var metadata: UnsafePointer<rd_kafka_metadata>?
        try check(rd_kafka_metadata(self.handle, 0, handle, &metadata, milliseconds))
        defer { rd_kafka_metadata_destroy(metadata) }
        guard let description = metadata?.pointee, description.topic_cnt == 1 else { return nil }
        let found = description.topics[0]
        switch found.err {
        case RD_KAFKA_RESP_ERR_NO_ERROR: return Int(found.partition_cnt)
        case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC: return nil
        default: throw KafkaError(found.err)
        }
    }

    /// The offset after the last message of each partition. Waits for a broker.
    func endOffsets(of topic: String, partitions: Int, milliseconds: Int32) throws(KafkaError) -> [Int32: Int64] {
        // Asked for a time of -1, a broker tells the end (ListOffsets in Kafka's protocol).
        let list = PartitionList(
            topic: topic, offsets: Dictionary(uniqueKeysWithValues: (0..<Int32(partitions)).map { ($0, -1) }))
        try check(rd_kafka_offsets_for_times(handle, list.pointer, milliseconds))
        if let error = list.error { throw error }
        return list.offsets
    }

    /// Makes a topic, replicated as the broker does by default. Waits for a broker.
    ///
    /// - Returns: false when somebody else was quicker.
    func create(topic: String, partitions: Int, milliseconds: Int32) throws(KafkaError) -> Bool {
        let description = rd_kafka_NewTopic_new(topic, Int32(partitions), -1, nil, 0)
        defer { rd_kafka_NewTopic_destroy(description) }
        let options = rd_kafka_AdminOptions_new(handle, RD_KAFKA_ADMIN_OP_CREATETOPICS)
        defer { rd_kafka_AdminOptions_destroy(options) }
        rd_kafka_AdminOptions_set_request_timeout(options, milliseconds, nil, 0)
        let answers = rd_kafka_queue_new(handle)
        defer { rd_kafka_queue_destroy(answers) }
        var topics = [description]
        rd_kafka_CreateTopics(handle, &topics, 1, options, answers)
        guard let event = rd_kafka_queue_poll(answers, milliseconds + 1000) else {
            throw KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT)
        }
        defer { rd_kafka_event_destroy(event) }
        let failure = rd_kafka_event_error(event)
        guard failure == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw KafkaError(code: failure.rawValue, message: String(cString: rd_kafka_event_error_string(event)))
        }
        var count = 0
        let results = rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count)
        guard count == 1, let result = results?[0] else { return true }
        let error = rd_kafka_topic_result_error(result)
        if error == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS { return false }
        guard error == RD_KAFKA_RESP_ERR_NO_ERROR else {
            let text = rd_kafka_topic_result_error_string(result).map { String(cString: $0) }
            throw KafkaError(code: error.rawValue, message: text ?? String(cString: rd_kafka_err2str(error)))
        }
        return true
    }

    /// The first offset that a partition has, and the one after its last. Waits for a broker.
    func extent(of topic: String, partition: Int32, milliseconds: Int32) throws(KafkaError) -> Range<Int64> {
        var (low, high): (Int64, Int64) = (0, 0)
        try check(rd_kafka_query_watermark_offsets(handle, topic, partition, &low, &high, milliseconds))
        return low..<max(low, high)
    }
}
