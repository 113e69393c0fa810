import JSON

/// Reads the members of a body or the items of a form by name and type; gathers every fault, so that a client learns
/// of all of them at once.
struct Fields {
    private enum Source {
        case object(JSONObject)
        case form(FormItems)
    }

    private let source: Source
    private let known: Set<String>
    private(set) var problems: [APIError.Problem] = []

    /// - Parameter known: the names that may occur; any other is a fault.
    init(_ object: JSONObject, known: Set<String>) {
        source = .object(object)
        self.known = known
        refuseUnknown(object.members.map(\.key))
    }

    /// - Parameter known: the names that may occur; others in a form are passed over, as OAuth wants it
    ///   (RFC 6749, section 3.2).
    init(_ form: FormItems, known: Set<String>) {
        source = .form(form)
        self.known = known
    }

    /// The text under a name; a fault when it is missing or no text.
    mutating func requiredString(_ name: String) -> String {
        if let text = string(name) { return text }
        if !problems.contains(where: { $0.location.last == name }) {
            add("missing", name, "Field required")
        }
        return ""
    }

    /// The text under a name, `nil` when it is missing or null; a fault when it is no text.
    mutating func string(_ name: String) -> String? {
        switch source {
        case .form(let form):
            return form.values(name).first
        case .object(let object):
            switch object[name] {
            case nil, .null?: return nil
            case .string(let text)?: return text
            default:
                add("string_type", name, "Send text: a JSON string")
                return nil
            }
        }
    }

    /// The truth value under a name, `nil` when it is missing or null; a fault when it is something else.
    mutating func boolean(_ name: String) -> Bool? {
        guard case .object(let object) = source else { return nil }
        switch object[name] {
        case nil, .null?: return nil
        case .bool(let value)?: return value
        default:
            add("bool_type", name, "Send true or false")
            return nil
        }
    }

    /// Adds a fault found elsewhere.
    mutating func add(_ type: String, _ name: String, _ message: String, input: String? = nil) {
        problems.append(.init(type: type, location: ["body", name], message: message, input: input))
    }

    /// - Throws: 422 with all faults, when there is one.
    func check() throws {
        if !problems.isEmpty { throw APIError(problems: problems) }
    }

    private mutating func refuseUnknown(_ names: [String]) {
        for name in names where !known.contains(name) {
            let list = known.sorted().joined(separator: ", ")
            add("extra_forbidden", String(name.prefix(100)), "There is no such field; there are: \(list)")
        }
    }
}
