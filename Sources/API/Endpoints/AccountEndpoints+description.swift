import HTTPTypes
import JSON

extension EndpointDescription {
    private static let tag = "accounts"
    private static let username = JSONSchema.string(minimumLength: 1, maximumLength: 64)
    private static let newPassword = JSONSchema.described(
        .string(minimumLength: 8, maximumLength: 128), "8 to 128 characters, not a common one, not the user name")

    static let register = EndpointDescription(
        .post, "/register", name: "register", tag: tag, summary: "Make an account",
        bodies: [
            Body(
                contentType: "application/json",
                schema: .named(
                    "Registration",
                    .object([
                        .required("username", username), .required("password", newPassword),
                        .optional("confirm_password", JSONSchema.string().orNull),
                        .optional("email", JSONSchema.string().orNull),
                    ])),
                example: .members(
                    ("username", .string("ada")), ("email", .string("ada@example.org")),
                    ("password", .string("correct horse battery")),
                    ("confirm_password", .string("correct horse battery"))))
        ],
        answers: [
            .json("The account is made", .reference("Registered")),
            .error(400, "The user name or the email address is taken"), .error(403, "Registration is closed"), .invalid,
            .error(429, "Too many registrations from this address", headers: ["Retry-After"]),
        ])

    private static let tokenForm = JSONSchema.object(
        [
            .optional("grant_type", .choice(["password", "refresh_token"])), .optional("username", .string()),
            .optional("password", .string(format: "password")), .optional("refresh_token", .string()),
        ], isOpen: true)

    static let token = EndpointDescription(
        .post, "/token", name: "token", tag: tag, summary: "Sign in, or renew a session",
        text: "With `username` and `password`, or with `grant_type=refresh_token` and the last `refresh_token`. "
            + "The account's email address may stand as the `username`. "
            + "A refresh token is good once: used twice, it ends its session, but for tabs that renew at the same moment. "
            + "The same names in a JSON body are taken too; only the form is described, since clients that are made from two "
            + "descriptions mix them up.",
        bodies: [
            Body(contentType: "application/x-www-form-urlencoded", schema: .named("TokenForm", tokenForm))
        ],
        answers: [
            .json("The tokens", .reference("Token")),
            .error(
                401, "Wrong user name or password, or a refresh token that is not valid", headers: ["WWW-Authenticate"]),
            .invalid, .error(429, "Too many failed attempts", headers: ["Retry-After"]),
        ])

    static let logout = EndpointDescription(
        .post, "/logout", name: "logout", tag: tag, summary: "End the session and all its tokens",
        answers: [.json("The session has ended", .reference("Message"))])

    static let me = EndpointDescription(
        .get, "/me", name: "me", tag: tag, summary: "One's own account",
        answers: [.json("The account", .reference("Account")), .error(404, "The account is gone")])

    static let resetPassword = EndpointDescription(
        .post, "/reset-password", name: "resetPassword", tag: tag, summary: "Change a password",
        text:
            "One's own with `current_password`; an administrator anybody's without. Ends the account's other sessions.",
        bodies: [
            Body(
                contentType: "application/json",
                schema: .named(
                    "PasswordChange",
                    .object([
                        .required("username", username), .required("new_password", newPassword),
                        .optional("confirm_password", JSONSchema.string().orNull),
                        .optional("current_password", JSONSchema.string().orNull),
                    ])))
        ],
        answers: [
            .json("The password is changed", .reference("Message")),
            .error(400, "The current password is not right"),
            .error(403, "Somebody else's password"), .error(404, "No such user"), .invalid,
        ])
}
