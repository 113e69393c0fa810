internal import CFlint

extension ComplexBallMatrix {
    /// The product; the first has as many columns as the second has rows.
    public func multiplied(by other: ComplexBallMatrix, bits: Int) -> ComplexBallMatrix {
        precondition(columnCount == other.rowCount, "sizes do not fit")
        return ComplexBallMatrix.made(rowCount, other.columnCount) { result in
            withFlint { a in other.withFlint { b in acb_mat_mul(result, a, b, RealBall.precision(bits)) } }
        }
    }

    /// The determinant of a square matrix; 1 for an empty one.
    public func determinant(bits: Int) -> ComplexBall {
        precondition(isSquare, "a determinant is that of a square matrix")
        let value = ComplexBall.made { result in withFlint { acb_mat_det(result, $0, RealBall.precision(bits)) } }
        return isReal ? ComplexBall(value.real) : value
    }

    /// The inverse of a square matrix; nil when it may be singular.
    public func inverse(bits: Int) -> ComplexBallMatrix? {
        precondition(isSquare, "only a square matrix has an inverse")
        var isRegular = false
        let result = ComplexBallMatrix.made(rowCount, rowCount) { result in
            isRegular = withFlint { acb_mat_inv(result, $0, RealBall.precision(bits)) } != 0
            if isReal { Self.dropImaginaryParts(result) }
        }
        return isRegular ? result : nil
    }

    /// The matrix X with A X = B for a square matrix A; nil when it may be singular.
    public func solution(_ right: ComplexBallMatrix, bits: Int) -> ComplexBallMatrix? {
        precondition(isSquare && right.rowCount == rowCount, "sizes do not fit")
        var isRegular = false
        let result = ComplexBallMatrix.made(rowCount, right.columnCount) { result in
            isRegular =
                withFlint { a in
                    right.withFlint { b in acb_mat_solve(result, a, b, RealBall.precision(bits)) }
                } != 0
            if isReal && right.isReal { Self.dropImaginaryParts(result) }
        }
        return isRegular ? result : nil
    }

    /// The sum of A^k / k! of a square matrix.
    public func exponential(bits: Int) -> ComplexBallMatrix {
        precondition(isSquare, "only a square matrix has an exponential")
        return ComplexBallMatrix.made(rowCount, rowCount) { result in
            withFlint { acb_mat_exp(result, $0, RealBall.precision(bits)) }
            if isReal { Self.dropImaginaryParts(result) }
        }
    }

    /// The coefficients of the characteristic polynomial det(x I - A) of a square matrix, the constant one first.
    public func characteristicPolynomial(bits: Int) -> [ComplexBall] {
        precondition(isSquare, "a characteristic polynomial is that of a square matrix")
        var polynomial = acb_poly_struct()
        acb_poly_init(&polynomial)
        defer { acb_poly_clear(&polynomial) }
        withFlint { acb_mat_charpoly(&polynomial, $0, RealBall.precision(bits)) }
        return (0...rowCount).map { index in ComplexBall.made { acb_poly_get_coeff_acb($0, &polynomial, index) } }
    }

    /// For a result that is real because all that it is made of is.
    static func dropImaginaryParts(_ matrix: Pointer) {
        for row in 0..<matrix.pointee.r {
            for column in 0..<matrix.pointee.c {
                guard let entry = acb_matrix_entry(matrix, row, column) else { continue }
                arb_zero(&entry.pointee.imag)
            }
        }
    }
}
