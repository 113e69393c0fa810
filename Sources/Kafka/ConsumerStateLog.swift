internal import Foundation
internal import Logging

/// One log line for every change between going on and waiting.
///
/// Unchecked because it belongs to the consumer's thread.
final class ConsumerStateLog: @unchecked Sendable {
    private let logger: Logger
    private let broker: String
    let pulse = ConsumerPulse()
    private var reasons = Reasons()
    /// Since when no broker is there, as long as nobody has said why.
    private var unexplainedSince: ContinuousClock.Instant?
    private var storingFails = false

    init(logger: Logger, broker: String) {
        self.logger = logger
        self.broker = broker
    }

    /// How long the reason may come after the word that no broker is left.
    private static let explanationTime = Duration.seconds(1)

    func cannotRead(_ error: KafkaError) {
        if error.isSummary {
            unexplainedSince = unexplainedSince ?? .now
        } else {
            unexplainedSince = nil
            tell(error.message)
        }
    }

    /// Says that no broker is left when nothing else is known for long.
    func tellUnexplained() {
        guard let since = unexplainedSince, since.duration(to: .now) > Self.explanationTime else { return }
        unexplainedSince = nil
        if reasons.isEmpty { tell("no broker can be reached") }
    }

    private func tell(_ reason: String) {
        pulse.note("cannot read the topic: \(reason)")
        guard reasons.isNew(reason) else { return }
        logger.warning("Kafka not ready, retrying", metadata: ["broker": "\(broker)", "reason": "\(reason)"])
    }

    func readsAgain() {
        unexplainedSince = nil
        guard !reasons.isEmpty else { return }
        reasons.clear()
        pulse.note(nil)
        logger.notice("Kafka ready", metadata: ["broker": "\(broker)"])
    }

    func cannotStore(_ error: any Error, pause: Duration) {
        pulse.note("cannot write the store: \(error)")
        guard !storingFails else { return }
        storingFails = true
        logger.error("The store cannot be written, retrying", metadata: ["reason": "\(error)", "pause": "\(pause)"])
    }

    func storesAgain() {
        guard storingFails else { return }
        storingFails = false
        pulse.note(nil)
        logger.notice("The store is written again")
    }
}

/// A pause of a thread that has nothing else to do.
enum Sleeping {
    static func sleep(_ pause: Duration) {
        Thread.sleep(forTimeInterval: pause / .seconds(1))
    }
}
