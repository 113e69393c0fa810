import Numbers

extension Value {
    /// An order of all values, in which lists and sets are sorted: truth values, numbers by size (complex ones by real,
    /// then by imaginary part), quantities, texts, lists by their elements in turn.
    /// - Throws: `undecided` when the order of two numbers is not known at this precision; `type_mismatch` for functions.
    func order(_ other: Value, _ context: EvaluationContext) throws(Fault) -> Int {
        switch (self, other) {
        case (.number(let a), .number(let b)):
            if case .rational(let x) = a, case .rational(let y) = b { return x < y ? -1 : x == y ? 0 : 1 }
            let real = try a.real(context).compare(b.real(context), context)
            return real != 0 ? real : try a.imaginary(context).compare(b.imaginary(context), context)
        case (.boolean(let a), .boolean(let b)): return a == b ? 0 : a ? 1 : -1
        case (.string(let a, _), .string(let b, _)): return a < b ? -1 : a == b ? 0 : 1
        case (.null, .null): return 0
        case (.quantity(let a), .quantity(let b)):
            if a.dimension == b.dimension { return try a.compare(b, context) }
            let (first, second) = (a.units.description, b.units.description)
            return first < second ? -1 : first == second ? 0 : 1
        case (.list(let a), .list(let b)):
            for (x, y) in zip(a, b) {
                let order = try x.order(y, context)
                if order != 0 { return order }
            }
            return (a.count - b.count).signum()
        default:
            return (try rank() - other.rank()).signum()
        }
    }

    private func rank() throws(Fault) -> Int {
        switch self {
        case .null: return 0
        case .boolean: return 1
        case .number: return 2
        case .quantity: return 3
        case .string: return 4
        case .list: return 5
        case .function: throw Fault(.typeMismatch, "Functions have no order: give numbers or texts")
        }
    }
}
