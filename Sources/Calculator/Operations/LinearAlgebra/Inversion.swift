import Numbers

/// Determinants, inverses and solutions of linear equations: exact where the elements are.
enum Inversion {
    static func determinant(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> Number {
        switch try NumberMatrix(rows, context) {
        case .rational(let matrix):
            try MatrixLimits.check(matrix.rows, budget: MatrixLimits.elimination)
            return .rational(matrix.determinant)
        case .exact(let rows):
            let elimination = try Elimination(rows, over: NumberField(context: context))
            return elimination.pivotColumns.count == rows.count ? elimination.pivotProduct : Number(0)
        case .balls(let matrix):
            let determinant = matrix.determinant(bits: context.bits)
            guard determinant.isFinite else { throw .needsPrecision }
            return .ball(determinant)
        }
    }

    /// - Throws: `domain` when the matrix is singular.
    static func inverse(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [[Number]] {
        if let fractions = NumberMatrix.fractions(rows) {
            try MatrixLimits.check(fractions, budget: MatrixLimits.inversion)
        }
        let identity = RationalMatrix.identity(rows.count).numbers
        return try solution(rows, identity, context, parameter: "x", singular: "A singular matrix has no inverse")
    }

    /// The matrix X with A X = B.
    /// - Throws: `domain`, naming the parameter, when the matrix A is singular.
    static func solution(
        _ rows: [[Number]], _ right: [[Number]], _ context: EvaluationContext, parameter: String, singular: String
    ) throws(Fault) -> [[Number]] {
        let none = Fault(.domain, parameter: parameter, "\(singular): its determinant is 0")
        let joined = zip(rows, right).map { $0 + $1 }
        switch try NumberMatrix(joined, context) {
        case .rational(let matrix):
            try MatrixLimits.check(matrix.rows, budget: MatrixLimits.elimination, parameter: parameter)
            let (a, b) = (NumberMatrix.fractions(rows) ?? [], NumberMatrix.fractions(right) ?? [])
            guard let result = RationalMatrix(a).solution(RationalMatrix(b)) else { throw none }
            return result.numbers
        case .exact(let joined): return try eliminated(joined, size: rows.count, none, context)
        case .balls:
            // An exact matrix may be singular, which balls never show.
            if rows.allSatisfy({ $0.allSatisfy(\.isExact) }), rows.count <= NumberMatrix.exactSize {
                return try eliminated(joined, size: rows.count, none, context)
            }
            let (a, b) = (try NumberMatrix.balls(rows, context), try NumberMatrix.balls(right, context))
            guard let result = a.solution(b, bits: context.bits) else { throw .singularityUndecided }
            return try result.numbers()
        }
    }

    private static func eliminated(
        _ joined: [[Number]], size: Int, _ none: Fault, _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        let elimination = try Elimination(joined, over: NumberField(context: context), pivotLimit: size)
        guard elimination.pivotColumns.count == size else { throw none }
        return elimination.rows.map { Array($0[size...]) }
    }
}
