import Numbers

extension MathOperation {
    static let transpose = MathOperation(
        "transpose", .linearAlgebra, "Transpose: the rows of a matrix as columns; a list stays as it is.",
        [.any("x", "a matrix")], examples: ["transpose([[1, 2, 3], [4, 5, 6]])": "[[1, 4], [2, 5], [3, 6]]"]
    ) { arguments, _ throws(Fault) in
        let value = try arguments.value(0)
        return value.isMatrix ? .matrix(Matrices.transposed(try arguments.matrix(0))) : value
    }

    static let ctranspose = MathOperation(
        "ctranspose", .linearAlgebra, "Transpose with each element replaced by its complex conjugate.",
        [.any("x", "a matrix")], examples: ["ctranspose([[1, 2i], [3, 4]])": "[[1, 3], [-2i, 4]]"]
    ) { arguments, context throws(Fault) in
        let value = try arguments.value(0)
        let conjugates = try Matrices.conjugateTransposed(try arguments.matrix(0), context)
        if value.isMatrix { return .matrix(conjugates) }
        guard case .list = value else { return .number(conjugates[0][0]) }
        return .list((conjugates.first ?? []).map { .number($0) })
    }

    static let dot = MathOperation(
        "dot", .linearAlgebra,
        "Scalar product of two vectors: the sum of the products of their elements, those of the first conjugated.",
        [vector("a", "the first vector"), vector("b", "the second vector, of the same length")],
        examples: ["dot([1, 2, 3], [4, 5, 6])": "32", "dot([2i, 1], [i, 1])": "3"]
    ) { arguments, context throws(Fault) in
        let (a, b) = (try arguments.numbers(0), try arguments.numbers(1))
        guard a.count == b.count else {
            throw Fault(
                .dimensionMismatch, parameter: "b",
                "The vectors have \(a.count) and \(b.count) elements: give as many")
        }
        return .number(try Vectors.dot(a, b, context))
    }

    static let cross = MathOperation(
        "cross", .linearAlgebra, "Vector product of two vectors of three elements.",
        [
            .list("a", "the first vector", count: 3...3), .list("b", "the second vector", count: 3...3),
        ],
        examples: ["cross([1, 1, 0], [0, 1, 1])": "[1, -1, 1]"]
    ) { arguments, context throws(Fault) in
        let product = try Vectors.cross(try arguments.numbers(0), try arguments.numbers(1), context)
        return .list(product.map { .number($0) })
    }

    static let kron = MathOperation(
        "kron", .linearAlgebra, "Kronecker product: each element of a replaced by it times the matrix b.",
        [.matrix("a", "the first matrix"), .matrix("b", "the second matrix")],
        examples: ["kron([[1, 2]], [[0, 1], [1, 0]])": "[[0, 1, 0, 2], [1, 0, 2, 0]]"]
    ) { arguments, context throws(Fault) in
        .matrix(try Matrices.kroneckerProduct(try arguments.matrix(0), try arguments.matrix(1), context))
    }

    static let norm = MathOperation(
        "norm", .linearAlgebra,
        "Norm of a vector or a matrix; p = 2 is the length of a vector, and the greatest singular value of a matrix.",
        [
            .any("x", "a vector, a matrix, or a number"),
            .any(
                "p", "for a vector a real number, \"inf\", \"-inf\" or \"fro\"; for a matrix 1, 2, \"inf\" or \"fro\"",
                isRequired: false),
        ],
        examples: [
            "norm([3, 4])": "5", "norm([1, 1])": "sqrt(2)", "norm([[1, 2], [3, -4]], 1)": "6",
            "norm([[0, 2], [1, 0]])": "2",
        ]
    ) { arguments, context throws(Fault) in
        let order = arguments.has(1) ? try arguments.value(1) : .integer(2)
        return .number(try Norms.norm(try arguments.value(0), order: order, context))
    }

    static let trace = MathOperation(
        "trace", .linearAlgebra, "Trace of a square matrix: the sum of its diagonal.", [.squareMatrix],
        examples: ["trace([[1, 2], [3, 4]])": "5"]
    ) { arguments, context throws(Fault) in
        let rows = try arguments.matrix(0)
        return .number(try Folding.sum(rows.indices.map { rows[$0][$0] }, context))
    }

    private static func vector(_ name: String, _ summary: String) -> Parameter { .list(name, summary) }
}

extension Parameter {
    /// The matrix x with as many rows as columns.
    static let squareMatrix = Parameter.matrix("x", "a square matrix", isSquare: true)
}
