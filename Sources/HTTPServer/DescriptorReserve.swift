import Glibc
import HummingbirdCore

/// Stops accepting before the process runs out of file descriptors.
///
/// Without descriptors nothing works: databases, workers, the runtime's own clocks. Whoever connects meanwhile waits in
/// the system's queue.
struct DescriptorReserve: AvailableConnectionsDelegate {
    /// Descriptors that connections leave to the rest of the process.
    private static let reserve = 128

    private var open = 0

    mutating func connectionOpened() { open += 1 }

    mutating func connectionClosed() { open -= 1 }

    /// The system is asked anew each time, since the limit may be changed while the process runs.
    func isAcceptingNewConnections() -> Bool {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return true }
        return open < max(Int(clamping: limit.rlim_cur) - Self.reserve, 16)
    }
}
