import Accounts
import Calculator
import Events
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Store

/// The interface of the public mathjs service, so that its clients need to change the address only.
enum V4Endpoints {
    static var endpoints: [Endpoint] {
        [.userOrGuest(.evaluateV4ByQuery, get), .userOrGuest(.evaluateV4, post)]
    }

    /// Whether the path is one of this interface: `/v4`, or whatever lies below.
    static func covers(_ path: String) -> Bool {
        path.utf8.starts(with: "/v4".utf8)
            && (path.utf8.count == 3 || path.utf8.dropFirst(3).first == UInt8(ascii: "/"))
    }

    /// The same request, with the one path by which the router knows the interface.
    static func rooted(_ request: Request) -> Request {
        guard covers(request.uri.path) else { return request }
        var head = request.head
        head.path = path + (request.uri.query.map { "?\($0)" } ?? "")
        return Request(head: head, body: request.body)
    }

    static let path = "/v4/"

    private static func get(_ call: Call, _ user: String) async throws -> Response {
        do throws(V4Refusal) {
            let query = FormItems(call.request.uri.query ?? "")
            let input = try await recording(call, user) { () throws(V4Refusal) in try V4Input(query: query) }
            return try await answer(to: input, call, user) { texts in
                .bytes(Array(texts[0].utf8), contentType: textType)
            }
        } catch {
            guard case .refused(let text) = error else { throw error.underlying }
            return .bytes(Array(text.utf8), contentType: textType, status: .badRequest)
        }
    }

    private static func post(_ call: Call, _ user: String) async throws -> Response {
        let bytes = try await call.request.bodyBytes()
        do throws(V4Refusal) {
            let input = try await recording(call, user) { () throws(V4Refusal) in try V4Input(body: bytes) }
            return try await answer(to: input, call, user) { texts in
                answer { json in if input.isList { json.strings(texts) } else { json.string(texts[0]) } }
            }
        } catch {
            guard case .refused(let text) = error else { throw error.underlying }
            return answer(status: .badRequest, error: text) { json in json.null() }
        }
    }

    /// `{"result":…,"error":…}`: in this order and without spaces, because clients cut it so.
    private static func answer(
        status: HTTPResponse.Status = .ok, error: String? = nil, _ result: (inout JSONWriter) -> Void
    ) -> Response {
        .json(status: status) { json in
            json.beginObject()
            json.key("result")
            result(&json)
            json.key("error")
            json.optional(error)
            json.endObject()
        }
    }

    private static let textType = "text/plain; charset=utf-8"

    /// What was asked; a request that cannot be read has its event too.
    private static func recording(
        _ call: Call, _ user: String, _ read: () throws(V4Refusal) -> V4Input
    ) async throws(V4Refusal) -> V4Input {
        let input = Result { () throws(V4Refusal) in try read() }
        if case .failure = input { try await record(call, user, input: eventInput(), code: "invalid") }
        return try input.get()
    }

    /// Calculates, makes the event durable, answers.
    private static func answer(
        to input: V4Input, _ call: Call, _ user: String, _ write: @escaping @Sendable ([String]) -> Response
    ) async throws(V4Refusal) -> Response {
        let services = call.services
        let texts: Result<[String], any Error>
        let started = ContinuousClock.now
        // Strangers wait for each other only where they are at one address.
        let remote = call.context.user == nil ? call.context.remote : nil
        do {
            texts = .success(
                try await services.calculations.mathJSTexts(
                    of: input.sources, precision: input.precision, user: remote.map { "\(user)@\($0.network)" } ?? user)
            )
        } catch {
            texts = .failure(error)
        }
        if let remote { services.addresses.charge(started.duration(to: .now), to: remote) }
        switch texts {
        case .success(let texts):
            return try await answer(texts, to: input, call, user, write)
        case .failure(let fault as Fault):
            try await record(call, user, input: input.json, code: fault.code.rawValue)
            services.metrics.calculationFinished("evaluate", .refused, nanoseconds: call.context.nanoseconds)
            throw .refused(MathJSError.text(of: fault))
        case .failure(let error): throw .other(error)
        }
    }

    private static func answer(
        _ texts: [String], to input: V4Input, _ call: Call, _ user: String,
        _ write: @escaping @Sendable ([String]) -> Response
    ) async throws(V4Refusal) -> Response {
        let services = call.services
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        // Guests have no name of their own: nobody reads on behalf of all of them.
        let holder = user == Services.nobody ? "\(user) at \(call.context.remoteAddress)" : user
        do {
            return try await services.answering(bytes, for: holder) {
                try await record(
                    call, user, input: input.json, result: input.isList ? .list(texts) : .text(texts.first ?? ""))
                services.metrics.calculationFinished("evaluate", .success, nanoseconds: call.context.nanoseconds)
                return write(texts)
            }
        } catch let error as V4Refusal {
            throw error
        } catch {
            throw .other(error)
        }
    }

    private static func record(
        _ call: Call, _ user: String, input: [UInt8], result: EventResult? = nil, code: String? = nil
    ) async throws(V4Refusal) {
        let event = call.services.event(
            "evaluate", kind: .calculation, user: user, input: input, result: result, status: code == nil ? 200 : 400,
            code: code, context: call.context)
        do {
            try await call.services.database.append(event)
        } catch {
            throw .other(error)
        }
    }
}

/// Why there is no result.
enum V4Refusal: Error {
    /// As mathjs tells it.
    case refused(String)
    /// The service could not do its work.
    case other(any Error)

    var underlying: any Error {
        if case .other(let error) = self { error } else { self }
    }
}
