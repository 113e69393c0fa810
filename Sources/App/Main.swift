import ArgumentParser
import Glibc

@main
struct Main {
    static func main() async {
        await MathCommand.main()
        // What was printed may still wait to be written; a full disk is found out only now.
        if fflush(nil) != 0 { outputFailed() }
    }

    /// Ends the process: whoever asked for the output must not take a part of it for the whole.
    static func outputFailed() -> Never {
        StandardError.write("math: standard output cannot be written: \(String(cString: strerror(errno))).")
        _exit(ExitStatus.failure.rawValue)
    }
}
