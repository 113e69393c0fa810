import Numbers

/// A matrix in the form that suits its elements.
enum NumberMatrix {
    /// All are fractions.
    case rational(RationalMatrix)
    /// All are exact, and they are few.
    case exact([[Number]])
    /// Enclosures at the working precision.
    case balls(ComplexBallMatrix)

    /// The most rows and columns for which numbers in closed form are worth their time: the fewer, the more different
    /// roots and other irrational parts there are in them (measured).
    private static func exactSize(generatorCount: Int) -> Int {
        switch generatorCount {
        case ...1: 8
        case 2: 5
        case 3...4: 3
        default: 2
        }
    }

    /// Whether all elements are exact, and exact work on them ends soon.
    static func isWorthExactWork(_ rows: [[Number]]) -> Bool {
        var generators: Set<UInt> = []
        for element in rows.joined() {
            switch element {
            case .rational: continue
            case .closed(let form): generators.formUnion(form.generators)
            case .ball: return false
            }
        }
        return max(rows.count, rows[0].count) <= exactSize(generatorCount: generators.count)
    }

    init(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) {
        if let fractions = Self.fractions(rows) {
            self = .rational(RationalMatrix(fractions))
        } else if Self.isWorthExactWork(rows) {
            self = .exact(rows)
        } else {
            self = .balls(try Self.balls(rows, context))
        }
    }

    /// The elements as fractions, when all are.
    static func fractions(_ rows: [[Number]]) -> [[Rational]]? {
        var fractions: [[Rational]] = []
        for row in rows {
            let elements = row.compactMap(\.asRational)
            guard elements.count == row.count else { return nil }
            fractions.append(elements)
        }
        return fractions
    }

    /// The elements for elimination that decides what is 0: as balls where exact work would not end soon. Fractions stay.
    /// - Throws: `too_large` when there are too many.
    static func decidable(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [[Number]] {
        try MatrixLimits.checkDecided(rows)
        if isWorthExactWork(rows) { return rows }
        return rows.map { row in row.map { $0.asRational == nil ? .ball($0.ball(context)) : $0 } }
    }

    /// - Throws: `too_large` when there are more elements than this precision leaves time for.
    static func balls(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> ComplexBallMatrix {
        try MatrixLimits.check(balls: rows, context)
        return ComplexBallMatrix(rows.map { row in row.map { $0.ball(context) } })
    }
}

extension RationalMatrix {
    /// The entries as numbers.
    var numbers: [[Number]] { rows.map { row in row.map { .rational($0) } } }
}

extension ComplexBallMatrix {
    /// The entries as numbers.
    /// - Throws: `cannot_certify` when one of them is not bounded.
    func numbers() throws(Fault) -> [[Number]] {
        guard isFinite else { throw .needsPrecision }
        return rows.map { row in row.map { .ball($0) } }
    }
}

extension Fault {
    /// The precision does not tell whether the determinant is 0.
    static let singularityUndecided = Fault(
        .undecided,
        "Whether the matrix is singular could not be decided: give exact elements, or more digits of them")
}
