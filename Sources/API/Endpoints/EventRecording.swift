import Events
import HTTPTypes
import JSON
import Logging
import Store

extension Services {
    /// The event of a request, with everything that the contract says of one.
    func event(
        _ name: String, kind: Event.Kind = .action, user: String, input: [UInt8], result: String? = nil, status: Int = 200, code: String? = nil,
        context: APIContext
    ) -> Event {
        var value: [UInt8]?
        if let result {
            var json = JSONWriter(capacity: result.utf8.count + 2)
            json.string(result)
            value = json.bytes
        }
        return Event(
            kind: kind, name: name, input: input, result: value, user: user, status: status, code: code,
            durationMicroseconds: context.microseconds, requestID: context.requestID)
    }

    /// Carries out an account action. When it is refused, the refusal becomes an event before it becomes an answer;
    /// when it succeeds, the action has recorded it in its own transaction.
    func recordingRefusals<Value>(
        _ name: String, kind: Event.Kind = .action, user: String, input: [UInt8], context: APIContext, _ action: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await action()
        } catch {
            let refusal = APIError(error, context: context)
            if refusal.status.code < 500 {
                try await database.append(
                    event(
                        name, kind: kind, user: user, input: input, status: refusal.status.code, code: refusal.code,
                        context: context))
            }
            throw refusal
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
        json.string(String(value.prefix(200)))
    }
    json.endObject()
    return json.bytes
}
