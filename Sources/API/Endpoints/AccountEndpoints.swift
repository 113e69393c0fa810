import Accounts
import Events
import HTTPTypes
import Hummingbird
import JSON
import Logging
import Store

/// Registration, tokens and one's own account.
enum AccountEndpoints {
    static var endpoints: [Endpoint] {
        // Whoever has asked too much can leave all the same.
        var leaving = Endpoint.user(.logout, logout)
        leaving.isLimited = false
        var resetting = Endpoint.user(.resetPassword, resetPassword)
        resetting.hasShortBody = true
        return [
            .anyone(.register, register), .anyone(.token, token), leaving, .user(.me, me),
            resetting,
        ]
    }

    private static func register(_ call: Call) async throws -> Response {
        let body = try await call.services.reading(for: "register", context: call.context) {
            try call.services.addresses.admitRegistration(from: call.context.remote)
            return try await call.request.jsonObject(limit: Fields.bodyBytes)
        }
        var fields = Fields(body, known: ["username", "email", "password", "confirm_password"])
        let username = fields.requiredString("username")
        let email = fields.string("email")
        let password = fields.requiredString("password")
        let confirmation = fields.string("confirm_password")
        let problems = fields.problems
        // Without the address: a refusal stands under a name that need not be its owner's.
        let refused = eventInput(("username", username))
        let account = try await call.services.recordingRefusals(
            "register", user: username.isEmpty ? Services.nobody : username, input: refused, context: call.context
        ) {
            if !problems.isEmpty { throw APIError(problems: problems) }
            let registration = Registration(
                username: username, email: email, password: password, confirmPassword: confirmation)
            return try await call.services.accounts.register(registration) { account in
                call.services.event(
                    "register", user: account.username, input: eventInput(("username", username), ("email", email)),
                    result: .text(account.username), context: call.context)
            }
        }
        return .json { json in
            json.beginObject()
            json.key("message")
            json.string("User registered successfully")
            json.key("id")
            json.number(account.id)
            json.key("username")
            json.string(account.username)
            json.key("role")
            json.string(account.role.rawValue)
            json.endObject()
        }
    }

    private static func token(_ call: Call) async throws -> Response {
        var fields = try await call.services.reading(for: "login", context: call.context) {
            try await grantFields(call.request)
        }
        let grant = fields.string("grant_type") ?? "password"
        if grant == "refresh_token" { return try await refresh(&fields, call) }
        if grant != "password", !grant.isEmpty {
            fields.add("unsupported_grant_type", "grant_type", "Use password or refresh_token", input: grant)
        }
        return try await login(&fields, call)
    }

    private static func grantFields(_ request: Request) async throws -> Fields {
        let known = ["username", "password", "grant_type", "refresh_token", "scope", "client_id", "client_secret"]
        switch request.mediaType {
        case "application/x-www-form-urlencoded":
            return Fields(try await request.formItems(limit: Fields.bodyBytes), known: known)
        case "application/json":
            return Fields(try await request.jsonObject(limit: Fields.bodyBytes), known: known)
        default:
            throw APIError(
                .unsupportedMediaType, code: "unsupported_media_type",
                "Send a form (application/x-www-form-urlencoded) or JSON (application/json)")
        }
    }

    private static func login(_ fields: inout Fields, _ call: Call) async throws -> Response {
        let username = fields.requiredString("username")
        let password = fields.requiredString("password")
        let problems = fields.problems
        let input = eventInput(("username", username))
        // Whose sign-in it is, by name or by address: theirs are the event and the attempt.
        let name = try await call.services.accounts.name(forSignIn: username)
        do {
            let pair = try await call.services.recordingRefusals(
                "login", user: name.isEmpty ? Services.nobody : name, input: input, context: call.context
            ) {
                if !problems.isEmpty { throw APIError(problems: problems) }
                return try await call.services.accounts.login(
                    username: name, password: password, remoteAddress: call.context.remoteAddress
                ) { account in
                    call.services.event(
                        "login", user: account.username, input: input, result: "success", context: call.context)
                }
            }
            call.services.metrics.loginFinished(.success)
            return Self.answer(pair)
        } catch {
            call.services.metrics.loginFinished(error.isThrottled ? .throttled : .failure)
            throw error
        }
    }

