import Numbers

/// A matrix in the form that suits its elements.
enum NumberMatrix {
    /// All are fractions.
    case rational(RationalMatrix)
    /// All are exact, and they are few.
    case exact([[Number]])
    /// Enclosures at the working precision.
    case balls(ComplexBallMatrix)

    /// The most rows and columns for which numbers in closed form are worth their time.
    static let exactSize = 8

    init(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) {
        if let fractions = Self.fractions(rows) {
            self = .rational(RationalMatrix(fractions))
        } else if rows.count <= Self.exactSize, rows[0].count <= Self.exactSize,
            rows.allSatisfy({ $0.allSatisfy(\.isExact) })
        {
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
