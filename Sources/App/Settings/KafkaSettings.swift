package import Kafka
import Pipeline

/// The variables `KAFKA_CONFIG_<KEY>`: any property of librdkafka, its dots written as underscores. One that ends in
/// `_FILE`, as no property does, names a file with the value.
enum KafkaSettings {
    static let prefix = "KAFKA_CONFIG_"

    /// Properties on which the promise about events rests, or that have a variable of their own.
    private static let reserved: [String: String] = {
        var reserved = [
            "bootstrap.servers": "set KAFKA_BROKER instead", "metadata.broker.list": "set KAFKA_BROKER instead",
            "group.id": "set KAFKA_GROUP_ID instead",
        ]
        let names = [
            "acks", "request.required.acks", "enable.idempotence", "enable.gapless.guarantee", "message.timeout.ms",
            "delivery.timeout.ms", "max.in.flight", "max.in.flight.requests.per.connection", "partitioner",
            "transactional.id", "enable.auto.commit", "enable.auto.offset.store", "auto.offset.reset",
            "auto.commit.enable", "allow.auto.create.topics", "partition.assignment.strategy", "enable.partition.eof",
            "log.queue",
        ]
        for name in names { reserved[name] = "the service's promise about events rests on it; unset it" }
        return reserved
    }()

    /// What names a file. (librdkafka says of one that it cannot read only what OpenSSL calls that.)
    private static let files: Set = [
        "ssl.ca.location", "ssl.certificate.location", "ssl.key.location", "ssl.crl.location", "ssl.keystore.location",
        "sasl.kerberos.keytab",
    ]

    /// What is wrong with properties together, and the variable to look at, as far as it can be told; nil for nothing.
    static func conflict(
        _ properties: KafkaProperties, as role: KafkaRole
    ) -> (variable: String, problem: String)? {
        let mechanism = properties["sasl.mechanism"] ?? properties["sasl.mechanisms"]
        if mechanism == "OAUTHBEARER", properties["sasl.oauthbearer.method"] != "oidc",
            properties["enable.sasl.oauthbearer.unsecure.jwt"] != "true"
        {
            let canFetch = KafkaProperties.problem(with: "sasl.oauthbearer.method", value: "oidc") == nil
            let advice =
                canFetch
                ? "librdkafka does with \(variable(of: "sasl.oauthbearer.method"))=oidc, otherwise"
                : "this build of librdkafka cannot;"
            return (
                variable(of: "sasl.mechanism"),
                "OAUTHBEARER needs somebody who gets the tokens: \(advice) use SCRAM-SHA-512, PLAIN or a certificate."
            )
        }
        guard let conflict = properties.conflict(as: role) else { return nil }
        return (files.first { conflict.hasPrefix($0) }.map(variable) ?? "\(prefix)…", conflict)
    }

    private static func variable(of property: String) -> String {
        prefix + property.uppercased().map { $0 == "." ? "_" : String($0) }.joined()
    }

    /// `KAFKA_CONFIG_SECURITY_PROTOCOL` is `security.protocol`.
    static func property(of variable: String) -> String {
        variable.dropFirst(prefix.count).lowercased().map { $0 == "_" ? "." : String($0) }.joined()
    }

    /// What is wrong with a property by itself, in librdkafka's own words; nil for nothing. A secret is not quoted.
    static func problem(with property: String, value: String) -> String? {
        if let reason = reserved[property] { return "\(property) cannot be changed: \(reason)." }
        if files.contains(property), let problem = FileSystem.readingProblem(with: value) {
            return "\(quoted(value)) cannot be read: \(problem)."
        }
        guard let problem = KafkaProperties.problem(with: property, value: value) else { return nil }
        let isSecret = ["password", "secret", "pem", "username", "oauthbearer"].contains { property.contains($0) }
        guard isSecret, !value.isEmpty else { return problem }
        return problem.split(separator: value, omittingEmptySubsequences: false).joined(separator: "••••")
    }

    /// Kafka's own form of bootstrap servers.
    static func broker(_ text: String) -> String? {
        for server in text.split(separator: ",", omittingEmptySubsequences: false) {
            let address = server.trimmingPrefix(while: \.isWhitespace)
            guard let colon = address.lastIndex(of: ":"), colon > address.startIndex,
                let port = Int(address[address.index(after: colon)...].filter { !$0.isWhitespace }),
                (1...65535).contains(port),
                SettingRules.host(address[..<colon].filter { !"[]".contains($0) }) == nil
            else { return "\(quoted(text)) is not host:port, or several of these separated by commas." }
        }
        return nil
    }
}

extension Settings {
    /// librdkafka's properties that were given, and where the broker is.
    private var connection: [String: String] {
        kafkaProperties.mapValues { $0.reveal() }.merging(["bootstrap.servers": self.kafkaBroker ?? ""]) { $1 }
    }

    /// The properties of the producer: what may be changed, as it was given; then what may not.
    package var producerProperties: KafkaProperties {
        KafkaRelay.defaults.merging(connection).merging(KafkaProducer.properties)
    }

    /// The properties of the consumer, which is the one member of its group that this store has.
    package func consumerProperties(store identity: String) -> KafkaProperties {
        KafkaConsumer.defaults
            .merging(["client.id": "math-consume", "group.instance.id": "math-consume-\(identity)"])
            .merging(connection).merging(KafkaConsumer.properties).merging(["group.id": self.kafkaGroup])
    }
}
