/// How LaTeX writes a call of an operation.
struct Notation: Sendable {
    /// The sign before the parentheses, such as `\\sin`; nil: the name upright.
    var name: String?
    /// How tightly the form binds, beside what stands around it.
    var precedence = Precedence.access
    /// How many arguments the form is for, and the form.
    private var form: (count: Int, write: Write)?

    /// Writes the argument at a place.
    typealias Argument = (Int) -> String
    /// A call: from its arguments, and from them in parentheses unless each is one thing.
    typealias Write = @Sendable (_ argument: Argument, _ wrapped: Argument) -> String

    /// A sign in place of the name.
    static func name(_ name: String) -> Notation { Notation(name: name) }

    /// A form for calls with so many arguments; others are written with the name.
    static func form(
        of count: Int, precedence: Precedence = .access, name: String? = nil, _ write: @escaping Write
    ) -> Notation {
        Notation(name: name, precedence: precedence, form: (count, write))
    }

    /// The call in its form; nil when it has none for so many arguments.
    func call(count: Int, _ argument: Argument, _ wrapped: Argument) -> String? {
        guard let form, form.count == count else { return nil }
        return form.write(argument, wrapped)
    }
}
