import Numbers

/// Eigenvalues and eigenvectors: of fractions through the factors of the characteristic polynomial, so that multiplicities
/// are certain; of irrational elements in balls that hold one each.
enum Eigenvalues {
    /// An eigenvalue and a vector that it stretches.
    struct Pair {
        let value: Number
        let vector: [Number]
    }

    /// Each as often as its multiplicity, by real part, then by imaginary part.
    /// - Throws: `undecided` when the precision does not tell whether two are equal; `too_large`.
    static func values(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [Number] {
        if isTriangular(rows) {
            return try RootOrder.sorted(rows.indices.map { Root(rows[$0][$0]) }, context).map(\.number)
        }
        switch try NumberMatrix(rows, context) {
        case .rational(let matrix):
            try check(matrix)
            return try roots(of: matrix.characteristicPolynomial.coefficients.map { .rational($0) }, context)
        case .exact(let rows):
            return try roots(of: try characteristicPolynomial(rows, context), context)
        case .balls(let matrix):
            let (system, isReal) = (try system(matrix, rows, context), matrix.isReal)
            var pairCount = 0
            let roots = RootFinder.paired(system.values, areConjugate: isReal, pairCount: &pairCount)
            return try RootOrder.sorted(roots, context).map(\.number)
        }
    }

    /// As many vectors for each eigenvalue as are linearly independent, in the order of the eigenvalues.
    static func pairs(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [Pair] {
        switch try NumberMatrix(rows, context) {
        case .rational(let matrix): return try pairs(matrix, context)
        case .exact(let rows): return try pairs(exact: rows, context)
        case .balls(let matrix):
            return try pairs(try system(matrix, rows, context), isReal: matrix.isReal, context)
        }
    }

    /// The coefficients of det(x I - A), the constant one first.
    static func characteristicPolynomial(
        _ rows: [[Number]], _ context: EvaluationContext
    ) throws(Fault) -> [Number] {
        switch try NumberMatrix(rows, context) {
        case .rational(let matrix):
            try check(matrix)
            return matrix.characteristicPolynomial.coefficients.map { .rational($0) }
        case .exact(let rows): return try leverrier(rows, context)
        case .balls(let matrix):
            let coefficients = matrix.characteristicPolynomial(bits: context.bits)
            guard coefficients.allSatisfy(\.isFinite) else { throw .needsPrecision }
            return coefficients.dropLast().map { .ball($0) } + [Number(1)]
        }
    }

    private static func roots(of coefficients: [Number], _ context: EvaluationContext) throws(Fault) -> [Number] {
        try RootFinder.roots(of: try NumberPolynomial(coefficients, context), context)
    }

    private static func check(_ matrix: RationalMatrix) throws(Fault) {
        try MatrixLimits.checkCommon(matrix.rows, budget: MatrixLimits.characteristic)
    }

    /// Whether all elements on one side of the diagonal are exactly 0.
    private static func isTriangular(_ rows: [[Number]]) -> Bool {
        func areZero(_ isWanted: (Int, Int) -> Bool) -> Bool {
            rows.indices.allSatisfy { row in
                rows.indices.allSatisfy { !isWanted(row, $0) || rows[row][$0].asRational?.isZero == true }
            }
        }
        return areZero { $0 > $1 } || areZero { $0 < $1 }
    }

    /// Faddeev and LeVerrier's algorithm, which divides by whole numbers alone.
    private static func leverrier(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [Number] {
        let size = rows.count
        var coefficients = [Number(1)]
        var work = rows
        for step in 1...size {
            let trace = try Folding.sum(work.indices.map { work[$0][$0] }, context)
            let coefficient = try trace.divided(by: Number(-step), context)
            coefficients.append(coefficient)
            for index in work.indices { work[index][index] = try work[index][index].adding(coefficient, context) }
            if step < size { work = try MatrixArithmetic.product(rows, work, context) }
        }
        return coefficients.reversed()
    }

    private static func system(
        _ matrix: ComplexBallMatrix, _ rows: [[Number]], _ context: EvaluationContext
    ) throws(Fault) -> ComplexBallMatrix.Eigensystem {
        try MatrixLimits.checkDecided(rows)
        let isHermitian = matrix.isReal ? false : try isHermitian(rows, context)
        guard let system = matrix.eigensystem(isHermitian: isHermitian, bits: context.bits) else {
            throw .undecidedEigenvalues
        }
        return system
    }

    /// Whether exact elements are the conjugates of those across the diagonal.
    private static func isHermitian(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> Bool {
        for row in rows.indices {
            for column in 0...row {
                guard rows[row][column].isExact, rows[column][row].isExact,
                    try rows[row][column].equals(try rows[column][row].conjugate(context), context)
                else { return false }
            }
        }
        return true
    }

    // MARK: Eigenvectors

    private static func pairs(_ matrix: RationalMatrix, _ context: EvaluationContext) throws(Fault) -> [Pair] {
        try MatrixLimits.checkEigenvectors(matrix.rows)
        var pairs: [Pair] = []
        for found in try RootFinder.distinctRoots(of: matrix.characteristicPolynomial, context) {
            try context.checkDeadline()
            for vector in matrix.eigenvectors(ofFactor: found.factor) {
                var numbers: [Number] = []
                for entry in vector {
                    let polynomial = try NumberPolynomial(entry.coefficients.map { .rational($0) }, context)
                    numbers.append(try polynomial.value(at: found.root.number, context))
                }
                pairs.append(Pair(value: found.root.number, vector: numbers))
            }
        }
        return pairs
    }

    /// Of a real matrix the vectors of conjugate eigenvalues are conjugates of each other.
    private static func pairs(
        _ system: ComplexBallMatrix.Eigensystem, isReal: Bool, _ context: EvaluationContext
    ) throws(Fault) -> [Pair] {
        let rows = system.vectors.rows
        var found: [(root: Root, vector: [ComplexBall])] = []
        for (index, value) in system.values.enumerated() {
            let vector = rows.map { $0[index] }
            if !isReal || value.isReal {
                found.append((Root(.ball(value)), vector))
            } else if value.imaginary.isPositive == true {
                found.append((Root(.ball(value), pair: index), vector))
                found.append((Root(.ball(value.conjugate), pair: index), vector.map(\.conjugate)))
            }
        }
        let sorted = try Ordering.sorted(found) { a, b throws(Fault) in try RootOrder.precedes(a.root, b.root, context)
        }
        return sorted.map { Pair(value: $0.root.number, vector: $0.vector.map { .ball($0) }) }
    }

    private static func pairs(exact rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [Pair] {
        let values = try values(rows, context)
        if let pairs = try closedPairs(rows, values, context) { return pairs }
        let balls = try NumberMatrix.balls(rows, context)
        return try pairs(try system(balls, rows, context), isReal: balls.isReal, context)
    }

    /// In closed form; nil where that would take long.
    private static func closedPairs(
        _ rows: [[Number]], _ values: [Number], _ context: EvaluationContext
    ) throws(Fault) -> [Pair]? {
        guard values.allSatisfy(\.isExact) else { return nil }
        var pairs: [Pair] = []
        for (index, value) in values.enumerated() {
            if index > 0, try value.equals(values[index - 1], context) { continue }
            var shifted = rows
            for row in rows.indices { shifted[row][row] = try rows[row][row].subtracting(value, context) }
            guard NumberMatrix.isWorthExactWork(shifted) else { return nil }
            let nullspace = try Elimination(shifted, over: NumberField(context: context)).nullspace()
            pairs += nullspace.map { Pair(value: value, vector: $0) }
        }
        return pairs
    }
}

extension Fault {
    fileprivate static let undecidedEigenvalues = Fault(
        .undecided,
        "Whether two eigenvalues are equal could not be decided: give exact elements, or other ones")
}
