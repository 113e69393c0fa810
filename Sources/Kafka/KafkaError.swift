internal import CRdKafka

/// What librdkafka or a broker said against something, in its own words.
public struct KafkaError: Error, Sendable, Equatable {
    /// librdkafka's number of the error: negative for its own, otherwise the broker's; 0 when it gave none.
    public let code: Int32
    /// One line.
    public let message: String
    /// Whether the client can do nothing more and has to be made anew.
    public let isFatal: Bool
    /// Whether trying again with the same settings cannot help.
    public let isSetting: Bool

    init(code: Int32 = 0, message: String, isFatal: Bool = false, isSetting: Bool = false) {
        self.code = code
        self.message = message
        self.isFatal = isFatal
        self.isSetting = isSetting
    }

    init(_ code: rd_kafka_resp_err_t, isFatal: Bool = false) {
        self.init(code: code.rawValue, message: String(cString: rd_kafka_err2str(code)), isFatal: isFatal)
    }

    /// An error that came as an event.
    init(event: OpaquePointer) {
        self.init(
            code: rd_kafka_event_error(event).rawValue, message: String(cString: rd_kafka_event_error_string(event)),
            isFatal: rd_kafka_event_error_is_fatal(event) != 0)
    }

    /// An error that librdkafka handed over for us to destroy; nil for none.
    init?(taking error: OpaquePointer?) {
        guard let error else { return nil }
        defer { rd_kafka_error_destroy(error) }
        self.init(
            code: rd_kafka_error_code(error).rawValue, message: String(cString: rd_kafka_error_string(error)),
            isFatal: rd_kafka_error_is_fatal(error) != 0)
    }
}

extension KafkaError {
    /// Whether the broker refuses a message, or so many together, because of their size.
    public var isAboutSize: Bool {
        code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE.rawValue
            || code == RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE.rawValue
    }

    /// Whether it says only that no broker is left, and not why: librdkafka has said that just before.
    var isSummary: Bool { code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN.rawValue }
}

extension KafkaError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}

/// Throws what a call answered unless it went well.
func check(_ code: rd_kafka_resp_err_t) throws(KafkaError) {
    if code != RD_KAFKA_RESP_ERR_NO_ERROR { throw KafkaError(code) }
}
