import Accounts
import Calculator
import Events
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Store
import Text
import Workers

/// Every operation of the catalogue as a route, the catalogue itself, and the legacy paths.
enum OperationEndpoints {
    static var endpoints: [Endpoint] {
        // Packed now, so that no request has to wait for it.
        let catalogue = CatalogueDocument.content
        var endpoints: [Endpoint] = [
            .user(.listOperations) { call, _ in
                catalogue.answer(
                    to: call.request,
                    headers: [.contentType: "application/json", .cacheControl: WebCaching.revalidated.rawValue])
            }
        ]
        for operation in Catalogue.operations { endpoints += routes(operation) }
        return EvaluateEndpoints.endpoints + endpoints + legacyRoutes
    }

    private static func routes(_ operation: MathOperation) -> [Endpoint] {
        [
            .user(.get(operation)) { call, user in
                try await answer(operation, OperationInput(query: call.request.uri.query ?? ""), call, user)
            },
            .user(.post(operation)) { call, user in
                try await answer(operation, try await readBody(for: operation, call, user), call, user)
            },
        ]
    }

    /// `POST /pow {x, y}`, `/factorial {x}`, `/fibonacci {x}`, as clients of the legacy service call them.
    private static var legacyRoutes: [Endpoint] {
        Catalogue.legacy.map { operation in
            .user(.legacy(operation)) { call, user in
                try await answer(operation, try await readBody(for: operation, call, user), call, user, isLegacy: true)
            }
        }
    }

    /// A body that cannot be read is a refused operation as well, and has its event.
    private static func readBody(
        for operation: MathOperation, _ call: Call, _ user: Principal
    ) async throws -> OperationInput {
        try await call.services.recordingRefusals(
            operation.name, kind: .calculation, user: user.username, input: eventInput(), context: call.context
        ) {
            try refuseQuery(of: call.request)
            return OperationInput(body: try await call.request.jsonObject())
        }
    }

    /// Whoever puts arguments there would wonder why they have no effect.
    private static func refuseQuery(of request: Request) throws {
        let items = FormItems(request.uri.query ?? "").items
        guard !items.isEmpty else { return }
        throw APIError(
            problems: items.map { item in
                APIError.Problem(
                    type: "extra_forbidden", location: ["query", item.name.shown],
                    message: "A POST request has its arguments in the body", input: item.value.shown)
            })
    }

    /// Calculates, makes the event durable, answers.
    private static func answer(
        _ operation: MathOperation, _ input: OperationInput, _ call: Call, _ user: Principal, isLegacy: Bool = false
    ) async throws -> Response {
        let services = call.services
        do {
            let answer = try await services.calculations.answer(
                of: operation, to: input, isLegacy: isLegacy, user: user.username)
            // Most are short, and are spared even the closure.
            if answer.json.count <= Services.quickAnswerBytes {
                return try await record(answer, to: input, operation, call, user)
            }
            return try await services.answering(answer.json.count, for: user.username) {
                try await record(answer, to: input, operation, call, user)
            }
        } catch let failure as CalculationFailure {
            let refusal = APIError(failure, for: input)
            let event = services.event(
                operation.name, kind: .calculation, user: user.username, input: input.json,
                status: refusal.status.code, code: refusal.code, context: call.context)
            try await services.database.append(event)
            services.metrics.calculationFinished(operation.name, .refused, nanoseconds: call.context.nanoseconds)
            throw refusal
        }
    }

    /// Makes the event of an answer durable, and sends the answer on.
    private static func record(
        _ answer: WrittenAnswer, to input: OperationInput, _ operation: MathOperation, _ call: Call, _ user: Principal
    ) async throws -> Response {
        let services = call.services
        let event = services.event(
            operation.name, kind: .calculation, user: user.username, input: operation.inputJSON(input.arguments),
            result: .text(answer.text), context: call.context)
        try await services.database.append(event)
        services.metrics.calculationFinished(operation.name, .success, nanoseconds: call.context.nanoseconds)
        return .bytes(answer.json, contentType: "application/json")
    }
}
