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
    /// - Parameter deadline: when to give up; nil: never.
    func send(_ frame: [UInt8], deadline: ContinuousClock.Instant? = nil) throws(Failure) {
        let count = UInt32(frame.count)
        let head = (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        try write(head + frame, deadline)
    }

    /// Reads one frame.
    /// - Parameter deadline: when to give up; nil: never.
    func receive(deadline: ContinuousClock.Instant? = nil) throws(Failure) -> [UInt8] {
        let head = try read(4, deadline)
        let count = head.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
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
