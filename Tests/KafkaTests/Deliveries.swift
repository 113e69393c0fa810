import Kafka
import Synchronization

/// Keeps delivery reports in the order in which they came.
final class Deliveries: Sendable {
    private let reports = Mutex<[KafkaDelivery]>([])

    var all: [KafkaDelivery] { reports.withLock { $0 } }

    func add(_ more: [KafkaDelivery]) {
        reports.withLock { $0 += more }
    }
}
