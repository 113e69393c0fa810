internal import CFlint

extension RationalMatrix {
    /// A = L U but for the order of the rows: row i of L U is row `permutation[i]` of A.
    public struct TriangularFactors: Sendable {
        /// Ones on the diagonal, zeros above it.
        public let lower: RationalMatrix
        /// Zeros below the diagonal.
        public let upper: RationalMatrix
        /// The rows of the matrix in the order in which they were used, counted from 0.
        public let permutation: [Int]
    }

    /// The triangular factors, with the entry of the largest absolute value in its column as each pivot, the first of
    /// several. With m rows and n columns L has min(m, n) columns, and U as many rows.
    public var triangularFactors: TriangularFactors {
        var work = Bareiss(self)
        work.eliminate()
        let inner = min(rowCount, columnCount)
        let lower = RationalMatrix(rowCount: rowCount, columnCount: inner) { row, column in
            if row == column { return 1 }
            if row < column || work.pivots[column].isZero { return 0 }
            return Rational(work.rows[row][column], over: work.pivots[column])
        }
        let upper = RationalMatrix(rowCount: inner, columnCount: columnCount) { row, column in
            if row > column { return 0 }
            return Rational(work.rows[row][column], over: work.divisors[row] * work.denominator)
        }
        return TriangularFactors(lower: lower, upper: upper, permutation: work.permutation)
    }

    /// The matrix times the least common denominator of its entries, as integers.
    fileprivate var cleared: (rows: [[Integer]], denominator: Integer) {
        var integers = fmpz_mat_struct()
        fmpz_mat_init(&integers, rowCount, columnCount)
        defer { fmpz_mat_clear(&integers) }
        let denominator = Integer.made { denominator in
            withFlint { fmpq_mat_get_fmpz_mat_matwise(&integers, denominator, $0) }
        }
        let rows = (0..<rowCount).map { row in
            (0..<columnCount).map { column in Integer.made { fmpz_set($0, fmpz_matrix_entry(&integers, row, column)) } }
        }
        return (rows, denominator)
    }
}

/// Gaussian elimination without fractions: at each step every entry is what plain elimination has there times one
/// common number, so that it finds the same pivots, and each division leaves no remainder.
private struct Bareiss {
    /// On and below the diagonal of a column what stood there when its pivot was chosen; above it the rows of U, each
    /// times its divisor.
    var rows: [[Integer]]
    var permutation: [Int]
    /// The pivot of each column; 0 where the column had none.
    var pivots: [Integer] = []
    /// By what the entries of each row of U are to be divided, beside the common denominator.
    var divisors: [Integer] = []
    let denominator: Integer

    init(_ matrix: RationalMatrix) {
        (rows, denominator) = matrix.cleared
        permutation = Array(rows.indices)
    }

    mutating func eliminate() {
        var divisor: Integer = 1
        let columnCount = rows.first?.count ?? 0
        for step in 0..<min(rows.count, columnCount) {
            choosePivot(step)
            let pivot = rows[step][step]
            pivots.append(pivot)
            divisors.append(divisor)
            // A column of zeros: there is nothing to take away, and the row stands in U as it is.
            if pivot.isZero { continue }
            for row in (step + 1)..<max(step + 1, rows.count) {
                let factor = rows[row][step]
                for column in (step + 1)..<max(step + 1, columnCount) {
                    let value = pivot * rows[row][column] - factor * rows[step][column]
                    rows[row][column] = value.exactlyDivided(by: divisor)
                }
            }
            divisor = pivot
        }
    }

    private mutating func choosePivot(_ step: Int) {
        var best = step
        for row in (step + 1)..<max(step + 1, rows.count)
        where rows[best][step].magnitude < rows[row][step].magnitude { best = row }
        rows.swapAt(step, best)
        permutation.swapAt(step, best)
    }
}
