import Calculator
import HTTPServer
import Workers

/// Every calculation that requests ask for: right where the request is when it is certain to be quick, else in a worker.
struct Calculations: Sendable {
    let workers: WorkerPool
    /// Room for long answers: whoever has none left is not calculated for.
    let answers: ByteBudget

    /// The answer of an operation.
    /// - Parameter isLegacy: whether the operation has the legacy service's names for its parameters.
    /// - Throws: `CalculationFailure` when it has none; 503 when too many wait.
    func answer(
        of operation: MathOperation, to input: OperationInput, isLegacy: Bool, user: String
    ) async throws -> WrittenAnswer {
        let reply: CalculationReply?
        if operation.isQuick(input.arguments, precision: input.precision) {
            reply = CalculationReply(operation, input.arguments, precision: input.precision)
        } else {
            let job = CalculationJob.operation(
                name: operation.name, isLegacy: isLegacy, arguments: input.arguments, precision: input.precision)
            reply = try await workerReplies(to: job, user: user).first
        }
        switch reply {
        case .answer(let answer): return answer
        case .failure(let failure): throw failure
        default: throw APIError.interrupted
        }
    }

    /// What becomes of expressions that share their variables, in their order.
    func outcomes(of input: ExpressionInput, user: String) async throws -> [ExpressionOutcome] {
        let replies: [CalculationReply]
        if let programs = Program.readIfQuick(input.sources, precision: input.precision) {
            let calculation = Calculation(precision: input.precision)
            replies = programs.map { CalculationReply($0, in: calculation) }
        } else {
            replies = try await workerReplies(
                to: .expressions(input.sources, precision: input.precision), user: user)
        }
        return try zip(input.sources, replies).map { source, reply in
            switch reply {
            case .answer(let answer): ExpressionOutcome(source: source, answer: .success(answer))
            case .failure(let failure): ExpressionOutcome(source: source, answer: .failure(failure.faults[0]))
            case .text: throw APIError.interrupted
            }
        }
    }

    /// The values of expressions that share their variables, as mathjs writes them.
    /// - Throws: the first fault.
    func mathJSTexts(of sources: [String], precision: Int?, user: String) async throws -> [String] {
        let replies: [CalculationReply]
        if let programs = Program.readIfQuick(sources, precision: precision ?? 17) {
            let calculation = MathJSCalculation(precision: precision)
            replies = programs.map { CalculationReply($0, in: calculation) }
        } else {
            replies = try await workerReplies(to: .mathJS(sources, precision: precision), user: user)
        }
        return try replies.map { reply in
            switch reply {
            case .text(let text): text
            case .failure(let failure): throw failure.faults[0]
            case .answer: throw APIError.interrupted
            }
        }
    }

    private func workerReplies(to job: CalculationJob, user: String) async throws -> [CalculationReply] {
        guard answers.hasRoom(for: user) else { throw APIError.noRoom(for: user, in: answers) }
        return try await workers.replies(to: job, user: user)
    }
}
