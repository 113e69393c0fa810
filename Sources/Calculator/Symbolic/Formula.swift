import Numbers

/// An expression in one unknown or several, in a normal form: sums and products are flat, sorted and collected, numbers
/// are folded exactly. Two formulas with the same text are equal.
///
/// Make formulas with the functions of `Formula+building`, which keep the form; a formula has the value of what it was
/// made from wherever that has one.
indirect enum Formula: Hashable, Sendable {
    case number(Rational)
    /// A variable, or a constant such as `pi`.
    case symbol(String)
    /// At least two terms, none of them a sum.
    case sum([Formula])
    /// At least two factors, none of them a product; a number other than 1 stands first.
    case product([Formula])
    case power(Formula, Formula)
    /// A function of the catalogue; a square root is a power.
    case call(String, [Formula])
}

extension Formula {
    static let zero = Formula.number(0)
    static let one = Formula.number(1)
    static let half = Formula.number(Rational.half)
    static let pi = Formula.symbol("pi")

    /// The fraction, when it is one.
    var asRational: Rational? {
        if case .number(let value) = self { value } else { nil }
    }

    var isZero: Bool { asRational?.isZero == true }

    /// The parts one level down.
    var parts: [Formula] {
        switch self {
        case .number, .symbol: []
        case .sum(let parts), .product(let parts), .call(_, let parts): parts
        case .power(let base, let exponent): [base, exponent]
        }
    }

    /// The terms of a sum; of anything else, that alone.
    var terms: [Formula] { if case .sum(let terms) = self { terms } else { [self] } }
    /// The factors of a product; of anything else, that alone.
    var factors: [Formula] { if case .product(let factors) = self { factors } else { [self] } }

    /// How many numbers, names and functions it is made of.
    var size: Int { parts.reduce(1) { $0 + $1.size } }

    /// Whether the name occurs.
    func contains(_ name: String) -> Bool {
        if case .symbol(name) = self { return true }
        return parts.contains { $0.contains(name) }
    }

    /// Whether there is a part that the condition holds for.
    func contains(where condition: (Formula) -> Bool) -> Bool {
        condition(self) || parts.contains { $0.contains(where: condition) }
    }

    /// The names that occur.
    var names: Set<String> {
        if case .symbol(let name) = self { return [name] }
        return parts.reduce(into: []) { $0.formUnion($1.names) }
    }

    /// The formula with another one in the place of a name.
    func replacing(_ name: String, with value: Formula) -> Formula {
        guard contains(name) else { return self }
        switch self {
        case .symbol(name): return value
        case .number, .symbol: return self
        case .sum(let terms): return .adding(terms.map { $0.replacing(name, with: value) })
        case .product(let factors): return .multiplying(factors.map { $0.replacing(name, with: value) })
        case .power(let base, let exponent):
            return base.replacing(name, with: value).raised(to: exponent.replacing(name, with: value))
        case .call(let function, let arguments):
            return .calling(function, arguments.map { $0.replacing(name, with: value) })
        }
    }

    /// Whether a part is a power of 0 with a negative exponent: the formula has no value anywhere.
    var dividesByZero: Bool {
        if case .power(.number(0), .number(let exponent)) = self, exponent < 0 { return true }
        return parts.contains(where: \.dividesByZero)
    }
}
