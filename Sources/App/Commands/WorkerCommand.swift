import ArgumentParser
import Workers

/// `math worker`: the process that calculates, started by `math serve` alone.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Answer the service's jobs over standard input.", shouldDisplay: false)

    @Option(name: .customLong("memory-limit-mb")) var memoryLimit = 256
    @Option var niceness = 5

    func run() {
        CalculationWorker.run(memoryLimitMiB: memoryLimit, niceness: niceness)
    }
}
