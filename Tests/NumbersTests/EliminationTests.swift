import Numbers
import Testing

/// The fractions as a field, to hold the general elimination against FLINT's.
private struct Fractions: Field {
    typealias Failure = NumberError
    let zero = Rational(0)
    let one = Rational(1)
    func difference(_ left: Rational, _ right: Rational) -> Rational { left - right }
    func product(_ left: Rational, _ right: Rational) -> Rational { left * right }
    func quotient(_ left: Rational, _ right: Rational) throws(NumberError) -> Rational { try left.divided(by: right) }
    func isZero(_ element: Rational) -> Bool { element.isZero }
}

struct EliminationTests {
    @Test func `elimination over any field comes to what FLINT has`() throws {
        for matrix in AwkwardMatrices.square() + AwkwardMatrices.rectangular() {
            let elimination = try Elimination(matrix.rows, over: Fractions())
            let form = matrix.echelonForm
            #expect(elimination.rows == form.matrix.rows)
            #expect(elimination.pivotColumns == form.pivotColumns)
            #expect(try elimination.nullspace() == matrix.nullspace)
            if matrix.isSquare && form.pivotColumns.count == matrix.rowCount {
                #expect(elimination.pivotProduct == matrix.determinant)
            }
        }
    }

    @Test func `a solution stands beside the identity`() throws {
        let matrix = AwkwardMatrices.hilbert(4)
        let rows = zip(matrix.rows, RationalMatrix.identity(4).rows).map { $0 + $1 }
        let elimination = try Elimination(rows, over: Fractions(), pivotLimit: 4)
        #expect(RationalMatrix(elimination.rows.map { Array($0[4...]) }) == matrix.inverse)
    }

    @Test func `eigenvectors are stretched by every root of their factor`() throws {
        for matrix in AwkwardMatrices.square() where matrix.rowCount > 0 && matrix.rowCount < 6 {
            for power in matrix.characteristicPolynomial.irreducibleFactors.powers {
                let vectors = matrix.eigenvectors(ofFactor: power.factor)
                #expect(1...power.exponent ~= vectors.count)
                let x = RationalPolynomial([0, 1])
                for vector in vectors {
                    #expect(vector.contains(RationalPolynomial([1])))
                    for (row, entries) in matrix.rows.enumerated() {
                        let product = zip(entries, vector).reduce(RationalPolynomial([])) { $0 + $1.1.scaled(by: $1.0) }
                        let rest = try (product - x * vector[row]).division(by: power.factor).remainder
                        #expect(rest.isZero)
                    }
                }
            }
        }
    }
}
