internal import CRdKafka

/// librdkafka's mock cluster in this process: real TCP brokers that keep messages in memory.
///
/// It checks no sequence numbers: what it proves of retries is that nothing is lost or overtaken. It cannot make topics
/// on request, but makes one as soon as somebody asks about it.
///
/// Unchecked because librdkafka's mock cluster may be told things from any thread.
public final class MockCluster: @unchecked Sendable {
    private let owner: OpaquePointer
    private let cluster: OpaquePointer

    /// Where clients find it.
    public let servers: String

    /// A cluster of this many brokers, numbered from 1.
    public init(brokers: Int32 = 1) {
        let configuration = rd_kafka_conf_new()
        // What it has to say goes to who debugs it.
        _ = rd_kafka_conf_set(configuration, "log_level", "3", nil, 0)
        guard let owner = rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0),
            let cluster = rd_kafka_mock_cluster_new(owner, brokers),
            let servers = rd_kafka_mock_cluster_bootstraps(cluster)
        else { fatalError("librdkafka makes no mock cluster") }
        (self.owner, self.cluster, self.servers) = (owner, cluster, String(cString: servers))
    }

    /// Makes a topic.
    public func makeTopic(_ name: String, partitions: Int32) {
        rd_kafka_mock_topic_create(cluster, name, partitions, 1)
    }

    /// Makes every request about a topic fail with this code of Kafka's protocol, until it is 0.
    public func setTopicError(_ name: String, _ code: Int32) {
        rd_kafka_mock_topic_set_error(cluster, name, rd_kafka_resp_err_t(code))
    }

    /// Answers the next requests of a kind (0 is Produce) with these codes, one each; -195 breaks the connection.
    public func failNext(_ kind: Int16, with codes: [Int32]) {
        var errors = codes.map { rd_kafka_resp_err_t($0) }
        rd_kafka_mock_push_request_errors_array(cluster, kind, errors.count, &errors)
    }

    /// Breaks every connection and takes no other.
    public func goDown(broker: Int32 = 1) {
        rd_kafka_mock_broker_set_down(cluster, broker)
    }

    /// Takes connections again, and has all it had.
    public func comeUp(broker: Int32 = 1) {
        rd_kafka_mock_broker_set_up(cluster, broker)
    }

    deinit {
        rd_kafka_mock_cluster_destroy(cluster)
        rd_kafka_destroy(owner)
    }
}
