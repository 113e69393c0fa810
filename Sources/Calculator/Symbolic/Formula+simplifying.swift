import Numbers

extension Formula {
    /// The shortest of the forms that are known: as it is, multiplied out, and as a fraction in lowest terms; the same
    /// for every part.
    var simplified: Formula {
        let inner = rebuilt(from: parts.map(\.simplified))
        guard inner.size <= Self.expandedSize else { return inner }
        var best = inner
        for candidate in [inner.expanded, inner.reduced, inner.pythagorean] {
            if let candidate, candidate.size < best.size { best = candidate }
        }
        return best == inner ? best : best.simplified
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
    var expanded: Formula? {
        var inner: [Formula] = []
        for part in parts {
            guard let part = part.expanded else { return nil }
            inner.append(part)
        }
        let formula = rebuilt(from: inner)
        switch formula {
        case .power(let base, .number(let exponent)):
            guard case .sum = base, let power = exponent.asInteger?.asInt, power > 1 else { return formula }
            guard power <= Self.expandedPower else { return nil }
            return Self.multipliedOut([Formula](repeating: base, count: power))
        case .product(let factors):
            guard factors.contains(where: { if case .sum = $0 { true } else { false } }) else { return formula }
            return Self.multipliedOut(factors)
        default: return formula
        }
    }

    private static func multipliedOut(_ factors: [Formula]) -> Formula? {
        var result = [Formula.one]
        for factor in factors {
            var terms: [Formula] = []
            for a in result {
                for b in factor.terms { terms.append(a * b) }
            }
            guard terms.count <= expandedSize else { return nil }
            result = Formula.adding(terms).terms
        }
        // A product of terms may have become a product of sums again: (1 + x)^(1/2) * (1 + x)^(1/2).
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
