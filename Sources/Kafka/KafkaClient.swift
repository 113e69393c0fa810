internal import CRdKafka
internal import Dispatch
internal import Foundation
internal import Logging
internal import Synchronization

/// Owns a librdkafka client and the queue its events come on.
///
/// Unchecked because of the two pointers: librdkafka's clients and queues may be used from any thread, and both are
/// destroyed only when nobody has this object any more.
final class KafkaClient: @unchecked Sendable {
    let handle: OpaquePointer
    let queue: OpaquePointer
    let logger: Logger
    private let isAbandoned = Atomic(false)
    /// For calls that wait for a broker.
    private let calls = DispatchQueue(label: "kafka.calls")

    init(
        _ type: rd_kafka_type_t, _ properties: KafkaProperties, events: Int32, logger: Logger
    ) throws(KafkaError) {
        let configuration = try properties.merging(["log.queue": "true"]).makeConfiguration()
        configuration.enable(events | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_LOG)
        handle = try configuration.makeClient(type)
        if type == RD_KAFKA_CONSUMER {
            rd_kafka_poll_set_consumer(handle)
            queue = rd_kafka_queue_get_consumer(handle)
        } else {
            queue = rd_kafka_queue_get_main(handle)
        }
        rd_kafka_set_log_queue(handle, nil)
        self.logger = logger
    }

    /// Waits for the next event and lends it.
    ///
    /// - Returns: nil when none came in time.
    @discardableResult
    func poll<T>(milliseconds: Int32, _ body: (OpaquePointer) throws -> T) rethrows -> T? {
        guard let event = rd_kafka_queue_poll(queue, milliseconds) else { return nil }
        defer { rd_kafka_event_destroy(event) }
        return try body(event)
    }

    /// Passes on what librdkafka wants to have said. It says much at every attempt to connect, hence only to who debugs.
    func log(_ event: OpaquePointer) {
        var (facility, text): (UnsafePointer<CChar>?, UnsafePointer<CChar>?) = (nil, nil)
        var level: Int32 = 0
        guard rd_kafka_event_log(event, &facility, &text, &level) == 0, let facility, let text else { return }
        logger.debug(
            "librdkafka", metadata: ["facility": "\(String(cString: facility))", "text": "\(String(cString: text))"])
    }

    /// Runs a call that waits for a broker where it blocks nobody else.
    func waiting<T: Sendable>(
        _ call: @escaping @Sendable (KafkaClient) throws(KafkaError) -> T
    ) async throws(KafkaError) -> T {
        let result: Result<T, KafkaError> = await withCheckedContinuation { continuation in
            calls.async {
                do throws(KafkaError) {
                    continuation.resume(returning: .success(try call(self)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    /// Leaves the client to the end of the process, where destroying it would wait for a broker.
    func abandon() {
        isAbandoned.store(true, ordering: .relaxed)
    }

    /// How long whoever lets go of a client waits for its end.
    private static let endingTime = DispatchTimeInterval.seconds(2)

    /// Destroying a client waits for all that it has with its brokers, for ever where a topic has been deleted
    /// meanwhile. It has a thread of its own for that, which is left to the end of the process if need be.
    deinit {
        guard !isAbandoned.load(ordering: .relaxed) else { return }
        let ending = Ending(handle: handle, queue: queue)
        let thread = Thread { ending.run() }
        thread.name = "kafka-ending"
        thread.start()
        _ = ending.isOver.wait(timeout: .now() + Self.endingTime)
    }
}

/// The end of a client. Unchecked because of the two pointers, which nobody else has any more.
private final class Ending: @unchecked Sendable {
    private let handle: OpaquePointer
    private let queue: OpaquePointer
    let isOver = DispatchSemaphore(value: 0)

    init(handle: OpaquePointer, queue: OpaquePointer) {
        self.handle = handle
        self.queue = queue
    }

    func run() {
        rd_kafka_queue_destroy(queue)
        rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
        isOver.signal()
    }
}
