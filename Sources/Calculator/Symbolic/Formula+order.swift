import Numbers

extension Formula {
    /// The degree in all variables together, as far as it is a number: by it the terms of a sum are sorted.
    private var degree: Double {
        switch self {
        case .number, .call: 0
        case .symbol(let name): NamedConstants.names.contains(name) ? 0 : 1
        case .sum(let terms): terms.map(\.degree).max() ?? 0
        case .product(let factors): factors.reduce(0) { $0 + $1.degree }
        case .power(let base, .number(let exponent)): base.degree * (exponent.nearestDouble ?? 0)
        case .power: 0
        }
    }

    /// Terms as they are written: the highest degree first.
    static func sortedTerms(_ terms: [Formula]) -> [Formula] {
        terms.map { (degree: $0.degree, rest: $0.coefficientAndRest.rest, term: $0) }.sorted { a, b in
            a.degree == b.degree ? a.rest.isBefore(b.rest) : a.degree > b.degree
        }.map(\.term)
    }

    /// Factors as they are written: numbers, constants, variables, sums, functions.
    static func sortedFactors(_ factors: [Formula]) -> [Formula] { factors.sorted { $0.isBefore($1) } }

    private func isBefore(_ other: Formula) -> Bool { order(other) < 0 }

    /// -1, 0 or 1, by base first and exponent second.
    private func order(_ other: Formula) -> Int {
        let (a, b) = (base, other.base)
        if a != b {
            if a.rank != b.rank { return a.rank < b.rank ? -1 : 1 }
            return a.orderWithin(b)
        }
        let (p, q) = (exponent, other.exponent)
        if p == q { return 0 }
        if let x = p.asRational, let y = q.asRational { return x > y ? -1 : 1 }
        return p.order(q)
    }

    private var base: Formula { if case .power(let base, _) = self { base } else { self } }
    private var exponent: Formula { if case .power(_, let exponent) = self { exponent } else { .one } }

    private var rank: Int {
        switch self {
        case .number: 0
        case .symbol(let name): NamedConstants.names.contains(name) ? 1 : 2
        case .product: 3
        case .power: 4
        case .sum: 5
        case .call: 6
        }
    }

    /// The order of two different formulas of one rank.
    private func orderWithin(_ other: Formula) -> Int {
        switch (self, other) {
        case (.number(let a), .number(let b)): return a < b ? -1 : 1
        case (.symbol(let a), .symbol(let b)): return a < b ? -1 : 1
        case (.call(let a, let x), .call(let b, let y)): return a == b ? Self.order(x, y) : a < b ? -1 : 1
        default: return Self.order(parts, other.parts)
        }
    }

    private static func order(_ a: [Formula], _ b: [Formula]) -> Int {
        for (x, y) in zip(a, b) {
            let order = x.order(y)
            if order != 0 { return order }
        }
        return a.count == b.count ? 0 : a.count < b.count ? -1 : 1
    }
}
