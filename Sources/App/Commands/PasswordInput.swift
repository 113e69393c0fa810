import Dispatch
import Glibc

/// Why no password could be read.
enum PasswordInputError: Error, CustomStringConvertible {
    case noTerminal
    case noLine
    case different
    case notText

    var description: String {
        switch self {
        case .noTerminal: "there is no terminal to ask for the password on; give it with --password-stdin."
        case .noLine: "no password came: standard input has no line."
        case .different: "the two passwords are not the same; nothing was changed."
        case .notText: "the password is not UTF-8 text."
        }
    }
}

/// Reads a password without showing it.
enum PasswordInput {
    /// One line of standard input, without its end.
    static func line() throws(PasswordInputError) -> Secret {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        var count = 0
        repeat {
            count = read(STDIN_FILENO, &byte, 1)
            if count == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        } while count == 1 && byte != UInt8(ascii: "\n") || count < 0 && errno == EINTR
        guard count == 1 || !bytes.isEmpty else { throw .noLine }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
        return Secret(text)
    }

    /// Asks on the terminal, twice.
    static func askedTwice(for name: String) throws(PasswordInputError) -> Secret {
        let first = try asked("Password for \(name): ")
        guard try asked("Once more: ") == first else { throw .different }
        return first
    }

    private static func asked(_ prompt: String) throws(PasswordInputError) -> Secret {
        guard let terminal = Terminal() else { throw .noTerminal }
        LogOutput().write(Array(prompt.utf8))
        terminal.hideTyping()
        defer {
            terminal.restore()
            LogOutput().write([UInt8(ascii: "\n")])
        }
        return try line()
    }
}

/// The terminal of standard input, put back to how it was also when the person gives up with Ctrl-C.
private struct Terminal {
    private let shown: termios
    private let interrupt: any DispatchSourceSignal

    /// Nil when standard input is no terminal.
    init?() {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
        self.shown = shown
        // Made only here: a source that is let go of before it was resumed ends the process.
        interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interrupt.setEventHandler {
            Self.set(shown)
            LogOutput().write([UInt8(ascii: "\n")])
            _exit(128 + SIGINT)
        }
        interrupt.resume()
    }

    func hideTyping() {
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        Self.set(hidden)
    }

    func restore() {
        Self.set(shown)
    }

    private static func set(_ attributes: termios) {
        var attributes = attributes
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &attributes)
    }
}
