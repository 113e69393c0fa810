import Numbers

extension MathOperation {
    static let pinv = MathOperation(
        "pinv", .linearAlgebra, "Moore-Penrose inverse of any matrix: the inverse where there is one.",
        [.matrix("x", "a matrix", maximumSize: 30)],
        examples: [
            "pinv([[1, 2], [3, 4]])": "[[-2, 1], [3/2, -1/2]]",
            "pinv([[1, 0], [0, 1], [0, 1]])": "[[1, 0, 0], [0, 1/2, 1/2]]",
            "pinv([[1, 2], [2, 4]])": "[[1/25, 2/25], [2/25, 4/25]]",
        ]
    ) { arguments, context throws(Fault) in .matrix(try Pseudoinverse.of(try arguments.matrix(0), context)) }
}

/// By a factorisation A = F G into factors of full rank, the columns of A at the pivots and the echelon form's rows:
/// G* (G G*)^-1 (F* F)^-1 F* (A. Ben-Israel and T. N. E. Greville, Generalized Inverses, 2003, section 1.6).
enum Pseudoinverse {
    /// - Throws: `undecided` when the precision does not tell what is 0; `too_large`.
    static func of(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [[Number]] {
        let form = try Echelon(rows, context)
        guard form.rank > 0 else { return Matrices.transposed(rows) }
        let right = Array(form.rows.prefix(form.rank))
        var pivots: [Int] = []
        for row in right {
            for (column, element) in row.enumerated() where try !element.isZero(context) {
                pivots.append(column)
                break
            }
        }
        let left = rows.map { row in pivots.map { row[$0] } }
        let leftStar = try Matrices.conjugateTransposed(left, context)
        let rightStar = try Matrices.conjugateTransposed(right, context)
        let first = try Inversion.inverse(try product(leftStar, left, context), context)
        let second = try Inversion.inverse(try product(right, rightStar, context), context)
        return try product(
            try product(rightStar, second, context), try product(first, leftStar, context), context)
    }

    private static func product(
        _ a: [[Number]], _ b: [[Number]], _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        let value = try MatrixArithmetic.multiply(.matrix(a), .matrix(b), context)
        return try value.rows()
    }
}
