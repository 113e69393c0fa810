import ArgumentParser
import Glibc

/// How the executable ends when it does not end well: a line on standard error and one of these codes.
/// Wrong usage (64) is ArgumentParser's.
package enum ExitStatus: Int32 {
    case failure = 1
    /// `EX_CONFIG`: a setting cannot work, or what it names cannot be used.
    case configuration = 78

    /// Writes `message` to standard error, and gives what a command throws to end with this code.
    func after(_ message: String) -> ExitCode {
        StandardError.write(message)
        return ExitCode(rawValue)
    }
}

/// Text for people on standard error.
enum StandardError {
    /// Writes `text` and a line feed, if it does not end in one.
    static func write(_ text: String) {
        LogOutput().write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }
}
