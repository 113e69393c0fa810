import Numbers

extension Program {
    /// The sources as they were read, where the answers to all of them, or the refusals, are certain to come at once; nil
    /// where they may take longer. Long sources are not even read.
    public static func readIfQuick(_ sources: [String], precision: Int) -> [Result<Program, Fault>]? {
        guard precision <= 100, sources.count <= 4, sources.allSatisfy({ $0.utf8.count <= 120 }) else { return nil }
        let programs = sources.map(read)
        // A source that is refused is refused quickly.
        return programs.allSatisfy { (try? $0.get().isQuick) ?? true } ? programs : nil
    }

    /// Whether it is nothing but arithmetic with a few short numbers, and no more than one elementary function of them.
    private var isQuick: Bool {
        var budget = Cost(parts: 24, functions: 1)
        return statements.count == 1 && budget.covers(statements[0].node)
    }

    /// What is left for the rest of a source.
    private struct Cost {
        var parts: Int
        var functions: Int

        mutating func covers(_ node: Node) -> Bool {
            parts -= 1
            guard parts >= 0 else { return false }
            switch node.kind {
            case .number(let number, _): return number.bitSize <= 128
            case .group(let inner), .prefix(.minus, let inner), .prefix(.plus, let inner),
                .postfix(.percent, let inner):
                return covers(inner)
            case .chain(let first, let links):
                guard links.allSatisfy({ $0.symbol.precedence >= .sum }), covers(first) else { return false }
                for link in links where !covers(link.operand) { return false }
                return true
            case .comparison(let first, let others):
                guard covers(first) else { return false }
                for other in others where !covers(other.operand) { return false }
                return functions == 1
            case .power(let base, let exponent, _):
                guard case .number(let base, _) = base.kind, case .number(let exponent, _) = exponent.kind else {
                    return false
                }
                return base.bitSize <= 64 && exponent.isInteger && exponent.magnitude <= 20
            case .symbol(let name):
                functions -= 1
                return functions >= 0 && ["pi", "e", "tau"].contains(name)
            case .call(let name, let arguments):
                functions -= 1
                guard functions >= 0, arguments.count == 1, Self.cheap.contains(name) else { return false }
                guard case .number(let number, _) = arguments[0].kind else { return false }
                return number.bitSize <= 64
            default: return false
            }
        }

        private static let cheap: Set<String> = [
            "sqrt", "cbrt", "sin", "cos", "tan", "asin", "acos", "atan", "log", "log2", "log10", "abs", "round",
            "floor",
            "ceil", "sign", "square", "cube",
        ]
    }
}
