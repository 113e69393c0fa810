/// Random expressions in x, as text.
struct RandomFormula {
    var generator: SplitMix

    init(seed: UInt64) { generator = SplitMix(state: seed) }

    private static let functions = [
        "sin", "cos", "tan", "exp", "log", "sqrt", "abs", "atan", "asin", "acos", "sinh", "cosh", "tanh", "asinh",
        "acosh", "atanh", "cbrt", "log2", "log10", "square", "cube", "reciprocal", "sec", "csc", "cot", "acot", "asec",
        "acsc", "sech", "csch", "coth", "asech", "acsch", "acoth", "log1p", "expm1",
    ]
    /// Real and smooth on the whole axis.
    private static let smoothFunctions = ["sin", "cos", "atan", "tanh", "asinh"]

    mutating func text(depth: Int, isSmooth: Bool = false) -> String {
        if depth == 0 || Int.random(in: 0..<8, using: &generator) == 0 { return leaf() }
        let a = text(depth: depth - 1, isSmooth: isSmooth)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0, 1: return "(\(a) + \(text(depth: depth - 1, isSmooth: isSmooth)))"
        case 2: return "(\(a) - \(text(depth: depth - 1, isSmooth: isSmooth)))"
        case 3, 4: return "\(a) * \(text(depth: depth - 1, isSmooth: isSmooth))"
        case 5:
            let b = text(depth: depth - 1, isSmooth: isSmooth)
            return isSmooth ? "\(a) / (1 + (\(b))^2)" : "\(a) / (\(b))"
        case 6: return "(\(a))^\(Int.random(in: (isSmooth ? 1 : -2)...3, using: &generator))"
        case 7 where !isSmooth: return "(\(a))^(\(Int.random(in: 1...3, using: &generator))/2)"
        default:
            let names = isSmooth ? Self.smoothFunctions : Self.functions
            return "\(names.randomElement(using: &generator) ?? "sin")(\(a))"
        }
    }

    private mutating func leaf() -> String {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: "\(Int.random(in: -3...5, using: &generator))"
        case 1: "\(Int.random(in: 1...5, using: &generator))/\(Int.random(in: 2...7, using: &generator))"
        case 2: "pi"
        default: "x"
        }
    }
}
