import Glibc
import Synchronization

/// Where log lines go: one file descriptor, one `write` a line, one line at a time.
package final class LogOutput: Sendable {
    /// Wall time as seconds since 1970 and milliseconds.
    package typealias Clock = @Sendable () -> (seconds: Int, milliseconds: Int)

    private struct CachedSecond: Sendable {
        var seconds = Int.min
        var text: [UInt8] = []
    }

    private let descriptor: Int32
    private let clock: Clock
    /// The text of the last second that a line was written in: `2026-01-02T03:04:05.`
    private let cache = Mutex(CachedSecond())
    private let writing = Mutex(())

    package init(descriptor: Int32 = STDERR_FILENO, clock: @escaping Clock = LogOutput.wallClock) {
        self.descriptor = descriptor
        self.clock = clock
    }

    /// The time now as `2026-01-02T03:04:05.678Z`.
    func timestamp() -> [UInt8] {
        let (seconds, milliseconds) = clock()
        var text = cache.withLock { cache in
            if cache.seconds != seconds {
                cache = CachedSecond(seconds: seconds, text: Self.text(of: seconds))
            }
            return cache.text
        }
        Self.append(milliseconds, digits: 3, to: &text)
        text.append(UInt8(ascii: "Z"))
        return text
    }

    /// Writes a line that ends in a line feed. What the descriptor does not take is lost: a log is no reason to stop.
    ///
    /// - Returns: whether it took all.
    @discardableResult
    func write(_ line: [UInt8]) -> Bool {
        writing.withLock { _ in
            var rest = line[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    guard poll(&waiting, 1, 100) > 0 else { return false }
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    package static let wallClock: Clock = {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return (now.tv_sec, now.tv_nsec / 1_000_000)
    }

    private static func text(of seconds: Int) -> [UInt8] {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        var text: [UInt8] = []
        append(Int(parts.tm_year) + 1900, digits: 4, then: "-", to: &text)
        append(Int(parts.tm_mon) + 1, digits: 2, then: "-", to: &text)
        append(Int(parts.tm_mday), digits: 2, then: "T", to: &text)
        append(Int(parts.tm_hour), digits: 2, then: ":", to: &text)
        append(Int(parts.tm_min), digits: 2, then: ":", to: &text)
        append(Int(parts.tm_sec), digits: 2, then: ".", to: &text)
        return text
    }

    private static func append(
        _ number: Int, digits: Int, then separator: Unicode.Scalar? = nil, to text: inout [UInt8]
    ) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
        if let separator { text.append(UInt8(ascii: separator)) }
    }
}
