import Numbers

/// Reads a polynomial out of an expression: sums, products and whole powers of variables and of numbers.
struct PolynomialReader {
    /// The names that are variables; what else has no variable in it is a number.
    let variables: [String]
    let context: EvaluationContext

    /// The names in an expression that are no constants, in alphabetical order.
    static func variables(in node: Node) -> [String] {
        var names: Set<String> = []
        collect(node, &names)
        return names.sorted()
    }

    private static func collect(_ node: Node, _ names: inout Set<String>) {
        if case .symbol(let name) = node.kind, !NamedConstants.isNumber(name) { names.insert(name) }
        for child in node.children { collect(child, &names) }
    }

    /// - Throws: `domain` when the expression is no polynomial in the variables; `too_large`.
    func read(_ node: Node) throws(Fault) -> SparsePolynomial {
        try context.checkDeadline()
        switch node.kind {
        case .number(let value, _): return constant(.rational(value))
        case .symbol(let name):
            if let index = variables.firstIndex(of: name) {
                return SparsePolynomial(variable: index, variableCount: variables.count)
            }
        case .group(let inner), .prefix(.plus, let inner): return try read(inner)
        case .prefix(.minus, let inner): return try read(inner).negated()
        case .chain(let first, let links):
            var result = try read(first)
            for link in links { result = try combine(result, link) }
            return result
        case .power(let base, let exponent, _): return try power(base, exponent)
        default: break
        }
        return try number(node)
    }

    private func combine(_ left: SparsePolynomial, _ link: Node.Link) throws(Fault) -> SparsePolynomial {
        let right = try read(link.operand)
        switch link.symbol {
        case .add: return try left.adding(right, context)
        case .subtract: return try left.adding(right.negated(), context)
        case .multiply, .implicit, .elementMultiply: return try left.multiplied(by: right, context)
        case .divide, .elementDivide:
            guard let divisor = right.constant else {
                throw Fault(.domain, "A polynomial is divided by numbers only: leave out the division")
            }
            return try left.multiplied(by: constant(try Number(1).divided(by: divisor, context)), context)
        default:
            throw Fault(.domain, "\"\(link.symbol.word)\" has no place in a polynomial: use +, -, *, / and ^")
        }
    }

    private func power(_ base: Node, _ exponent: Node) throws(Fault) -> SparsePolynomial {
        let base = try read(base)
        guard let exponent = try read(exponent).constant else {
            throw Fault(.domain, "The exponents of a polynomial are whole numbers: give one in place of a variable")
        }
        if let number = base.constant { return constant(try Power.of(number, exponent, context)) }
        guard let whole = exponent.asInteger, let value = whole.asInt, value >= 0 else {
            throw Fault(.domain, "The exponents of a polynomial are whole numbers that are not negative")
        }
        guard value <= PolynomialLimits.degree else { throw .degreeTooLarge }
        return try base.power(value, context)
    }

    /// The value of a part without variables.
    private func number(_ node: Node) throws(Fault) -> SparsePolynomial {
        guard node.isClosed else {
            throw Fault(
                .domain, "This is no polynomial: it may have sums, products and whole powers of variables and numbers")
        }
        guard case .number(let number) = try context.evaluate(node) else {
            throw Fault(.numberExpected, "The coefficients of a polynomial are numbers: give nothing else in it")
        }
        return constant(number)
    }

    private func constant(_ number: Number) -> SparsePolynomial {
        SparsePolynomial(constant: number, variableCount: variables.count)
    }
}
