import Numbers

extension Formula {
    /// The shortest of the forms that are known: as it is, multiplied out, and as a fraction in lowest terms; the same
    /// for every part.
    var simplified: Formula {
        let effort = Effort()
        var result = self
        // What one pass has made may be the beginning of another.
        for _ in 0..<3 {
            let next = result.simplified(effort)
            if next == result { break }
            result = next
        }
        return result
    }

    /// What may still be spent on trying other forms.
    final class Effort {
        private var products = 20_000

        /// Whether that many products may be made.
        func allows(_ count: Int) -> Bool {
            products -= count
            return products >= 0
        }
    }

    private func simplified(_ effort: Effort) -> Formula {
        let inner = rebuilt(from: parts.map { $0.simplified(effort) })
        guard inner.size <= Self.expandedSize, effort.allows(inner.size) else { return inner }
        var best = inner
        for candidate in [inner.expanded(effort), inner.reduced, inner.pythagorean] {
            if let candidate, candidate.size < best.size { best = candidate }
        }
        return best
    }

    /// A formula of the same kind with other parts.
    func rebuilt(from parts: [Formula]) -> Formula {
        switch self {
        case .number, .symbol: self
        case .sum: .adding(parts)
        case .product: .multiplying(parts)
        case .power: parts[0].raised(to: parts[1])
        case .call(let name, _): .calling(name, parts)
        }
    }

    /// Beyond this size nothing is multiplied out.
    static let expandedSize = 600
    private static let expandedPower = 24

    /// Products of sums and whole powers of sums multiplied out; nil when that would be long.
    var expanded: Formula? { expanded(Effort()) }

    private func expanded(_ effort: Effort) -> Formula? {
        var inner: [Formula] = []
        for part in parts {
            guard let part = part.expanded(effort) else { return nil }
            inner.append(part)
        }
        let formula = rebuilt(from: inner)
        switch formula {
        case .power(let base, .number(let exponent)):
            guard case .sum = base, let power = exponent.asInteger?.asInt, power > 1 else { return formula }
            guard power <= Self.expandedPower else { return nil }
            return Self.multipliedOut([Formula](repeating: base, count: power), effort)
        case .product(let factors):
            guard factors.contains(where: { if case .sum = $0 { true } else { false } }) else { return formula }
            return Self.multipliedOut(factors, effort)
        default: return formula
        }
    }

    private static func multipliedOut(_ factors: [Formula], _ effort: Effort) -> Formula? {
        var result = [Formula.one]
        for factor in factors {
            let count = result.count * factor.terms.count
            guard count <= 2_000, effort.allows(count) else { return nil }
            var terms: [Formula] = []
            for a in result {
                for b in factor.terms { terms.append(a * b) }
            }
            result = Formula.adding(terms).terms
        }
        return .adding(result)
    }

    /// sin^2 + cos^2 of one angle as 1.
    private var pythagorean: Formula? {
        guard case .sum(let terms) = self else { return nil }
        for (index, term) in terms.enumerated() {
            for (position, factor) in term.factors.enumerated() {
                guard case .power(.call("sin", let angle), .number(2)) = factor else { continue }
                var partner = term.factors
                partner[position] = Formula.cos(angle[0]).squared
                guard let other = terms.firstIndex(of: .multiplying(partner)) else { continue }
                partner.remove(at: position)
                let rest = terms.enumerated().filter { $0.offset != index && $0.offset != other }.map(\.element)
                return .adding(rest + [.multiplying(partner)])
            }
        }
        return nil
    }

    /// A fraction of polynomials in one variable in lowest terms; nil when it is none.
    private var reduced: Formula? {
        let variables = names.filter { !NamedConstants.names.contains($0) }
        guard variables.count == 1, let variable = variables.first, contains(where: { $0.isReciprocal }),
            let fraction = RationalFunction(self, in: variable)
        else { return nil }
        return fraction.formula(variable)
    }

    private var isReciprocal: Bool {
        if case .power(_, .number(let exponent)) = self { exponent < 0 } else { false }
    }
}
