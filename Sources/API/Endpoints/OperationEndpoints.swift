import Accounts
import Calculator
import Events
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Store

/// Every operation of the catalogue as a route, the catalogue itself, and the legacy paths.
struct OperationEndpoints: Sendable {
    let services: Services

    var endpoints: [Endpoint] {
        var endpoints: [Endpoint] = [.user(.listOperations, list)]
        for operation in Catalogue.operations { endpoints += routes(operation) }
        return endpoints + legacyRoutes
    }

    private func routes(_ operation: MathOperation) -> [Endpoint] {
        let metrics = services.metrics.operation(operation.name)
        return [
            .user(.get(operation)) { request, context, user in
                try await recordingBadInput(operation, user, context) {
                    try OperationInput(query: request.uri.query ?? "")
                } then: { input in
                    try await answer(operation, input, user, context, metrics)
                }
            },
            .user(.post(operation)) { request, context, user in
                try await recordingBadInput(operation, user, context) {
                    try OperationInput(body: try await request.jsonObject())
                } then: { input in
                    try await answer(operation, input, user, context, metrics)
                }
            },
        ]
    }

    /// `POST /pow {x, y}`, `/factorial {x}`, `/fibonacci {x}`, as clients of the legacy service call them.
    private var legacyRoutes: [Endpoint] {
        [("pow", ["x": "a", "y": "b"]), ("factorial", ["x": "x"]), ("fibonacci", ["x": "x"])].compactMap { name, names in
            guard let operation = Catalogue.operation(named: name) else { return nil }
            let metrics = services.metrics.operation(name)
            return .user(.legacy(operation, parameters: names.keys.sorted())) { request, context, user in
                try await recordingBadInput(operation, user, context) {
                    var input = try OperationInput(body: try await request.jsonObject())
                    input.arguments = input.arguments.map { (names[$0.name] ?? $0.name, $0.value) }
                    return input
                } then: { input in
                    try await answer(operation, input, user, context, metrics)
                }
            }
        }
    }

    private func answer(
        _ operation: MathOperation, _ input: OperationInput, _ user: Principal, _ context: APIContext,
        _ metrics: OperationMetrics
    ) async throws -> Response {
        do {
            let answer = try await calculate(operation, input)
            let inputJSON = answer.inputJSON
            let event = services.event(
                operation.name, kind: .calculation, user: user.username, input: inputJSON, result: answer.text, context: context)
            try await services.database.append(event)
            metrics.finished(.success, seconds: context.seconds)
            return .json(capacity: inputJSON.count + 2 * answer.text.utf8.count + 192) { json in
                answer.write(to: &json, inputJSON: inputJSON)
            }
        } catch let failure as CalculationFailure {
            let refusal = APIError(failure, place: input.place)
            let event = services.event(
                operation.name, kind: .calculation, user: user.username, input: input.json, status: refusal.status.code,
                code: refusal.code, context: context)
            try await services.database.append(event)
            metrics.finished(.refused, seconds: context.seconds)
            throw refusal
        }
    }

    /// Short calculations run where they are; the rest go to threads of their own.
    private func calculate(_ operation: MathOperation, _ input: OperationInput) async throws -> Answer {
        if operation.isQuick(input.arguments, precision: input.precision) {
            return try operation.answer(to: input.arguments, precision: input.precision)
        }
        return try await services.calculations.run {
            try operation.answer(to: input.arguments, precision: input.precision)
        }
    }

    /// A body that cannot be read is a refused operation as well, and has its event.
    private func recordingBadInput(
        _ operation: MathOperation, _ user: Principal, _ context: APIContext, _ read: () async throws -> OperationInput,
        then answer: (OperationInput) async throws -> Response
    ) async throws -> Response {
        let input = try await services.recordingRefusals(
            operation.name, kind: .calculation, user: user.username, input: eventInput(), context: context, read)
        return try await answer(input)
    }

    private func list(_ request: Request, _ context: APIContext, _ user: Principal) async throws -> Response {
        .bytes(CatalogueDocument.bytes, contentType: "application/json")
    }
}
