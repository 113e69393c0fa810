import Glibc
import Logging

/// What every long-running command does first.
enum ProcessSetup {
    /// Sets up the process and its log.
    static func logger(_ settings: Settings) -> Logger {
        // Whoever reads our answers or our log may go away at any time; that is an error of the write, not our end.
        signal(SIGPIPE, SIG_IGN)
        let output = LogOutput()
        LoggingSystem.bootstrap { _ in
            LineLogHandler(format: settings.logFormat, level: settings.logLevel, output: output)
        }
        return Logger(label: "math")
    }
}
