import Accounts
import Calculator
import Events
import HTTPTypes
import Hummingbird
import JSON
import Store

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
                return try await services.outcomes(of: input)
            } catch {
                services.metrics.calculationFinished("evaluate", .refused, nanoseconds: call.context.nanoseconds)
                throw error
            }
        }
        let event = services.event(
            "evaluate", kind: .calculation, user: user.username, input: input.json,
            result: input.isList ? .list(outcomes.map(\.text)) : outcomes.last?.text.map(EventResult.text),
            context: call.context)
        try await services.database.append(event)
        services.metrics.calculationFinished("evaluate", .success, nanoseconds: call.context.nanoseconds)
        return .json(capacity: 512 * outcomes.count) { json in
            if input.isList { json.beginArray() }
            for (index, outcome) in outcomes.enumerated() { outcome.write(to: &json, index: index) }
            if input.isList { json.endArray() }
        }
    }

    /// The expression as LaTeX; nothing is calculated, and nothing recorded.
    private static func parse(_ call: Call, _ user: Principal) async throws -> Response {
        let input = try ExpressionInput(body: try await call.request.jsonObject(), takesOneOnly: true)
        let source = input.sources[0]
        let latex: String
        do throws(Fault) {
            latex = try ExpressionPreview.latex(of: source)
        } catch {
            throw APIError(problems: [.init(error, source: source)])
        }
        return .json(capacity: source.utf8.count + latex.utf8.count + 64) { json in
            json.beginObject()
            json.key("expr")
            json.string(source)
            json.key("latex")
            json.string(latex)
            json.endObject()
        }
    }
}

extension Services {
    /// What became of each expression.
    /// - Throws: the fault of a single one as the refusal it is.
    fileprivate func outcomes(of input: ExpressionInput) async throws -> [ExpressionOutcome] {
        let outcomes = try await calculations.run { deadline in
            let calculation = Calculation(precision: input.precision, deadline: deadline)
            return input.sources.map { source in
                do throws(Fault) {
                    return ExpressionOutcome(source: source, answer: .success(try calculation.answer(to: source)))
                } catch {
                    return ExpressionOutcome(source: source, answer: .failure(error))
                }
            }
        }
        if !input.isList, case .failure(let fault)? = outcomes.last?.answer {
            throw APIError(problems: [.init(fault, source: input.sources[0])])
        }
        return outcomes
    }
}
