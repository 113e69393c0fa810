import Foundation
import NIOCore

/// The processors that this process may run on, which may be fewer than the machine has.
enum Processors {
    static var count: Int {
        // `sched_getaffinity` is not visible to Swift; the kernel tells the same here, as a mask in hexadecimal.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") } ?? ""
        let allowed = line.dropFirst("Cpus_allowed:".count).reduce(0) { count, digit in
            count + (digit.hexDigitValue?.nonzeroBitCount ?? 0)
        }
        return allowed == 0 ? System.coreCount : min(allowed, System.coreCount)
    }

    /// One event loop for each: more of them only get in each other's way. To be called before any is used.
    static func setUpEventLoops() {
        NIOSingletons.groupLoopCountSuggestion = count
    }
}
