import Glibc

/// A process that calculates one job at a time. It belongs to the thread that made it, and ends with that at the latest.
///
/// The worker is a process of its own because a call into FLINT cannot be interrupted, and ends its process when it
/// finds no memory.
final class WorkerProcess {
    let identifier: pid_t
    let channel: FrameChannel
    private let errors: Int32
    private var ending: Ending?
    /// How many jobs it has done.
    var jobs = 0
    /// Pages of virtual and of resident memory when it was ready.
    private var initialPages = (virtual: 0, resident: 0)

    /// Why no worker could be made.
    struct SpawnFailure: Error, CustomStringConvertible {
        let description: String
    }

    /// How a process has ended.
    struct Ending {
        /// The signal that ended it; nil when it exited by itself.
        let signal: Int32?
        /// The end of what it said on standard output and error.
        let words: String
    }

    /// Starts the executable as `math worker` and waits until it is ready.
    init(executable: String, memoryLimitMiB: Int, niceness: Int) throws(SpawnFailure) {
        var sockets: [Int32] = [-1, -1]
        var words: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { throw Self.failure("socketpair", errno) }
        guard socketpair(AF_UNIX, kind | Int32(SOCK_NONBLOCK.rawValue), 0, &words) == 0 else {
            let code = errno
            for descriptor in sockets { close(descriptor) }
            throw Self.failure("socketpair", code)
        }
        defer {
            close(sockets[1])
            close(words[1])
        }
        channel = FrameChannel(descriptor: sockets[0])
        errors = words[0]
        do throws(SpawnFailure) {
            identifier = try Self.spawn(
                executable,
                ["math", "worker", "--memory-limit-mb", String(memoryLimitMiB), "--niceness", String(niceness)],
                socket: sockets[1], errors: words[1])
        } catch {
            close(sockets[0])
            close(words[0])
            throw error
        }
        do throws(FrameChannel.Failure) {
            _ = try channel.receive(deadline: .now + Self.patience)
        } catch {
            let ending = end()
            throw SpawnFailure(description: "\(executable) did not become a worker: \(ending.words)")
        }
        initialPages = pages
    }

    /// How long a worker may take to become ready on a busy machine.
    private static let patience = Duration.seconds(20)

    private static func spawn(
        _ executable: String, _ arguments: [String], socket: Int32, errors: Int32
    ) throws(SpawnFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        // FLINT 3 says there why it gives up.
        posix_spawn_file_actions_adddup2(&actions, errors, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // A group of its own: Ctrl-C on the service's terminal is not for the workers, which finish what runs.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        // No secret of the service's environment reaches the worker. Nor does Swift's runtime write to the system's log.
        var environment = ["SWIFT_BACKTRACE=enable=no", "LIBDISPATCH_LOG=NO"]
        for name in ["PATH", "LD_LIBRARY_PATH"] {
            if let value = getenv(name) { environment.append("\(name)=\(String(cString: value))") }
        }
        let argv = arguments.map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var identifier: pid_t = 0
        let code = posix_spawn(&identifier, executable, &actions, &attributes, argv, envp)
        guard code == 0 else { throw failure("cannot start \(executable)", code) }
        return identifier
    }

    private static func failure(_ what: String, _ code: Int32) -> SpawnFailure {
        SpawnFailure(description: "\(what): \(String(cString: strerror(code)))")
    }

    /// Whether it should be replaced by a new one before the next job: what a calculation leaves behind in caches and
    /// fragments is the next one's loss.
    var isWorn: Bool {
        let now = pages
        return jobs >= 1000 || now.resident - initialPages.resident > Self.mostGrowth
            || now.virtual - initialPages.virtual > 2 * Self.mostGrowth
    }

    /// 64 MiB in pages.
    private static let mostGrowth = (64 << 20) / sysconf(Int32(_SC_PAGESIZE))

    private var pages: (virtual: Int, resident: Int) {
        guard let file = fopen("/proc/\(identifier)/statm", "re") else { return (0, 0) }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return (0, 0) }
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let numbers = text.split(separator: " ").prefix(2).compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
    }

    /// Kills the process where it still runs, and says how it ended.
    @discardableResult
    func end() -> Ending {
        if let ending { return ending }
        // Does nothing to a process that is ending by itself: its status is settled by then.
        kill(identifier, SIGKILL)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(errors, &bytes, bytes.count)
        close(errors)
        close(channel.descriptor)
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        let signal = status & 0x7F
        let ending = Ending(signal: signal == 0 ? nil : signal, words: words)
        self.ending = ending
        return ending
    }

    deinit {
        end()
    }
}

extension WorkerProcess.Ending {
    /// Whether there was not enough memory: GMP, FLINT and the Swift runtime each say so before they end the process.
    var isForWantOfMemory: Bool {
        let words = words.lowercased()
        return words.contains("memory") || words.contains("allocat")
    }
}
