import JSON
import Text

/// Reads the members of a body or the items of a form by name and type; gathers every fault, so that a client learns
/// of all of them at once.
///
/// What it hands on is of bounded length: before that, a text is bytes to everybody.
struct Fields {
    /// Most bytes of a text. No name, address, password or token that could be right is longer.
    static let textBytes = 1024
    /// Most bytes of a body that has nothing but a few such texts.
    static let bodyBytes = 16 * 1024

    private enum Source {
        case object(JSONObject)
        case form(FormItems)
    }

    private let source: Source
    private let known: [String]
    private(set) var problems = ProblemList()

    /// - Parameter known: the names that may occur; any other is a fault.
    init(_ object: JSONObject, known: [String]) {
        source = .object(object)
        self.known = known
        for (name, _) in object.members where !known.contains(where: name.isExactly) {
            problems.add(
                .init(
                    type: "extra_forbidden", location: ["body", name.shown],
                    message: "There is no such field; there are: \(known.sorted().joined(separator: ", "))", input: nil)
            )
        }
    }

    /// - Parameter known: the names that may occur; others in a form are passed over, as OAuth wants it
    ///   (RFC 6749, section 3.2).
    init(_ form: FormItems, known: [String]) {
        source = .form(form)
        self.known = known
    }

    /// The text under a name; a fault when it is missing, no text or too long.
    mutating func requiredString(_ name: String) -> String {
        if let text = string(name) { return text }
        if !problems.told.contains(where: { $0.location.last == name }) {
            add("missing", name, "Field required")
        }
        return ""
    }

    /// The text under a name, `nil` when it is missing or null; a fault when it is no text or too long.
    mutating func string(_ name: String) -> String? {
        let text: String?
        switch source {
        case .form(let form): text = form.values(name).first
        case .object(let object):
            switch object[name] {
            case nil, .null?: return nil
            case .string(let string)?: text = string
            default:
                add("string_type", name, "Send text: a JSON string")
                return nil
            }
        }
        guard let text, text.utf8.count > Self.textBytes else { return text }
        add("string_too_long", name, "Send at most \(Self.textBytes) bytes of text here")
        return nil
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
        problems.add(.init(type: type, location: ["body", name], message: message, input: input?.shown))
    }

    /// - Throws: 422 with all faults, when there is one.
    func check() throws {
        if !problems.isEmpty { throw APIError(problems: problems) }
    }
}
