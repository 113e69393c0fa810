import NIOCore
import Synchronization

/// How many connections are open.
package final class OpenConnections: Sendable {
    private let open = Atomic<Int>(0)

    package init() {}

    package var count: Int { open.load(ordering: .relaxed) }

    /// Counts a connection until it is closed.
    func add(_ channel: any Channel) {
        open.wrappingAdd(1, ordering: .relaxed)
        channel.closeFuture.whenComplete { _ in self.open.wrappingSubtract(1, ordering: .relaxed) }
    }
}