    private static func refresh(_ fields: inout Fields, _ call: Call) async throws -> Response {
        let token = fields.requiredString("refresh_token")
        let problems = fields.problems
        let owner = await call.services.accounts.owner(ofRefreshToken: token)
        let pair = try await call.services.recordingRefusals(
            "refresh", user: owner ?? Services.nobody, input: eventInput(), context: call.context
        ) {
            if !problems.isEmpty { throw APIError(problems: problems) }
            return try await call.services.accounts.refresh(
                token, remoteAddress: call.context.remoteAddress
            ) { account in
                call.services.event(
                    "refresh", user: account.username, input: eventInput(), result: "success", context: call.context)
            }
        }
        return Self.answer(pair)
    }

    private static func answer(_ pair: TokenPair) -> Response {
        .json(capacity: 1024) { json in
            json.beginObject()
            json.key("access_token")
            json.string(pair.accessToken)
            json.key("token_type")
            json.string("bearer")
            json.key("expires_in")
            json.number(pair.expiresIn)
            json.key("refresh_token")
            json.string(pair.refreshToken)
            json.endObject()
        }
    }

    private static func logout(_ call: Call, _ user: Principal) async throws -> Response {
        try await call.services.accounts.logout(user) { account in
            call.services.event(
                "logout", user: account.username, input: eventInput(), result: "success", context: call.context)
        }
        return .message("Logged out")
    }

    private static func me(_ call: Call, _ user: Principal) async throws -> Response {
        let account = try await call.services.accounts.account(named: user.username)
        return .json { json in account.write(to: &json) }
    }

    /// An administrator's token is enough for anyone's; for one's own the current password is the proof.
    private static func resetPassword(_ call: Call, _ user: Principal) async throws -> Response {
        let body = try await call.services.reading(for: "reset_password", user: user.username, context: call.context) {
            try await call.request.jsonObject(limit: Fields.bodyBytes)
        }
        let (reset, problems) = readReset(body)
        let input = eventInput(("username", reset.username))
        try await call.services.recordingRefusals(
            "reset_password", user: user.username, input: input, context: call.context
        ) {
            if !problems.isEmpty { throw APIError(problems: problems) }
            try await change(reset, call, user, input: input)
        }
        return .message("Password reset successfully")
    }

    private static func readReset(_ body: JSONObject) -> (PasswordReset, ProblemList) {
        var fields = Fields(body, known: ["username", "new_password", "confirm_password", "current_password"])
        let reset = PasswordReset(
            username: fields.requiredString("username"), newPassword: fields.requiredString("new_password"),
            confirmPassword: fields.string("confirm_password"), currentPassword: fields.string("current_password"))
        return (reset, fields.problems)
    }

    private static func change(_ reset: PasswordReset, _ call: Call, _ user: Principal, input: [UInt8]) async throws {
        _ = try await call.services.accounts.resetPassword(
            reset, by: user, remoteAddress: call.context.remoteAddress
        ) { _ in
            call.services.event(
                "reset_password", user: user.username, input: input, result: "success", context: call.context)
        }
    }
}

extension Account {
    /// The account as everyone who may see it gets it.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.number(id)
        json.key("username")
        json.string(username)
        json.key("email")
        if let email { json.string(email) } else { json.null() }
        json.key("role")
        json.string(role.rawValue)
        json.key("disabled")
        json.bool(isDisabled)
        json.key("created_at")
        json.string(Timestamp(microseconds: createdAt * 1_000_000).text)
        json.endObject()
    }
}

extension Error {
    /// Whether it was refused for trying too often.
    fileprivate var isThrottled: Bool { (self as? APIError)?.status == .tooManyRequests }
}
