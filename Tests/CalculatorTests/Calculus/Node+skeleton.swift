import Numbers

@testable import Calculator

extension Node {
    /// What the tree says, every part in parentheses of its own and no others.
    var skeleton: String {
        let parts = children.map(\.skeleton).joined(separator: " ")
        switch kind {
        case .group(let inner): return inner.skeleton
        case .number(let value, _): return value.description
        case .string(let text): return "(text \(text))"
        case .symbol(let name): return name
        case .list: return "(list \(parts))"
        case .matrix(let rows): return "(matrix \(rows.count) \(parts))"
        case .range(let start, let step, let end):
            return "(range \([start, step, end].map { $0?.skeleton ?? "-" }.joined(separator: " ")))"
        case .prefix(let symbol, _): return "(prefix \(symbol) \(parts))"
        case .postfix(let symbol, _): return "(postfix \(symbol) \(parts))"
        case .chain(_, let links): return "(chain \(links.map { "\($0.symbol)" }.joined(separator: ",")) \(parts))"
        case .power(_, _, let isElementwise): return "(power \(isElementwise) \(parts))"
        case .comparison(_, let links): return "(compare \(links.map { "\($0.symbol)" }) \(parts))"
        case .conditional: return "(if \(parts))"
        case .call(let name, _): return "(call \(name) \(parts))"
        case .index: return "(index \(parts))"
        case .assignment(let name, _): return "(set \(name) \(parts))"
        case .indexAssignment(let name, _, _): return "(set at \(name) \(parts))"
        case .definition(let name, let parameters, _): return "(define \(name) \(parameters) \(parts))"
        }
    }
}
