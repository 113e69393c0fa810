internal import CRdKafka

/// What librdkafka or a broker said against something, in its own words.
public struct KafkaError: Error, Sendable, Equatable {
    /// librdkafka's number of the error: negative for its own, otherwise the broker's; 0 when it gave none.
    public let code: Int32
    /// One line.
    public let message: String
    /// Whether the client can do nothing more and has to be made anew.
    public let isFatal: Bool

    init(code: Int32 = 0, message: String, isFatal: Bool = false) {
        self.code = code
        self.message = message
        self.isFatal = isFatal
    }

    init(_ code: rd_kafka_resp_err_t, isFatal: Bool = false) {
        self.init(code: code.rawValue, message: String(cString: rd_kafka_err2str(code)), isFatal: isFatal)
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

extension KafkaError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}

/// Throws what a call answered unless it went well.
func check(_ code: rd_kafka_resp_err_t) throws(KafkaError) {
    if code != RD_KAFKA_RESP_ERR_NO_ERROR { throw KafkaError(code) }
}
