/// What the language knows of an operator, but for its value: one row of the table. Lexer, parser, printed text, LaTeX,
/// reserved words and lines that go on in the next follow from the rows; the values are in `Operator+apply.swift`.
struct OperatorRow: Sendable {
    /// How it is written; it is printed as the first. The product that is not written has none.
    let words: [String]
    let precedence: Precedence
    /// Its sign in LaTeX, with the space around it.
    let latex: String
    /// How a logical operator looks at its operands; nil for every other.
    let logic: Logic?

    /// How a logical operator looks at its operands.
    enum Logic: Equatable, Sendable {
        /// A left operand of this truth decides alone.
        case shortCircuit(on: Bool)
        /// Both are looked at.
        case eager
    }

    init(_ words: String..., at precedence: Precedence, latex: String, logic: Logic? = nil) {
        (self.words, self.precedence, self.latex, self.logic) = (words, precedence, latex, logic)
    }
}

/// An operator of one kind; its facts are in its row.
protocol Operator: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
    /// The row of each, in the order of `allCases`: made once.
    static var rows: [OperatorRow] { get }
}

extension Operator {
    var row: OperatorRow { Self.rows[rawValue] }
    var precedence: Precedence { Self.rows[rawValue].precedence }
    var logic: OperatorRow.Logic? { Self.rows[rawValue].logic }
    /// The word it is printed as.
    var word: String { Self.rows[rawValue].words.first ?? "" }
}

/// An operator before its operand.
enum PrefixOperator: Int, Operator {
    case minus, plus, bitNot, not

    static let rows = allCases.map(\.declaration)

    private var declaration: OperatorRow {
        switch self {
        case .minus: OperatorRow("-", at: .prefix, latex: "-")
        case .plus: OperatorRow("+", at: .prefix, latex: "+")
        case .bitNot: OperatorRow("~", at: .prefix, latex: "\\sim ")
        case .not: OperatorRow("not", at: .prefix, latex: "\\neg ")
        }
    }
}

/// An operator after its operand.
enum PostfixOperator: Int, Operator {
    case factorial, transpose, percent

    static let rows = allCases.map(\.declaration)

    private var declaration: OperatorRow {
        switch self {
        case .factorial: OperatorRow("!", at: .postfix, latex: "!")
        case .transpose: OperatorRow("'", ".'", at: .postfix, latex: "^{\\mathsf{T}}")
        case .percent: OperatorRow("%", at: .percentage, latex: "\\%")
        }
    }
}

/// An operator between two operands, left to right; only powers are taken from right to left.
enum BinaryOperator: Int, Operator {
    case or, xor, and, bitOr, bitXor, bitAnd, leftShift, rightShift, logicalRightShift, to, add, subtract
    case multiply, divide, elementMultiply, elementDivide, modulo, implicit, power, elementPower

    static let rows = allCases.map(\.declaration)

    private var declaration: OperatorRow {
        switch self {
        case .or: OperatorRow("or", at: .or, latex: " \\vee ", logic: .shortCircuit(on: true))
        case .xor: OperatorRow("xor", at: .xor, latex: " \\veebar ", logic: .eager)
        case .and: OperatorRow("and", at: .and, latex: " \\wedge ", logic: .shortCircuit(on: false))
        case .bitOr: OperatorRow("|", at: .bitOr, latex: " \\mid ")
        case .bitXor: OperatorRow("^|", at: .bitXor, latex: " \\mathbin{\\underline{|}} ")
        case .bitAnd: OperatorRow("&", at: .bitAnd, latex: " \\mathbin{\\&} ")
        case .leftShift: OperatorRow("<<", at: .shift, latex: " \\ll ")
        case .rightShift: OperatorRow(">>", at: .shift, latex: " \\gg ")
        case .logicalRightShift: OperatorRow(">>>", at: .shift, latex: " \\ggg ")
        case .to: OperatorRow("to", OperatorTable.inch, at: .conversion, latex: " \\rightarrow ")
        case .add: OperatorRow("+", at: .sum, latex: " + ")
        case .subtract: OperatorRow("-", at: .sum, latex: " - ")
        case .multiply: OperatorRow("*", at: .product, latex: " \\cdot ")
        case .divide: OperatorRow("/", at: .product, latex: " / ")
        case .elementMultiply: OperatorRow(".*", at: .product, latex: " \\odot ")
        case .elementDivide: OperatorRow("./", at: .product, latex: " \\oslash ")
        case .modulo: OperatorRow("mod", "%", at: .product, latex: " \\bmod ")
        case .implicit: OperatorRow(at: .implicit, latex: "\\,")
        case .power: OperatorRow("^", at: .power, latex: "")
        case .elementPower: OperatorRow(".^", at: .power, latex: "\\circ ")
        }
    }
}

/// A comparison. Those side by side hold when each does: `a < b < c`.
enum ComparisonOperator: Int, Operator {
    case equal, unequal, less, lessOrEqual, greater, greaterOrEqual

    static let rows = allCases.map(\.declaration)

    private var declaration: OperatorRow {
        switch self {
        case .equal: OperatorRow("==", at: .comparison, latex: " = ")
        case .unequal: OperatorRow("!=", at: .comparison, latex: " \\neq ")
        case .less: OperatorRow("<", at: .comparison, latex: " < ")
        case .lessOrEqual: OperatorRow("<=", at: .comparison, latex: " \\leq ")
        case .greater: OperatorRow(">", at: .comparison, latex: " > ")
        case .greaterOrEqual: OperatorRow(">=", at: .comparison, latex: " \\geq ")
        }
    }
}
