import Numbers

/// A part of an expression and where it stands in the source.
struct Node: Sendable {
    let kind: Kind
    let place: SourceRange

    init(_ kind: Kind, _ place: SourceRange) {
        self.kind = kind
        self.place = place
    }

    /// What a part can be.
    indirect enum Kind: Sendable {
        /// A number, and the text it was written as.
        case number(Rational, text: String)
        /// A text in quotation marks.
        case string(String)
        /// A variable, a constant, a function or a unit.
        case symbol(String)
        /// Elements in brackets.
        case list([Node])
        /// Rows in brackets, divided by semicolons.
        case matrix([[Node]])
        /// `start:end`, `start:step:end`; in an index `start` or `end` may be left out.
        case range(start: Node?, step: Node?, end: Node?)
        /// An operator before its operand.
        case prefix(PrefixOperator, Node)
        /// An operator after its operand.
        case postfix(PostfixOperator, Node)
        /// Operators of one precedence from left to right: as long as the source, and no deeper than its parts.
        case chain(Node, [Link])
        /// `a ^ b`, from right to left.
        case power(Node, Node, isElementwise: Bool)
        /// `a < b < c`: every comparison of neighbours holds.
        case comparison(Node, [Comparison])
        /// `condition ? a : b`
        case conditional(Node, Node, Node)
        /// `name(a, b)`
        case call(String, [Node])
        /// `a[i, j]`
        case index(Node, [Node])
        /// `name = value`
        case assignment(String, Node)
        /// `name[i] = value`
        case indexAssignment(String, [Node], Node)
        /// `name(a, b) = body`
        case definition(String, [String], Node)
        /// Parentheses, kept so that the tree prints back as it was written.
        case group(Node)
    }

    /// An operator of a chain and its right operand.
    struct Link: Sendable {
        let symbol: BinaryOperator
        let operand: Node
        /// The operator itself.
        let place: SourceRange
    }

    /// A comparison and its right operand.
    struct Comparison: Sendable {
        let symbol: ComparisonOperator
        let operand: Node
    }
}

/// A statement, and whether a semicolon after it hides its value.
public struct Statement: Sendable {
    let node: Node
    /// Whether its value is not to be shown.
    public let isHidden: Bool
}
