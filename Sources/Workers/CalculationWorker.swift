import Calculator
internal import Foundation
import Glibc
import Numbers

/// The other side of the pool: the process that calculates.
public enum CalculationWorker {
    /// Answers jobs that come over standard input, which is a socket, until the other end is closed.
    /// - Parameters:
    ///   - memoryLimitMiB: how much memory one job may take.
    ///   - niceness: how much it stands back for the others.
    public static func run(memoryLimitMiB: Int, niceness: Int) -> Never {
        closeInheritedFiles()
        bearName()
        LastWords.prepare()
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = nice(Int32(niceness))
        let channel = FrameChannel(descriptor: STDIN_FILENO)
        let thread = Thread { serve(channel, memoryLimitMiB: memoryLimitMiB) }
        thread.stackSize = stackSize
        thread.start()
        waitForHangUp(channel)
    }

    /// The name in lists of processes; without this it would be that of the link it was started by.
    private static func bearName() {
        guard let file = fopen("/proc/self/comm", "w") else { return }
        fputs("math worker", file)
        fclose(file)
    }

    /// What the service has open is none of a worker's business. What is neither a file nor a socket is the runtime's
    /// own: the thread that waits for its clock would turn round and round without.
    private static func closeInheritedFiles() {
        let folder = "/proc/self/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for descriptor in names.compactMap({ Int32($0) }) where descriptor > STDERR_FILENO {
            let path = "\(folder)/\(descriptor)"
            guard let file = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
                !file.hasPrefix("anon_inode:")
            else { continue }
            close(descriptor)
        }
    }

    /// As much as the language's deepest recursion needs, so that it finds the room where it is.
    private static let stackSize = Stack.size

    /// Ends the process when the service is gone, however long the job still takes.
    private static func waitForHangUp(_ channel: FrameChannel) -> Never {
        var request = pollfd(fd: channel.descriptor, events: 0, revents: 0)
        while poll(&request, 1, -1) <= 0 {}
        _exit(0)
    }

    private static func serve(_ channel: FrameChannel, memoryLimitMiB: Int) {
        warmUp()
        do throws(FrameChannel.Failure) {
            try channel.send([])
            while true { try answer(try channel.receive(), channel, memoryLimitMiB: memoryLimitMiB) }
        } catch {
            _exit(0)
        }
    }

    /// Makes the catalogue and the caches, which every job needs, before the first one is timed.
    private static func warmUp() {
        _ = CalculationReply(Program.read("sin(1) + sqrt(2)"), in: Calculation())
    }

    private static func answer(
        _ frame: [UInt8], _ channel: FrameChannel, memoryLimitMiB: Int
    ) throws(FrameChannel.Failure) {
        guard let (job, milliseconds) = CalculationJob.parse(frame) else { throw .closed }
        limitMemory(memoryLimitMiB << 20)
        var failure: FrameChannel.Failure?
        var left = mostBytes
        job.perform(deadline: .now + .milliseconds(milliseconds)) { reply in
            guard failure == nil else { return }
            let reply = reply.length > left ? Self.tooLong : reply
            left -= reply.length
            do throws(FrameChannel.Failure) {
                try channel.send(reply.frame)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// From now on the process may take so many bytes more.
    private static func limitMemory(_ bytes: Int) {
        let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
        var limits = rlimit()
        getrlimit(resource, &limits)
        limits.rlim_cur = min(rlim_t(virtualMemory + bytes), limits.rlim_max)
        setrlimit(resource, &limits)
    }

    private static var virtualMemory: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").first.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    /// The most that the answer to one request may have.
    static let mostBytes = 16 << 20

    static let tooLong = CalculationReply.failure(
        CalculationFailure(
            Fault(.tooLarge, "The answer is longer than \(mostBytes >> 20) MiB: ask for less at a time")))
}
