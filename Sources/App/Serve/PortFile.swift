import Glibc
import Logging

/// The file in which a service says on which port it listens, for those who start it with `PORT=0`.
struct PortFile {
    let path: String

    /// Whoever waits for the file reads the whole number as soon as there is one.
    func write(_ port: Int, logger: Logger) {
        do throws(FileProblem) {
            try FileSystem.put("\(port)\n", into: path, mode: 0o644)
        } catch {
            logger.error("PORT_FILE cannot be written", metadata: ["path": .string(path), "reason": "\(error)"])
        }
    }

    /// At the end, and before the beginning: a service that was killed has left its own.
    func remove() {
        unlink(path)
    }
}
