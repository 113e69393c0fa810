import Numbers

extension Formula {
    /// The formula as text of the language.
    var text: String { node.text }

    /// The formula as a tree of the language.
    var node: Node {
        switch self {
        case .number(let value): return Self.number(value)
        case .symbol(let name): return Node(.symbol(name), .none)
        case .sum(let terms): return Self.sum(terms)
        case .product(let factors): return Self.product(factors)
        case .power(let base, .number(let exponent)) where exponent == .half:
            return Node(.call("sqrt", [base.node]), .none)
        case .power(let base, let exponent):
            if case .number(let value) = exponent, value.isNegative { return Self.product([self]) }
            return Node(.power(base.node, exponent.node, isElementwise: false), .none)
        case .call(let name, let arguments): return Node(.call(name, arguments.map(\.node)), .none)
        }
    }

    private static func number(_ value: Rational) -> Node {
        let above = Node(
            .number(Rational(value.numerator.magnitude), text: value.numerator.magnitude.description), .none)
        let signed = value.isNegative ? Node(.prefix(.minus, above), .none) : above
        guard !value.isInteger else { return signed }
        let below = Node(.number(Rational(value.denominator), text: value.denominator.description), .none)
        return .chain(signed, [(.divide, below)])
    }

    private static func sum(_ terms: [Formula]) -> Node {
        // A sum does not begin with a minus where it can be helped.
        var terms = terms
        if terms[0].isNegative, let index = terms.firstIndex(where: { !$0.isNegative }) {
            terms.insert(terms.remove(at: index), at: 0)
        }
        let links = terms.dropFirst().map { term in
            term.isNegative ? (BinaryOperator.subtract, (-term).node) : (.add, term.node)
        }
        return .chain(terms[0].node, links)
    }

    private var isNegative: Bool { coefficientAndRest.coefficient < 0 }

    /// What has a negative exponent stands below the line.
    private static func product(_ factors: [Formula]) -> Node {
        var coefficient = Rational.one
        var above: [Node] = []
        var below: [Node] = []
        for factor in factors {
            switch factor {
            case .number(let value): coefficient = value
            case .power(let base, .number(let exponent)) where exponent < 0:
                below.append(Formula.written(base, -exponent))
            default: above.append(factor.node)
            }
        }
        let size = coefficient.numerator.magnitude
        if size != 1 || above.isEmpty { above.insert(number(Rational(size)), at: 0) }
        if coefficient.denominator != 1 { below.insert(number(Rational(coefficient.denominator)), at: 0) }
        if coefficient < 0 { above[0] = Node(.prefix(.minus, above[0]), .none) }
        var links = above.dropFirst().map { (BinaryOperator.multiply, $0) }
        if let first = below.first { links.append((.divide, .chain(first, below.dropFirst().map { (.multiply, $0) }))) }
        return .chain(above[0], links)
    }

    /// A power without taking it apart: the power of a number is not folded.
    private static func written(_ base: Formula, _ exponent: Rational) -> Node {
        exponent == 1 ? base.node : Formula.power(base, .number(exponent)).node
    }
}

extension Node {
    /// Operands of one level; a single one is no chain.
    fileprivate static func chain(_ first: Node, _ links: [(BinaryOperator, Node)]) -> Node {
        if links.isEmpty { return first }
        return Node(.chain(first, links.map { Link(symbol: $0.0, operand: $0.1, place: .none) }), .none)
    }
}

extension SourceRange {
    /// The place of what nobody has written.
    static let none = SourceRange(offset: 0, length: 0)
}
