import Numbers

/// Ranks, echelon forms and null spaces, which hang on what is exactly 0.
struct Echelon {
    /// The reduced row echelon form.
    let rows: [[Number]]
    /// How many rows of it are not 0.
    let rank: Int
    /// Vectors that span what the matrix takes to 0.
    let nullspace: [[Number]]

    /// - Throws: `undecided` when the precision does not tell what is 0; `too_large`.
    init(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) {
        if let fractions = NumberMatrix.fractions(rows) {
            try MatrixLimits.check(fractions, budget: MatrixLimits.inversion)
            let matrix = RationalMatrix(fractions)
            let form = matrix.echelonForm
            self.rows = form.matrix.numbers
            rank = form.pivotColumns.count
            nullspace = matrix.nullspace.map { vector in vector.map { .rational($0) } }
        } else {
            let elements = try NumberMatrix.decidable(rows, context)
            let elimination = try Elimination(elements, over: NumberField(context: context))
            self.rows = elimination.rows
            rank = elimination.pivotColumns.count
            nullspace = try elimination.nullspace()
        }
    }
}
