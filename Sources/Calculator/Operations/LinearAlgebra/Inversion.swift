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
        switch try NumberMatrix(rows, context) {
        case .rational(let a):
            guard let fractions = NumberMatrix.fractions(right) else {
                let joined = zip(rows, right).map { $0 + $1 }
                if NumberMatrix.isWorthExactWork(joined) {
                    return try eliminated(joined, size: rows.count, none, context)
                }
                break
            }
            let joined = zip(a.rows, fractions).map { $0 + $1 }
            try MatrixLimits.check(joined, budget: MatrixLimits.elimination, parameter: parameter)
            guard let result = a.solution(RationalMatrix(fractions)) else { throw none }
            return result.numbers
        case .exact:
            return try eliminated(zip(rows, right).map { $0 + $1 }, size: rows.count, none, context)
        case .balls: break
        }
        let (a, b) = (try NumberMatrix.balls(rows, context), try NumberMatrix.balls(right, context))
        guard let result = a.solution(b, bits: context.bits) else {
            // Fractions whose matrix is singular, which balls never show.
            if let fractions = NumberMatrix.fractions(rows), RationalMatrix(fractions).determinant.isZero { throw none }
            throw .singularityUndecided
        }
        return try result.numbers()
    }

    /// The right part of the joined matrix once the left one is the identity.
    private static func eliminated(
        _ joined: [[Number]], size: Int, _ none: Fault, _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        let elimination = try Elimination(joined, over: NumberField(context: context), pivotLimit: size)
        guard elimination.pivotColumns.count == size else { throw none }
        return elimination.rows.map { Array($0[size...]) }
    }
}
