import Accounts
import Events
import HTTPTypes
import Hummingbird
import JSON
import Logging
import Store

/// What administrators do with accounts.
enum UserEndpoints {
    static var endpoints: [Endpoint] {
        [
            .administrator(.listUsers, list), .administrator(.changeUser, recording: "change_user", change),
            .administrator(.deleteUser, recording: "delete_user", delete),
        ]
    }

    private static func list(_ call: Call, _ user: Principal) async throws -> Response {
        var query = QueryReader(FormItems(call.request.uri.query ?? ""), known: ["after", "limit"])
        let after = query.string("after") ?? ""
        let limit = query.integer("limit", in: 1...1000, default: 1000)
        try query.check()
        let accounts = try await call.services.accounts.accounts(after: after, limit: Int(limit))
        return .json(capacity: 128 * accounts.count) { json in
            json.beginArray()
            for account in accounts { account.write(to: &json) }
            json.endArray()
        }
    }

    private static func change(_ call: Call, _ user: Principal) async throws -> Response {
        let name = try call.context.pathParameter("username")
        let body = try await call.services.reading(for: "change_user", user: user.username, context: call.context) {
            try await call.request.jsonObject(limit: Fields.bodyBytes)
        }
        var fields = Fields(body, known: ["role", "disabled"])
        let roleName = fields.string("role")
        let role = roleName.flatMap(Role.init(rawValue:))
        let isDisabled = fields.boolean("disabled")
        if let roleName, role == nil {
            fields.add("enum", "role", "The roles are user and admin", input: roleName)
        }
        if fields.problems.isEmpty, role == nil, isDisabled == nil {
            fields.add("missing", "role", "Send role, disabled or both")
        }
        let problems = fields.problems
        let input = eventInput(
            ("username", name), ("role", roleName), ("disabled", isDisabled.map { $0 ? "true" : "false" }))
        let account = try await call.services.recordingRefusals(
            "change_user", user: user.username, input: input, context: call.context
        ) {
            if !problems.isEmpty { throw APIError(problems: problems) }
            return try await call.services.accounts.update(username: name, role: role, disabled: isDisabled) { _ in
                call.services.event(
                    "change_user", user: user.username, input: input, result: "success", context: call.context)
            }
        }
        return .json { json in account.write(to: &json) }
    }

    private static func delete(_ call: Call, _ user: Principal) async throws -> Response {
        let name = try call.context.pathParameter("username")
        let input = eventInput(("username", name))
        _ = try await call.services.recordingRefusals(
            "delete_user", user: user.username, input: input, context: call.context
        ) {
            try await call.services.accounts.delete(username: name) { _ in
                call.services.event(
                    "delete_user", user: user.username, input: input, result: "success", context: call.context)
            }
        }
        return .message("User deleted")
    }
}

extension APIContext {
    /// A part of the path, percent-decoded; 404 when it is none that could name anything.
    func pathParameter(_ name: String) throws -> String {
        guard let part = parameters.get(name), let text = FormItems.decodedPathSegment(part),
            text.utf8.count <= Fields.textBytes
        else { throw APIError.notFound }
        return text
    }
}
