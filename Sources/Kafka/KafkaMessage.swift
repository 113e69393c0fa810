internal import CRdKafka

/// A message as it was read from a topic.
public struct KafkaMessage: Sendable {
    /// The partition it was in.
    public let partition: Int32
    /// Its offset there.
    public let offset: Int64
    /// When it was sent, or stored by the broker, in milliseconds since 1970; nil when the broker does not say.
    public let timestamp: Int64?
    /// Its bytes; nil for a message that has none (a tombstone).
    public let value: [UInt8]?
    /// The value of the one header that was asked for, where the message has it and it is text.
    public let header: String?

    /// A message with these parts.
    public init(partition: Int32, offset: Int64, timestamp: Int64? = nil, value: [UInt8]?, header: String? = nil) {
        self.partition = partition
        self.offset = offset
        self.timestamp = timestamp
        self.value = value
        self.header = header
    }

    init(_ message: UnsafePointer<rd_kafka_message_t>, headerName: String) {
        partition = message.pointee.partition
        offset = message.pointee.offset
        value = message.pointee.payload.map {
            [UInt8](UnsafeRawBufferPointer(start: $0, count: message.pointee.len))
        }
        var kind = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let time = rd_kafka_message_timestamp(message, &kind)
        timestamp = kind == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE ? nil : time
        header = Self.header(headerName, of: message)
    }

    private static func header(_ name: String, of message: UnsafePointer<rd_kafka_message_t>) -> String? {
        var headers: OpaquePointer?
        guard rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        var value: UnsafeRawPointer?
        var size = 0
        guard rd_kafka_header_get_last(headers, name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR, let value else {
            return nil
        }
        return String(validating: UnsafeRawBufferPointer(start: value, count: size), as: UTF8.self)
    }
}
