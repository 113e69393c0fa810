import Numbers
import Testing

struct RationalMatrixTests {
    @Test func `a matrix keeps its entries`() throws {
        let rows: [[Rational]] = [[1, try Rational(parsing: "2/3"), -3], [0, Rational(Int.min), 5]]
        let matrix = RationalMatrix(rows)
        #expect(matrix.rows == rows)
        #expect(matrix.transposed.rows == [[1, 0], [try Rational(parsing: "2/3"), Rational(Int.min)], [-3, 5]])
        #expect(matrix[1, 2] == 5)
        #expect(matrix != matrix.transposed)
    }

    @Test func `an inverse times the matrix is the identity, and only singular ones have none`() {
        for matrix in AwkwardMatrices.square() {
            guard let inverse = matrix.inverse else {
                #expect(matrix.determinant.isZero, "\(matrix.rows)")
                #expect(matrix.rank < matrix.rowCount)
                #expect(!matrix.nullspace.isEmpty)
                continue
            }
            #expect(matrix * inverse == .identity(matrix.rowCount))
            #expect(!matrix.determinant.isZero)
            #expect(matrix.rank == matrix.rowCount)
            #expect(matrix.solution(.identity(matrix.rowCount)) == inverse)
        }
    }

    @Test func `the determinant of a product is the product of the determinants`() {
        let matrices = AwkwardMatrices.square()
        for (a, b) in zip(matrices, matrices.reversed()) where a.rowCount == b.rowCount {
            #expect((a * b).determinant == a.determinant * b.determinant)
        }
        for matrix in matrices { #expect(matrix.transposed.determinant == matrix.determinant) }
        #expect(RationalMatrix([]).determinant == 1)
    }

    @Test func `each matrix satisfies its characteristic polynomial`() {
        for matrix in AwkwardMatrices.square() {
            let polynomial = matrix.characteristicPolynomial
            let size = matrix.rowCount
            #expect(polynomial.degree == size && polynomial.leadingCoefficient == 1)
            let value = polynomial.coefficients.reversed().reduce(
                RationalMatrix(rowCount: size, columnCount: size) { _, _ in 0 }
            ) { $0 * matrix + RationalMatrix.identity(size).scaled(by: $1) }
            #expect(value.rows.joined().allSatisfy { $0.isZero })
            let sign: Rational = size.isMultiple(of: 2) ? 1 : -1
            #expect(polynomial.value(at: 0) == matrix.determinant * sign)
            if size > 0 { #expect(polynomial.coefficients[size - 1] == -matrix.trace) }
        }
    }

    @Test func `the null space is what the matrix takes to 0, and has the right dimension`() {
        for matrix in AwkwardMatrices.rectangular() {
            let nullspace = matrix.nullspace
            #expect(nullspace.count == matrix.columnCount - matrix.rank)
            if nullspace.isEmpty { continue }
            let vectors = RationalMatrix(nullspace)
            #expect((matrix * vectors.transposed).rows.joined().allSatisfy { $0.isZero })
            #expect(vectors.rank == nullspace.count)
        }
    }

    @Test func `an echelon form has leading ones alone in their columns and spans the same rows`() {
        for matrix in AwkwardMatrices.rectangular() {
            let form = matrix.echelonForm
            for (row, pivot) in form.pivotColumns.enumerated() {
                #expect((0..<matrix.rowCount).allSatisfy { form.matrix[$0, pivot] == ($0 == row ? 1 : 0) })
                #expect((0..<pivot).allSatisfy { form.matrix[row, $0].isZero })
            }
            #expect(form.matrix.rows[form.pivotColumns.count...].joined().allSatisfy { $0.isZero })
            #expect(RationalMatrix(matrix.rows + form.matrix.rows).rank == form.pivotColumns.count)
        }
    }

    @Test func `triangular factors multiply to the rows in their new order`() {
        for matrix in AwkwardMatrices.square() + AwkwardMatrices.rectangular() where matrix.rowCount > 0 {
            let factors = matrix.triangularFactors
            let rows = matrix.rows
            #expect((factors.lower * factors.upper).rows == factors.permutation.map { rows[$0] })
            #expect(factors.permutation.sorted() == Array(rows.indices))
            for (row, entries) in factors.lower.rows.enumerated() {
                for (column, entry) in entries.enumerated() {
                    if row == column { #expect(entry == 1) }
                    if row < column { #expect(entry.isZero) }
                    // The pivot had the largest absolute value.
                    #expect(entry.magnitude <= 1)
                }
            }
            for (row, entries) in factors.upper.rows.enumerated() {
                #expect(entries.prefix(row).allSatisfy { $0.isZero })
            }
        }
    }

    @Test func `a Kronecker product is that of the entries`() {
        let (a, b) = (AwkwardMatrices.make([[1, 2], [3, 4]]), AwkwardMatrices.make([[0, 5], [6, 7]]))
        #expect(a.kroneckerProduct(b).rows[1] == [6, 7, 12, 14])
        #expect(a.kroneckerProduct(b).determinant == (a * a * b * b).determinant)
    }
}
