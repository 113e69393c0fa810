internal import CFlint

extension RationalMatrix {
    /// The sum of two matrices of one size.
    public static func + (left: RationalMatrix, right: RationalMatrix) -> RationalMatrix {
        left.entrywise(right, fmpq_mat_add)
    }

    /// The difference of two matrices of one size.
    public static func - (left: RationalMatrix, right: RationalMatrix) -> RationalMatrix {
        left.entrywise(right, fmpq_mat_sub)
    }

    /// The product; the first has as many columns as the second has rows.
    public static func * (left: RationalMatrix, right: RationalMatrix) -> RationalMatrix {
        precondition(left.columnCount == right.rowCount, "sizes do not fit")
        return made(left.rowCount, right.columnCount) { result in
            left.withFlint { a in right.withFlint { b in fmpq_mat_mul(result, a, b) } }
        }
    }

    /// Each entry times a number.
    public func scaled(by factor: Rational) -> RationalMatrix {
        RationalMatrix.made(rowCount, columnCount) { result in
            withFlint { matrix in factor.withFlint { fmpq_mat_scalar_mul_fmpq(result, matrix, $0) } }
        }
    }

    /// Rows as columns.
    public var transposed: RationalMatrix {
        RationalMatrix.made(columnCount, rowCount) { result in withFlint { fmpq_mat_transpose(result, $0) } }
    }

    /// The sum of the diagonal of a square matrix.
    public var trace: Rational {
        precondition(isSquare, "a trace is that of a square matrix")
        return Rational.made { result in withFlint { fmpq_mat_trace(result, $0) } }
    }

    /// Each entry replaced by it times the other matrix.
    public func kroneckerProduct(_ other: RationalMatrix) -> RationalMatrix {
        RationalMatrix.made(rowCount * other.rowCount, columnCount * other.columnCount) { result in
            withFlint { a in other.withFlint { b in fmpq_mat_kronecker_product(result, a, b) } }
        }
    }

    private func entrywise(
        _ other: RationalMatrix,
        _ function: (Pointer, UnsafePointer<fmpq_mat_struct>, UnsafePointer<fmpq_mat_struct>) -> Void
    ) -> RationalMatrix {
        precondition(rowCount == other.rowCount && columnCount == other.columnCount, "sizes differ")
        return RationalMatrix.made(rowCount, columnCount) { result in
            withFlint { a in other.withFlint { b in function(result, a, b) } }
        }
    }
}
