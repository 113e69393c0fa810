extension Node {
    /// The expression as LaTeX, as a mathematician would write it.
    var latex: String { latex(.expression) }

    /// What the names in an expression are.
    enum Names {
        /// Variables, but for those that are known.
        case expression
        /// Constants, and units: upright.
        case quantities
    }

    func latex(_ names: Names) -> String {
        switch kind {
        case .number(_, let text): Self.number(text)
        case .string(let text): "\\text{\(LaTeX.escaped("\"\(text)\""))}"
        case .symbol(let name): names == .quantities ? LaTeX.unit(name) : LaTeX.name(name)
        case .list(let elements): Self.matrix(Self.rows(elements) ?? [elements], names)
        case .matrix(let rows): Self.matrix(rows, names)
        case .range(let start, let step, let end):
            ([start] + (step.map { [$0] } ?? []) + [end]).map { $0?.latex(names) ?? "" }.joined(separator: ":")
        case .prefix(let symbol, let operand): Self.prefix(symbol, operand, names)
        case .postfix(let symbol, let operand): Self.postfix(symbol, operand, names)
        case .power(let base, let exponent, let isElementwise):
            "\(base.wrapped(above: .access, names))^{\(isElementwise ? BinaryOperator.elementPower.row.latex : "")\(exponent.ungrouped.latex(names))}"
        case .chain(let first, let links): Self.chain(first, links, names)
        case .comparison(let first, let comparisons):
            comparisons.reduce(first.wrapped(above: .comparison, names)) {
                $0 + $1.symbol.row.latex + $1.operand.wrapped(above: .comparison, names)
            }
        case .conditional(let condition, let a, let b):
            "\\begin{cases}\(a.latex(names)) & \\text{if } \(condition.latex(names))\\\\\(b.latex(names)) & \\text{otherwise}\\end{cases}"
        case .call(let name, let arguments): Self.call(name, arguments, names)
        case .index(let list, let indices):
            "\(list.wrapped(above: .access, names))_{\(indices.map { $0.latex(names) }.joined(separator: ", "))}"
        case .assignment(let name, let value): "\(LaTeX.name(name)) = \(value.latex(names))"
        case .indexAssignment(let name, let indices, let value):
            "\(LaTeX.name(name))_{\(indices.map { $0.latex(names) }.joined(separator: ", "))} = \(value.latex(names))"
        case .definition(let name, let parameters, let body):
            "\(LaTeX.name(name))\\left(\(parameters.map(LaTeX.name).joined(separator: ", "))\\right) = \(body.latex(names))"
        case .group(let inner): "\\left(\(inner.latex(names))\\right)"
        }
    }

    private static func matrix(_ rows: [[Node]], _ names: Names) -> String {
        "\\begin{bmatrix}\(rows.map { $0.map { $0.latex(names) }.joined(separator: " & ") }.joined(separator: "\\\\"))\\end{bmatrix}"
    }

    /// The rows of a matrix that is written as the list of them; nil for any other list.
    private static func rows(_ elements: [Node]) -> [[Node]]? {
        let rows = elements.compactMap { element -> [Node]? in
            if case .list(let row) = element.kind { row } else { nil }
        }
        guard let width = rows.first?.count, width > 0, rows.count == elements.count else { return nil }
        return rows.allSatisfy { $0.count == width } ? rows : nil
    }

    private static func number(_ text: String) -> String {
        if text.hasPrefix("0"), text.dropFirst().first?.isLetter == true { return "\\mathtt{\(text)}" }
        guard let e = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text }
        let exponent = text[text.index(after: e)...].drop { $0 == "+" }
        return "\(text[..<e]) \\cdot 10^{\(exponent)}"
    }

    private static func prefix(_ symbol: PrefixOperator, _ operand: Node, _ names: Names) -> String {
        symbol.row.latex + operand.wrapped(above: .product, names)
    }

    private static func postfix(_ symbol: PostfixOperator, _ operand: Node, _ names: Names) -> String {
        operand.wrapped(above: symbol.precedence == .postfix ? .access : .power, names) + symbol.row.latex
    }

    private static func chain(_ first: Node, _ links: [Link], _ names: Names) -> String {
        let precedence = links[0].symbol.precedence.inLaTeX
        guard precedence == .product else {
            return links.reduce(first.wrapped(above: precedence, names)) {
                $0 + $1.symbol.row.latex + $1.operand.wrapped(above: precedence, names, strictly: true)
            }
        }
        // The sign of a product stands before its fraction, not above the line.
        if case .prefix(.minus, let inner) = first.kind { return "-" + chain(inner, links, names) }
        // A quotient takes all that stands before it above its line.
        var text = first.wrapped(above: .product, names)
        var isAlone = links.count == 1
        for link in links {
            if link.symbol == .divide {
                let above = isAlone ? first.ungrouped.latex(names) : text
                text = "\\frac{\(above)}{\(link.operand.ungrouped.latex(names))}"
            } else {
                let factor = link.operand.wrapped(above: .product, names, strictly: true)
                // Digits side by side would be one number.
                let sign = link.symbol == .implicit && factor.first?.isNumber == true ? .multiply : link.symbol
                text += sign.row.latex + factor
            }
            isAlone = false
        }
        return text
    }

    private static func call(_ name: String, _ arguments: [Node], _ names: Names) -> String {
        let form = Catalogue.operation(named: name)?.traits.latex?.call(
            count: arguments.count, { arguments[$0].ungrouped.latex(names) },
            { arguments[$0].wrapped(above: .access, names) })
        if let form { return form }
        let parts = arguments.map { $0.ungrouped.latex(names) }
        return "\(LaTeX.function(name))\\left(\(parts.joined(separator: ", "))\\right)"
    }

    /// The inner part of parentheses, where what stands around it already shows where it ends.
    private var ungrouped: Node {
        if case .group(let inner) = kind { inner.ungrouped } else { self }
    }

    private func wrapped(above least: Precedence, _ names: Names, strictly: Bool = false) -> String {
        let own = precedenceInLaTeX
        return own < least || strictly && own == least && least != .power
            ? "\\left(\(latex(names))\\right)" : latex(names)
    }

    private var precedenceInLaTeX: Precedence {
        switch kind {
        case .number(_, let text): text.contains("e") || text.contains("E") ? .product : .access
        case .call(let name, _): Catalogue.operation(named: name)?.traits.latex?.precedence ?? .access
        case .string, .symbol, .list, .matrix, .index, .group: .access
        case .range: .range
        case .prefix: .prefix
        // A transposition is written as an exponent.
        case .postfix(let symbol, _): symbol == .transpose ? .power : .access
        case .power: .power
        case .chain(_, let links): links[0].symbol.precedence.inLaTeX
        case .comparison: .comparison
        case .conditional: .conditional
        case .assignment, .indexAssignment, .definition: .statement
        }
    }
}

extension Precedence {
    /// Operators whose order a reader may not know are of one precedence in LaTeX, so that parentheses show it; what is a
    /// product reads as one however it is written.
    fileprivate var inLaTeX: Precedence {
        switch self {
        case .or, .xor, .and, .bitOr, .bitXor, .bitAnd: .bitAnd
        case .shift, .conversion: .shift
        case .product, .implicit, .fraction: .product
        default: self
        }
    }
}
