import Accounts
import Calculator
import Events
import HTTPTypes
import Hummingbird
import JSON
import Store
import Workers

/// Expressions of the language: evaluated, or only read and typeset.
enum EvaluateEndpoints {
    static var endpoints: [Endpoint] {
        [.user(.evaluate, evaluate), .user(.parse, parse)]
    }

    /// Evaluates, makes the one event of the request durable, answers.
    private static func evaluate(_ call: Call, _ user: Principal) async throws -> Response {
        let services = call.services
        let input = try await services.recordingRefusals(
            "evaluate", kind: .calculation, user: user.username, input: eventInput(), context: call.context
        ) {
            try ExpressionInput(body: try await call.request.jsonObject())
        }
        let outcomes = try await services.recordingRefusals(
            "evaluate", kind: .calculation, user: user.username, input: input.json, context: call.context
        ) {
            do {
                return try await services.outcomes(of: input, user: user.username)
            } catch {
                services.metrics.calculationFinished("evaluate", .refused, nanoseconds: call.context.nanoseconds)
                throw error
            }
        }
        return try await services.answering(outcomes.approximateBytes, for: user.username) {
            let event = services.event(
                "evaluate", kind: .calculation, user: user.username, input: input.json,
                result: input.isList ? .list(outcomes.map(\.text)) : outcomes.last?.text.map(EventResult.text),
                context: call.context)
            try await services.database.append(event)
            services.metrics.calculationFinished("evaluate", .success, nanoseconds: call.context.nanoseconds)
            if !input.isList, case .success(let answer)? = outcomes.last?.answer {
                return .bytes(answer.json, contentType: "application/json")
            }
            return .json(capacity: outcomes.approximateBytes) { json in
                json.beginArray()
                for (index, outcome) in outcomes.enumerated() { outcome.write(to: &json, index: index) }
                json.endArray()
            }
        }
    }

    /// Expressions as LaTeX; nothing is calculated, and nothing recorded.
    private static func parse(_ call: Call, _ user: Principal) async throws -> Response {
        let input = try ExpressionInput(body: try await call.request.jsonObject(), takesPrecision: false)
        // What may be read on an event loop: as much as one expression may have.
        let size = input.sources.reduce(0) { $0 + $1.utf8.count }
        guard !input.isList || size <= Limits.sourceBytes else {
            let message = "The expressions together are longer than \(Limits.sourceBytes) bytes: send fewer at once"
            throw APIError(problems: [.init(Fault(.tooLarge, message), source: input.sources[0])])
        }
        let parsed = input.sources.map(ParsedExpression.init)
        if !input.isList, case .failure(let fault) = parsed[0].program {
            throw APIError(problems: [.init(fault, source: input.sources[0])])
        }
        return .json(capacity: 2 * size + 64 * parsed.count) { json in
            if input.isList { json.beginArray() }
            for (index, one) in parsed.enumerated() { one.write(to: &json, index: index) }
            if input.isList { json.endArray() }
        }
    }
}

extension Services {
    /// What became of each expression.
    /// - Throws: the fault of a single one as the refusal it is.
    fileprivate func outcomes(of input: ExpressionInput, user: String) async throws -> [ExpressionOutcome] {
        let outcomes = try await calculations.outcomes(of: input, user: user)
        if !input.isList, case .failure(let fault)? = outcomes.last?.answer {
            throw APIError(problems: [.init(fault, source: input.sources[0])])
        }
        return outcomes
    }
}

extension [ExpressionOutcome] {
    /// About how many bytes they have in an answer.
    fileprivate var approximateBytes: Int { reduce(0) { $0 + $1.approximateBytes } }
}
