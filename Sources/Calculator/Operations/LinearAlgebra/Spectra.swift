import Numbers

extension MathOperation {
    static let charpoly = MathOperation(
        "charpoly", .linearAlgebra,
        "Coefficients of the characteristic polynomial det(t I - x) of a square matrix, the constant one first.",
        [.squareMatrix], examples: ["charpoly([[1, 2], [3, 4]])": "[-2, -5, 1]"]
    ) { arguments, context throws(Fault) in
        let coefficients = try Eigenvalues.characteristicPolynomial(try arguments.matrix(0), context)
        return .list(coefficients.map { .number($0) })
    }

    static let eigs = MathOperation(
        "eigs", .linearAlgebra,
        "Eigenvalues of a square matrix, each as often as its multiplicity, by real part, then by imaginary part.",
        [.squareMatrix],
        examples: [
            "eigs([[2, 1], [1, 2]])": "[1, 3]", "eigs([[0, -1], [1, 0]])": "[-i, i]",
            "eigs([[1, 1], [0, 1]])": "[1, 1]",
        ]
    ) { arguments, context throws(Fault) in
        .list(try Eigenvalues.values(try arguments.matrix(0), context).map { .number($0) })
    }

    static let eigenvectors = MathOperation(
        "eigenvectors", .linearAlgebra,
        "List of pairs [value, vector] of a square matrix: as many vectors as are independent, in the order of eigs.",
        [.squareMatrix],
        examples: [
            "eigenvectors([[2, 1], [1, 2]])": "[[1, [-1, 1]], [3, [1, 1]]]",
            "eigenvectors([[1, 1], [0, 1]])": "[[1, [1, 0]]]",
        ]
    ) { arguments, context throws(Fault) in
        let pairs = try Eigenvalues.pairs(try arguments.matrix(0), context)
        return .list(pairs.map { .list([.number($0.value), .list($0.vector.map { .number($0) })]) })
    }

    static let expm = MathOperation(
        "expm", .linearAlgebra, "Exponential of a square matrix: the sum of its powers over factorials.",
        [.squareMatrix], examples: ["expm([[0, 1], [0, 0]])": "[[1, 1], [0, 1]]"]
    ) { arguments, context throws(Fault) in .matrix(try MatrixExponential.of(try arguments.matrix(0), context)) }
}
