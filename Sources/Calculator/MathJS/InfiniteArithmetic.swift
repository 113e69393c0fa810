import Numbers

/// What mathjs makes of infinities (IEEE 754): `2/0`, `-1/0`, `0/0`, `1/Infinity`.
///
/// Only results that are infinite, no number or zero are told: they have no digit that could be wrong.
enum InfiniteArithmetic {
    /// The text of a single expression of arithmetic; nil where it is anything else.
    static func text(of program: Program, variables: Calculation) -> String? {
        guard program.statements.count == 1, let value = value(of: program.statements[0].node, variables) else {
            return nil
        }
        return value.isFinite && value != 0 ? nil : MathJSDigits(value).text(nil)
    }

    private static func value(of node: Node, _ variables: Calculation) -> Double? {
        switch node.kind {
        case .number(let number, _): return number.nearestDouble
        case .symbol(let name): return constant(name) ?? variable(name, variables)
        case .group(let inner): return value(of: inner, variables)
        case .prefix(.minus, let operand): return value(of: operand, variables).map { -$0 }
        case .prefix(.plus, let operand): return value(of: operand, variables)
        case .chain(let first, let links):
            var result = value(of: first, variables)
            for link in links {
                guard let left = result, let right = value(of: link.operand, variables) else { return nil }
                result = combine(left, link.symbol, right)
            }
            return result
        default: return nil
        }
    }

    private static func combine(_ a: Double, _ symbol: BinaryOperator, _ b: Double) -> Double? {
        switch symbol {
        case .add: a + b
        case .subtract: a - b
        case .multiply, .implicit, .elementMultiply: a * b
        case .divide, .elementDivide: a / b
        default: nil
        }
    }

    private static func constant(_ name: String) -> Double? {
        switch name {
        case "Infinity": .infinity
        case "NaN": .nan
        case "pi", "π": .pi
        case "tau": 2 * .pi
        case "e": 2.718281828459045
        case "phi": 1.618033988749895
        default: nil
        }
    }

    private static func variable(_ name: String, _ variables: Calculation) -> Double? {
        variables.variable(named: name)?.asNumber?.asRational?.nearestDouble
    }
}
