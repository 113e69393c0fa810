import Glibc
import Logging

/// What every long-running command does first.
enum ProcessSetup {
    /// Sets up the process and its log.
    static func logger(_ settings: Settings) -> Logger {
        // Whoever reads our answers or our log may go away at any time; that is an error of the write, not our end.
        signal(SIGPIPE, SIG_IGN)
        raiseFileLimit()
        let output = LogOutput()
        LoggingSystem.bootstrap { _ in
            LineLogHandler(format: settings.logFormat, level: settings.logLevel, output: output)
        }
        return Logger(label: "math")
    }

    /// A shell lets a process have 1,024 files, which stands for as many connections; it may take more itself.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 65_536))
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
