internal import CFlint

extension RationalMatrix {
    /// A matrix in reduced row echelon form: each row's first entry that is not 0 is a 1, alone in its column, and
    /// further right than in the row above.
    public struct EchelonForm: Sendable {
        /// The rows; those of zeros at the end.
        public let matrix: RationalMatrix
        /// The columns of the leading ones, counted from 0, in increasing order.
        public let pivotColumns: [Int]
    }

    /// The determinant of a square matrix; 1 for an empty one.
    public var determinant: Rational {
        precondition(isSquare, "a determinant is that of a square matrix")
        return Rational.made { result in withFlint { fmpq_mat_det(result, $0) } }
    }

    /// The inverse of a square matrix; nil when it is singular.
    public var inverse: RationalMatrix? {
        precondition(isSquare, "only a square matrix has an inverse")
        var isRegular = false
        let result = RationalMatrix.made(rowCount, rowCount) { result in
            isRegular = withFlint { fmpq_mat_inv(result, $0) } != 0
        }
        return isRegular ? result : nil
    }

    /// The reduced row echelon form.
    public var echelonForm: EchelonForm {
        var rank = 0
        let form = RationalMatrix.made(rowCount, columnCount) { result in
            rank = withFlint { fmpq_mat_rref(result, $0) }
        }
        var pivots: [Int] = []
        for row in 0..<rank {
            let first = pivots.last.map { $0 + 1 } ?? 0
            guard let pivot = (first..<columnCount).first(where: { !form[row, $0].isZero }) else { break }
            pivots.append(pivot)
        }
        return EchelonForm(matrix: form, pivotColumns: pivots)
    }

    /// How many rows, or columns, are linearly independent.
    public var rank: Int { echelonForm.pivotColumns.count }

    /// Vectors that span the solutions of A x = 0, one for each column without a leading one: 1 in that place and 0 in
    /// the places of the others.
    public var nullspace: [[Rational]] {
        let form = echelonForm
        let pivots = Set(form.pivotColumns)
        return (0..<columnCount).filter { !pivots.contains($0) }.map { free in
            var vector = [Rational](repeating: 0, count: columnCount)
            vector[free] = 1
            for (row, pivot) in form.pivotColumns.enumerated() { vector[pivot] = -form.matrix[row, free] }
            return vector
        }
    }

    /// The matrix X with A X = B for a square matrix A; nil when it is singular.
    public func solution(_ right: RationalMatrix) -> RationalMatrix? {
        precondition(isSquare && right.rowCount == rowCount, "sizes do not fit")
        var isRegular = false
        let result = RationalMatrix.made(rowCount, right.columnCount) { result in
            isRegular = withFlint { a in right.withFlint { b in fmpq_mat_solve(result, a, b) } } != 0
        }
        return isRegular ? result : nil
    }

    /// The characteristic polynomial det(x I - A) of a square matrix.
    public var characteristicPolynomial: RationalPolynomial {
        precondition(isSquare, "a characteristic polynomial is that of a square matrix")
        return RationalPolynomial.made { result in withFlint { fmpq_mat_charpoly(result, $0) } }
    }
}
