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
    ) async throws -> Answer {
        if operation.isQuick(input.arguments, precision: input.precision) {
            return try operation.answer(to: input.arguments, precision: input.precision)
        }
        let job = CalculationJob.operation(
            name: operation.name, isLegacy: isLegacy, arguments: input.arguments, precision: input.precision)
        switch try await workerReplies(to: job, user: user).first {
        case .value(let value):
            return Answer(
                operation: operation.name, input: operation.inDeclaredOrder(input.arguments), value: value,
                precision: input.precision)
        case .failure(let failure): throw failure
        default: throw APIError.interrupted
        }
    }

    /// What becomes of expressions that share their variables, in their order.
    func outcomes(of input: ExpressionInput, user: String) async throws -> [ExpressionOutcome] {
        let job = CalculationJob.expressions(input.sources, precision: input.precision)
        return try await replies(to: job, sources: input.sources, precision: input.precision, user: user)
            .enumerated().map { index, reply in
                switch reply {
                case .answer(let answer, _): ExpressionOutcome(source: answer.source, answer: .success(answer))
                case .failure(let failure):
                    ExpressionOutcome(source: input.sources[index], answer: .failure(failure.faults[0]))
                default: throw APIError.interrupted
                }
            }
    }

    /// The values of expressions that share their variables, as mathjs writes them.
    /// - Throws: the first fault.
    func mathJSTexts(of sources: [String], precision: Int?, user: String) async throws -> [String] {
        let job = CalculationJob.mathJS(sources, precision: precision)
        return try await replies(to: job, sources: sources, precision: precision ?? 17, user: user).map { reply in
            switch reply {
            case .text(let text): text
            case .failure(let failure): throw failure.faults[0]
            default: throw APIError.interrupted
            }
        }
    }

    private func replies(
        to job: CalculationJob, sources: [String], precision: Int, user: String
    ) async throws -> [CalculationReply] {
        guard Calculation.isQuick(sources, precision: precision) else {
            return try await workerReplies(to: job, user: user)
        }
        var replies: [CalculationReply] = []
        job.perform(deadline: nil) { replies.append($0) }
        return replies
    }

    private func workerReplies(to job: CalculationJob, user: String) async throws -> [CalculationReply] {
        guard answers.hasRoom(for: user) else { throw APIError.noRoom(for: user, in: answers) }
        return try await workers.replies(to: job, user: user)
    }
}
