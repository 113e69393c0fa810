import Numbers

extension Node {
    /// The parts one level down, in the order of the source.
    var children: [Node] {
        switch kind {
        case .number, .string, .symbol: []
        case .list(let elements): elements
        case .matrix(let rows): rows.flatMap(\.self)
        case .range(let start, let step, let end): [start, step, end].compactMap(\.self)
        case .prefix(_, let operand), .postfix(_, let operand), .group(let operand): [operand]
        case .chain(let first, let links): [first] + links.map(\.operand)
        case .power(let a, let b, _): [a, b]
        case .comparison(let first, let comparisons): [first] + comparisons.map(\.operand)
        case .conditional(let a, let b, let c): [a, b, c]
        case .call(_, let arguments): arguments
        case .index(let list, let indices): [list] + indices
        case .assignment(_, let value), .definition(_, _, let value): [value]
        case .indexAssignment(_, let indices, let value): indices + [value]
        }
    }

    /// The size of the numbers written in the expression, in bits.
    var literalBits: Int {
        if case .number(let value, _) = kind { return value.bitSize }
        return children.reduce(0) { $0 + $1.literalBits }
    }
}
