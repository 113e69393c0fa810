/// What is particular to one operation beside its values.
struct Traits: Sendable {
    /// How the language may call it.
    var form = Form.ordinary
    /// What it makes of quantities.
    var quantity = QuantityRule.own
    /// What it reads in texts, beside the expressions that its parameters tell of.
    var texts = Texts.plain
    /// How LaTeX writes a call; nil: with the name upright.
    var latex: Notation?
    /// What people call it who come from other languages, in lower case: told where it is not defined.
    var synonyms: [String] = []

    /// What an operation reads in the texts it is given.
    enum Texts: Sendable {
        /// Nothing.
        case plain
        /// Units, by their names.
        case units
        /// In the first the name of a unit that it makes, in others units.
        case newUnit
    }
}
