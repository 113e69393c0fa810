import Kafka
import Testing

struct KafkaPropertiesTests {
    @Test(arguments: [
        ("no.such.thing", "1", #"No such configuration property: "no.such.thing""#),
        (
            "security.protocol", "TLS",
            #"Invalid value "TLS" for configuration property "security.protocol""#
        ),
        (
            "session.timeout.ms", "-1",
            #"Configuration property "session.timeout.ms" value -1 is outside allowed range 1..3600000"#
        ),
        ("session.timeout.ms", "soon", #"Invalid value for configuration property "session.timeout.ms""#),
    ])
    func whatIsWrongIsSaidInLibrdkafkasOwnWords(name: String, value: String, message: String) {
        #expect(KafkaProperties.problem(with: name, value: value) == message)
    }

    @Test func whatIsRightHasNoProblem() {
        for (name, value) in [
            ("security.protocol", "SASL_SSL"), ("sasl.password", "x"), ("compression.type", "lz4"), ("linger.ms", "5"),
        ] {
            #expect(KafkaProperties.problem(with: name, value: value) == nil)
        }
    }

    @Test func thePromisesPropertiesGoTogetherAndNoneCanBeWeakened() {
        #expect(KafkaProducer.properties.conflict(as: .producer) == nil)
        #expect(KafkaProducer.properties["enable.idempotence"] == "true")
        #expect(KafkaProducer.properties["acks"] == "all")
        #expect(KafkaProducer.properties["message.timeout.ms"] == "0")
        #expect(KafkaProducer.properties["allow.auto.create.topics"] == "false")
        #expect(KafkaProducer.properties["max.in.flight.requests.per.connection"] == "1")
        #expect(
            KafkaProducer.properties.merging(["acks": "1"]).conflict(as: .producer)
                == "`acks` must be set to `all` when `enable.idempotence` is true")
        let weak = KafkaProperties(["acks": "1", "enable.idempotence": "false"])
        #expect(weak.merging(KafkaProducer.properties)["acks"] == "all")
    }

    @Test func aConsumersPropertiesAreCheckedTogether() {
        let group = KafkaProperties(["group.id": "test"])
        let properties = KafkaConsumer.defaults.merging(KafkaConsumer.properties).merging(group)
        #expect(properties.conflict(as: .consumer) == nil)
        #expect(
            properties.merging(["max.poll.interval.ms": "1000"]).conflict(as: .consumer)
                == "`max.poll.interval.ms`must be >= `session.timeout.ms`")
    }

    @Test func propertiesShowTheirNamesAlone() {
        let properties = KafkaProperties(["sasl.password": "open sesame", "client.id": "me"])
        var dumped = ""
        dump(properties, to: &dumped)
        #expect("\(properties)" == "client.id, sasl.password")
        for text in ["\(properties)", String(reflecting: properties), "\([properties])", dumped] {
            #expect(text.contains("sasl.password") && !text.contains("sesame"))
        }
    }
}
