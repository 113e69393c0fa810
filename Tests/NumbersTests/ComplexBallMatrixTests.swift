import Numbers
import Testing

struct ComplexBallMatrixTests {
    private let bits = 256

    private func ball(_ matrix: RationalMatrix) -> ComplexBallMatrix {
        ComplexBallMatrix(matrix.rows.map { $0.map { ComplexBall($0, 0, bits: bits) } })
    }

    private func encloses(_ balls: ComplexBallMatrix, _ exact: RationalMatrix) -> Bool {
        zip(balls.rows.joined(), exact.rows.joined()).allSatisfy { $0.real.contains($1) && $0.isReal }
    }

    @Test func `results enclose the exact ones and stay real`() {
        for matrix in AwkwardMatrices.square() where matrix.rowCount > 0 {
            let balls = ball(matrix)
            let determinant = balls.determinant(bits: bits)
            #expect(determinant.real.contains(matrix.determinant) && determinant.isReal)
            #expect(encloses(balls.multiplied(by: balls, bits: bits), matrix * matrix))
            let polynomial = zip(
                balls.characteristicPolynomial(bits: bits), matrix.characteristicPolynomial.coefficients)
            #expect(polynomial.allSatisfy { $0.real.contains($1) && $0.isReal })
            if let inverse = balls.inverse(bits: bits), let exact = matrix.inverse {
                #expect(encloses(inverse, exact))
            } else {
                // Entries may be too far apart in size for a ball to see that the matrix is regular.
                #expect(matrix.determinant.isZero || determinant.containsZero)
            }
        }
    }

    @Test func `empty matrices have the results that products of nothing have`() {
        let empty = ComplexBallMatrix([])
        #expect(empty.determinant(bits: bits).real.uniqueInteger == 1)
        #expect(empty.inverse(bits: bits)?.rows.isEmpty == true)
        #expect(empty.exponential(bits: bits).rows.isEmpty)
        #expect(empty.characteristicPolynomial(bits: bits).count == 1)
        #expect(empty.eigensystem(bits: bits)?.values.isEmpty == true)
    }

    @Test func `singular matrices have no inverse and no solution`() {
        let singular = ball(AwkwardMatrices.make([[1, 2], [2, 4]]))
        #expect(singular.inverse(bits: bits) == nil)
        #expect(singular.solution(ball(AwkwardMatrices.make([[1], [1]])), bits: bits) == nil)
    }

    @Test func `exponentials of a nilpotent matrix and of a rotation are the known ones`() {
        let nilpotent = AwkwardMatrices.jordan(3, 0)
        let expected =
            RationalMatrix.identity(3) + nilpotent
            + (nilpotent * nilpotent).scaled(by: (try? Rational(parsing: "1/2")) ?? 0)
        #expect(encloses(ball(nilpotent).exponential(bits: bits), expected))
        let turn = ball(AwkwardMatrices.make([[0, -1], [1, 0]])).exponential(bits: bits)
        #expect(turn[0, 0].real.decimalText(significantDigits: 20) == "0.54030230586813971740")
        #expect(turn[1, 0].real.decimalText(significantDigits: 20) == "0.84147098480789650665")
    }

    @Test func `eigenvalues are the roots of the characteristic polynomial, and vectors are stretched by them`() {
        var count = 0
        for matrix in AwkwardMatrices.square() where matrix.rowCount > 1 {
            let isSimple = !matrix.characteristicPolynomial.discriminant.isZero
            let balls = ball(matrix)
            guard let system = balls.eigensystem(bits: bits) else { continue }
            #expect(isSimple)
            count += 1
            let roots = matrix.characteristicPolynomial.roots(bits: bits)
            let stretched = balls.multiplied(by: system.vectors, bits: bits)
            for (index, value) in system.values.enumerated() {
                #expect(roots.filter { $0.overlaps(value) }.count == 1)
                #expect(roots.contains { $0.overlaps(value) && $0.isReal == value.isReal })
                for row in 0..<matrix.rowCount {
                    #expect(
                        stretched[row, index].overlaps(system.vectors[row, index].multiplied(by: value, bits: bits)))
                }
            }
        }
        #expect(count >= 20)
    }

    @Test func `a repeated eigenvalue is not told apart`() {
        #expect(ball(AwkwardMatrices.jordan(3, 2)).eigensystem(bits: bits) == nil)
        #expect(ball(.identity(2)).eigensystem(bits: bits) == nil)
    }

    @Test func `roots of a polynomial of balls are isolated or refused`() {
        func roots(_ coefficients: [Int]) -> [ComplexBall]? {
            ComplexBallPolynomial(coefficients.map { ComplexBall(Rational($0), 0, bits: bits) }).roots(bits: bits)
        }
        #expect(roots([-6, 11, -6, 1])?.compactMap { $0.real.uniqueInteger }.sorted() == [1, 2, 3])
        #expect(roots([-6, 11, -6, 1])?.allSatisfy { $0.isReal } == true)
        #expect(roots([1, 0, 1])?.allSatisfy { $0.isReal } == false)
        #expect(roots([1, 2, 1]) == nil)
        #expect(roots([5])?.isEmpty == true)
        #expect(roots([1, 0]) == nil)
    }
}
