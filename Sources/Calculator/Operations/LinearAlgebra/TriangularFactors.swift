import Numbers

/// A = L U but for the order of the rows.
struct TriangularFactors {
    /// Ones on the diagonal, zeros above it.
    let lower: [[Number]]
    /// Zeros below the diagonal.
    let upper: [[Number]]
    /// The rows of A in the order of those of L U, counted from 0.
    let permutation: [Int]

    /// - Throws: `undecided` when the precision does not tell which element of a column is the greatest; `too_large`.
    init(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) {
        if let fractions = NumberMatrix.fractions(rows) {
            try MatrixLimits.checkCommon(fractions, budget: MatrixLimits.characteristic)
            let factors = RationalMatrix(fractions).triangularFactors
            self.init(factors.lower.numbers, factors.upper.numbers, factors.permutation)
        } else {
            try self.init(eliminating: try NumberMatrix.decidable(rows, context), context)
        }
    }

    private init(_ lower: [[Number]], _ upper: [[Number]], _ permutation: [Int]) {
        (self.lower, self.upper, self.permutation) = (lower, upper, permutation)
    }

    private init(eliminating rows: [[Number]], _ context: EvaluationContext) throws(Fault) {
        let field = NumberField(context: context)
        var (work, permutation) = (rows, Array(rows.indices))
        let inner = min(rows.count, rows[0].count)
        for step in 0..<inner {
            try context.checkDeadline()
            guard let pivot = try Self.greatest(work[step...].map { $0[step] }, context) else { continue }
            work.swapAt(step, step + pivot)
            permutation.swapAt(step, step + pivot)
            for row in (step + 1)..<max(step + 1, rows.count) {
                let factor = try field.quotient(work[row][step], work[step][step])
                // What is taken away below the diagonal stays there as an element of L.
                work[row][step] = factor
                for column in (step + 1)..<max(step + 1, rows[0].count) {
                    let change = try field.product(factor, work[step][column])
                    work[row][column] = try field.difference(work[row][column], change)
                }
            }
        }
        let lower = rows.indices.map { row in
            (0..<inner).map { $0 == row ? Number(1) : $0 < row ? work[row][$0] : Number(0) }
        }
        let upper = (0..<inner).map { row in
            rows[0].indices.map { $0 < row ? Number(0) : work[row][$0] }
        }
        self.init(lower, upper, permutation)
    }

    /// The place of the number with the greatest absolute value, the first of several; nil when all are 0.
    private static func greatest(_ column: [Number], _ context: EvaluationContext) throws(Fault) -> Int? {
        guard try NumberField(context: context).pivot(among: column) != nil else { return nil }
        var (best, size) = (0, try column[0].magnitude(context))
        for (index, element) in column.enumerated().dropFirst() {
            let other = try element.magnitude(context)
            if try size.isLess(than: other, context) { (best, size) = (index, other) }
        }
        return best
    }
}
