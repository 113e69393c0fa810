import Numbers

extension MathOperation {
    static let taylor = symbolic(
        "taylor", "Taylor polynomial of an expression, as text with exact coefficients.",
        [
            .expression("expr", "the expression as text, or a function of one variable"),
            .variable("variable", "the variable", default: "x"),
            .number("a", "the point to expand around", default: "0"),
            .integer("order", "the highest power", minimum: 0, maximum: 60, default: "6"),
        ],
        examples: [
            "taylor(\"sin(x)\", \"x\", 0, 5)": "\"x - x^3 / 6 + x^5 / 120\"",
            "taylor(\"1/x\", \"x\", 1, 2)": "\"1 - (x - 1) + (x - 1)^2\"",
        ]
    ) { arguments, context throws(Fault) in
        let variable = try VariableName.checked(try arguments.word(1), context)
        let formula = try FormulaReader.formula(of: try arguments.value(0), in: variable, context)
        let point = try ExactPoint.formula(of: try arguments.number(2), context)
        let polynomial = TaylorPolynomial(
            formula: formula, variable: variable, point: point, order: try arguments.int(3), context: context)
        return .string(try polynomial.text(), isExpression: true)
    }
}

/// A number as a formula.
enum ExactPoint {
    static func formula(of number: Number, _ context: EvaluationContext) throws(Fault) -> Formula {
        if let value = number.asRational, value.bitSize <= Limits.closedFormBits { return .number(value) }
        if case .closed(let form) = number, try number.isReal(context), let text = ClosedText.text(of: form) {
            var reader = FormulaReader(nil, context.language)
            return try reader.formula(of: try Parser.expression(of: text))
        }
        throw Fault(.domain, parameter: "a", "Give a point that is exactly known and short, such as 1/2 or pi/4")
    }
}

/// The polynomial with the same first derivatives.
struct TaylorPolynomial {
    let formula: Formula
    let variable: String
    let point: Formula
    let order: Int
    let context: EvaluationContext

    func text() throws(Fault) -> String {
        if formula.dividesByZero { throw Fault(.divisionByZero, parameter: "expr", "Division by zero") }
        let shifted = formula.replacing(variable, with: point + .symbol(variable))
        var extra = 1
        while true {
            let expansion = Expansion(variable: variable, count: order + extra, context: context, ramification: 1)
            do throws(Expansion.Failure) {
                let series = try expansion.series(shifted)
                if series.valuation + series.count > order {
                    try checkOtherSide(series, expansion)
                    return try text(of: series, expansion)
                }
            } catch {
                switch error {
                case .fault(let fault): throw fault
                case .short: break
                case .ramified, .unknown: throw singular
                }
            }
            extra = 2 * extra + 1
            guard extra <= 40 else { throw singular }
        }
    }

    /// The series holds for t above 0: one for t below 0 has to be the same.
    private func checkOtherSide(_ series: PowerSeries, _ expansion: Expansion) throws(Expansion.Failure) {
        guard formula.contains(where: { $0.mayHaveCorner }) else { return }
        let mirrored = try expansion.series(formula.replacing(variable, with: point - .symbol(variable)))
        guard mirrored.valuation + mirrored.count > order else { throw .short }
        for exponent in 0...order {
            let other = mirrored.coefficient(exponent).scaled(by: exponent.isMultiple(of: 2) ? 1 : -1)
            guard try expansion.isZero(series.coefficient(exponent) - other) else { throw .unknown }
        }
    }

    private var singular: Fault {
        Fault(
            .domain, parameter: "a",
            "The expression has no Taylor series there that is known: give a point where it is smooth")
    }

    private func text(of series: PowerSeries, _ expansion: Expansion) throws(Expansion.Failure) -> String {
        for exponent in min(series.valuation, 0)..<0 where !(try expansion.isZero(series.coefficient(exponent))) {
            throw .unknown
        }
        var terms: [(isNegative: Bool, node: Node)] = []
        for exponent in 0...order {
            let coefficient = try short(series.coefficient(exponent), expansion)
            if coefficient.contains(Expansion.logarithm) { throw .unknown }
            if try expansion.isZero(coefficient) { continue }
            let isNegative = coefficient.coefficientAndRest.coefficient < 0
            let size = isNegative ? -coefficient : coefficient
            terms.append((isNegative, node(size, exponent)))
        }
        guard let first = terms.first else { return "0" }
        let none = SourceRange.none
        let start = first.isNegative ? Node(.prefix(.minus, first.node), none) : first.node
        let links = terms.dropFirst().map { term in
            Node.Link(symbol: term.isNegative ? .subtract : .add, operand: term.node, place: none)
        }
        return (links.isEmpty ? start : Node(.chain(start, Array(links)), none)).text
    }

    /// The coefficient times the power of the variable less the point.
    private func node(_ coefficient: Formula, _ exponent: Int) -> Node {
        if exponent == 0 { return coefficient.node }
        // A name of its own keeps the difference together.
        let difference = (Formula.symbol(variable) - point).node
        let power = Formula.symbol(variable).raised(to: .number(Rational(exponent)))
        return (coefficient * power).node.replacing(variable, with: difference)
    }

    /// A coefficient without names by its value, where that has a short exact text.
    private func short(_ coefficient: Formula, _ expansion: Expansion) throws(Expansion.Failure) -> Formula {
        let simple = coefficient.simplified
        guard simple.asRational == nil, let value = try? simple.value(context) else { return simple }
        guard let exact = try? ExactPoint.formula(of: value, context) else { return simple }
        let isAlgebraic = !exact.contains { if case .call = $0 { true } else { false } }
        return exact.size < simple.size + (isAlgebraic ? 4 : 0) ? exact : simple
    }
}

extension Formula {
    /// Whether the function itself may be another one on the other side of a point.
    fileprivate var mayHaveCorner: Bool {
        switch self {
        case .power(_, .number(let exponent)): !exponent.isInteger
        case .call(let name, _): !["exp", "sin", "cos", "sinh", "cosh", "tan", "tanh"].contains(name)
        case .power: true
        default: false
        }
    }
}

extension Node {
    /// The tree with another one in the place of a name.
    fileprivate func replacing(_ name: String, with value: Node) -> Node {
        switch kind {
        case .symbol(name): value
        case .prefix(let symbol, let operand): Node(.prefix(symbol, operand.replacing(name, with: value)), place)
        case .power(let base, let exponent, let isElementwise):
            Node(.power(base.replacing(name, with: value), exponent, isElementwise: isElementwise), place)
        case .chain(let first, let links):
            Node(
                .chain(
                    first.replacing(name, with: value),
                    links.map {
                        Link(symbol: $0.symbol, operand: $0.operand.replacing(name, with: value), place: $0.place)
                    }), place)
        default: self
        }
    }
}
