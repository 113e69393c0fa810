internal import Foundation
internal import Logging

/// One log line for every change between going on and waiting.
///
/// Unchecked because it belongs to the consumer's thread.
final class ConsumerStateLog: @unchecked Sendable {
    private let logger: Logger
    private let broker: String
    private var readingFails = false
    private var storingFails = false

    init(logger: Logger, broker: String) {
        self.logger = logger
        self.broker = broker
    }

    func cannotRead(_ error: KafkaError) {
        guard !readingFails else { return }
        readingFails = true
        logger.warning("Kafka not ready, retrying", metadata: ["broker": "\(broker)", "reason": "\(error.message)"])
    }

    func isReading() {
        guard readingFails else { return }
        readingFails = false
        logger.notice("Kafka ready", metadata: ["broker": "\(broker)"])
    }

    func cannotStore(_ error: any Error, pause: Duration) {
        guard !storingFails else { return }
        storingFails = true
        logger.error("The store cannot be written, retrying", metadata: ["reason": "\(error)", "pause": "\(pause)"])
    }

    func isStoring() {
        guard storingFails else { return }
        storingFails = false
        logger.notice("The store is written again")
    }
}

/// A pause of a thread that has nothing else to do.
enum Sleeping {
    static func sleep(_ pause: Duration) {
        Thread.sleep(forTimeInterval: pause / .seconds(1))
    }
}
