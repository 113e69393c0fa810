import Events
import HTTPServer
import HTTPTypes
import JSON
import Logging
import Store

extension Services {
    /// The event of a request, with everything that the contract says of one.
    func event(
        _ name: String, kind: Event.Kind = .action, user: String, input: [UInt8], result: EventResult? = nil,
        status: Int = 200, code: String? = nil,
        context: APIContext
    ) -> Event {
        Event(
            kind: kind, name: name, input: input, result: result?.json, user: user, status: status, code: code,
            durationMicroseconds: context.microseconds, requestID: context.requestID,
            traceParent: context.traceParent)
    }

    /// Carries out an account action. When it is refused, the refusal becomes an event before it becomes an answer;
    /// when it succeeds, the action has recorded it in its own transaction.
    func recordingRefusals<Value>(
        _ name: String, kind: Event.Kind = .action, user: String, input: [UInt8], context: APIContext,
        _ action: () async throws -> Value
    ) async throws -> Value {
        // Not in the `catch` itself: awaiting there makes the optimizer of Swift 6.3.1 crash (LLVM, CoroSplit).
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await action())
        } catch {
            outcome = .failure(error)
        }
        switch outcome {
        case .success(let value): return value
        case .failure(let error):
            let refusal = APIError(error, context: context)
            try await record(refusal, name, kind: kind, user: user, input: input, context: context)
            throw refusal
        }
    }

    /// Reads what an action is asked with. A request that cannot be read is a refused action as well.
    ///
    /// - Parameter user: who asks, as far as known.
    func reading<Value>(
        for name: String, user: String = Services.nobody, context: APIContext, _ read: () async throws -> Value
    ) async throws -> Value {
        try await recordingRefusals(name, user: user, input: eventInput(), context: context, read)
    }

    /// The user of an event of somebody who has not said who they are.
    static let nobody = "anonymous"

    /// Makes the event of a refusal durable. That the service could not do its work is no event, nor is a body that was
    /// too long to be read, nor that somebody has more under way than may be. What limits have turned away is counted, and
    /// so is what strangers are refused past so many a minute.
    func record(
        _ refusal: APIError, _ name: String, kind: Event.Kind = .action, user: String, input: [UInt8],
        context: APIContext
    ) async throws {
        guard refusal.status.code < 500, refusal.status != .contentTooLarge,
            refusal.code != APIError.answersUnreadCode
        else { return }
        if refusal.status == .tooManyRequests {
            return throttled.count(context.throttledKey, requestID: context.requestID)
        }
        if context.user == nil, !addresses.recordsRefusal(of: context.remote) {
            return throttled.count(.unrecorded, requestID: context.requestID)
        }
        let event = event(
            name, kind: kind, user: user, input: input, status: refusal.status.code, code: refusal.code,
            context: context)
        try await database.append(event)
    }
}

/// What came out, as an event shows it.
enum EventResult: ExpressibleByStringLiteral {
    case text(String)
    /// One for each expression of a list; nil for those that failed.
    case list([String?])

    init(stringLiteral text: String) { self = .text(text) }

    var json: [UInt8] {
        switch self {
        case .text(let text):
            var json = JSONWriter(capacity: text.utf8.count + 2)
            json.string(text)
            return json.bytes
        case .list(let texts):
            var json = JSONWriter(capacity: 32 * texts.count)
            json.beginArray()
            for text in texts { json.optional(text) }
            json.endArray()
            return json.bytes
        }
    }
}

/// The input of an account's event: names, never a password or a token.
func eventInput(_ members: (StaticString, String?)...) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (name, value) in members {
        guard let value else { continue }
        json.key(name)
        json.string(value)
    }
    json.endObject()
    return json.bytes
}
