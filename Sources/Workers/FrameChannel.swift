import Glibc

/// Frames over a stream socket: four bytes of length, the least significant first, then that many bytes.
struct FrameChannel: Sendable {
    let descriptor: Int32

    /// Why no frame came or went.
    enum Failure: Error {
        /// The other end is gone.
        case closed
        /// The time was up first.
        case timeout
    }

    /// More than the answer to anything may have.
    static let longest = 64 << 20

    /// Writes one frame.
    /// - Parameters:
    ///   - parts: the frame's bytes. A long one is not copied for being sent.
    ///   - deadline: when to give up; nil: never.
    func send(_ parts: [[UInt8]], deadline: ContinuousClock.Instant? = nil) throws(Failure) {
        let count = parts.reduce(0) { $0 + $1.count }
        let all = [Self.bytes(of: count)] + parts
        if count <= Self.short { return try write(Array(all.joined()), deadline) }
        for part in all { try write(part, deadline) }
    }

    /// Frames up to this length are sent at once.
    private static let short = 64 << 10

    /// A length as it stands in a frame.
    static func bytes(of count: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } }

    /// The length of which these are the bytes.
    static func count(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    }

    /// Reads one frame.
    /// - Parameter deadline: when to give up; nil: never.
    func receive(deadline: ContinuousClock.Instant? = nil) throws(Failure) -> [UInt8] {
        let count = Self.count(try read(4, deadline))
        guard count <= Self.longest else { throw .closed }
        return try read(count, deadline)
    }

    private func write(_ bytes: [UInt8], _ deadline: ContinuousClock.Instant?) throws(Failure) {
        var done = 0
        while done < bytes.count {
            try wait(for: Int16(POLLOUT), deadline)
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 { done += count } else if errno != EINTR, errno != EAGAIN { throw .closed }
        }
    }

    private func read(_ count: Int, _ deadline: ContinuousClock.Instant?) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            try wait(for: Int16(POLLIN), deadline)
            let received = bytes.withUnsafeMutableBytes { buffer in
                recv(descriptor, buffer.baseAddress.map { $0 + done }, count - done, Int32(MSG_DONTWAIT))
            }
            if received > 0 {
                done += received
            } else if received == 0 || errno != EINTR && errno != EAGAIN {
                throw .closed
            }
        }
        return bytes
    }

    private func wait(for events: Int16, _ deadline: ContinuousClock.Instant?) throws(Failure) {
        while true {
            var timeout: Int32 = -1
            if let deadline {
                let left = deadline - ContinuousClock.now
                guard left > .zero else { throw .timeout }
                timeout = Int32(min(left / .milliseconds(1), 60_000).rounded(.up))
            }
            var request = pollfd(fd: descriptor, events: events, revents: 0)
            if poll(&request, 1, timeout) > 0 { return }
        }
    }
}
