import Accounts
import JSON

extension AccountCommand {
    /// Reads a command from its line on the control socket; nil when it is none.
    package init?(line: [UInt8]) {
        guard case .object(let members) = try? JSONValue(parsing: line) else { return nil }
        let name = members.text("name")
        let role = members.text("role").flatMap(Role.init)
        switch (members.text("command"), name, role) {
        case ("add", let name?, let role?):
            guard let password = members.text("password") else { return nil }
            self = .add(name: name, role: role, email: members.text("email"), password: Secret(password))
        case ("list", nil, nil): self = .list
        case ("role", let name?, let role?): self = .setRole(name: name, role: role)
        case ("disable", let name?, nil): self = .setDisabled(name: name, disabled: true)
        case ("enable", let name?, nil): self = .setDisabled(name: name, disabled: false)
        case ("sign-out", let name?, nil): self = .signOut(name: name)
        case ("sign-out-all", nil, nil): self = .signOut(name: nil)
        default: return nil
        }
    }

    /// The command as it goes over the control socket, with the line's end.
    package func line() -> [UInt8] {
        switch self {
        case .add(let name, let role, let email, let password):
            Self.line(
                [
                    ("command", "add"), ("name", name), ("role", role.rawValue), ("email", email),
                    ("password", password.reveal()),
                ])
        case .list: Self.line([("command", "list")])
        case .setRole(let name, let role):
            Self.line([("command", "role"), ("name", name), ("role", role.rawValue)])
        case .setDisabled(let name, let disabled):
            Self.line([("command", disabled ? "disable" : "enable"), ("name", name)])
        case .signOut(let name): Self.line([("command", name == nil ? "sign-out-all" : "sign-out"), ("name", name)])
        }
    }

    private static func line(_ members: [(key: String, value: String?)]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for case (let key, let value?) in members {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension AccountAnswer {
    package init?(line: [UInt8]) {
        guard case .object(let members) = try? JSONValue(parsing: line), let text = members.text("text"),
            case .bool(let succeeded) = members["ok"]
        else { return nil }
        self.init(succeeded: succeeded, text: text)
    }

    package func line() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("ok")
        writer.bool(succeeded)
        writer.key("text")
        writer.string(text)
        writer.endObject()
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension JSONObject {
    fileprivate func text(_ key: String) -> String? {
        guard case .string(let text) = self[key] else { return nil }
        return text
    }
}
