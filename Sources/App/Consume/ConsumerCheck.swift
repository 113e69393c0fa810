import Accounts
import ArgumentParser
import Kafka
import Logging

/// What `math consume --check` asks the consumer that runs, over a socket beside its event store.
enum ConsumerCheck {
    private static let question = Array("{\"command\":\"check\"}\n".utf8)

    /// Answers for as long as the consumer runs; nil where its store's path is too long for a socket.
    static func server(of consumer: KafkaConsumer, _ settings: Settings, logger: Logger) -> ControlServer? {
        guard settings.consumerSocketPath.utf8.count <= ControlSocket.longestPath else { return nil }
        return ControlServer(path: settings.consumerSocketPath, logger: logger) { _ in
            let condition = consumer.condition
            return AccountAnswer(succeeded: condition.isWell, text: condition.text).line()
        }
    }

    /// Asks, and prints the answer.
    ///
    /// - Throws: the exit code 1 when the consumer is not well, or there is none.
    static func ask(_ settings: Settings) async throws(ExitCode) {
        let line = try? await ControlClient.ask(question, at: settings.consumerSocketPath)
        guard let line, let answer = AccountAnswer(line: line) else {
            throw ExitStatus.failure.after("math: no consumer answers at \(settings.consumerSocketPath).")
        }
        guard answer.succeeded else { throw ExitStatus.failure.after("math: the consumer \(answer.text).") }
        print("the consumer \(answer.text)")
    }
}
