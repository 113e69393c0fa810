import HTTPTypes
import JSON

extension EndpointDescription {
    private static let tag = "users"
    private static let username = Parameter(
        name: "username", place: .path, schema: .string(minimumLength: 1), text: "The account's name")

    static let listUsers = EndpointDescription(
        .get, "/users", name: "listUsers", tag: tag, summary: "All accounts, by name",
        parameters: [
            Parameter(name: "after", place: .query, schema: .string(), text: "Only names after this one"),
            Parameter(
                name: "limit", place: .query, schema: .integer(minimum: 1, maximum: 1000), text: "How many at the most"),
        ],
        answers: [.json("The accounts", .array(.reference("Account"))), .invalid])

    static let changeUser = EndpointDescription(
        .patch, "/users/{username}", name: "changeUser", tag: tag, summary: "Change the role, or disable or enable",
        text: "Holds at once, in running sessions too.", parameters: [username],
        bodies: [
            Body(
                contentType: "application/json",
                schema: .named(
                    "AccountChange",
                    .object([
                        .optional("role", JSONSchema.choice(["user", "admin"]).orNull),
                        .optional("disabled", JSONSchema.boolean.orNull),
                    ])))
        ],
        answers: [
            .json("The account as it is now", .reference("Account")), .error(404, "No such user"),
            .error(409, "It is the last administrator"), .invalid,
        ])

    static let deleteUser = EndpointDescription(
        .delete, "/users/{username}", name: "deleteUser", tag: tag, summary: "Delete an account",
        text: "Its events stay, and its name is not given to anybody else.", parameters: [username],
        answers: [
            .json("The account is gone", .reference("Message")), .error(404, "No such user"),
            .error(409, "It is the last administrator"),
        ])
}
