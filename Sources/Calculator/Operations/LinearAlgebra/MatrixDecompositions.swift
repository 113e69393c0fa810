import Numbers

extension MathOperation {
    static let det = MathOperation(
        "det", .linearAlgebra, "Determinant of a square matrix.", [.squareMatrix],
        traits: .init(latex: .name("\\det"), synonyms: ["determinant"]),
        examples: ["det([[1, 2], [3, 4]])": "-2", "det([[1/2, 1/3], [1/4, 1/5]])": "1/60"]
    ) { arguments, context throws(Fault) in
        .number(try Inversion.determinant(try arguments.matrix(0), context))
    }

    static let inv = MathOperation(
        "inv", .linearAlgebra, "Inverse of a square matrix, or one over a number.", [.squareMatrix],
        traits: .init(
            form: .otherwise { _, arguments, context throws(Fault) in
                guard arguments.count == 1, case .number = arguments[0] else { return nil }
                return try Operators.divide(.integer(1), arguments[0], context)
            }, synonyms: ["inverse"]), examples: ["inv([[1, 2], [3, 4]])": "[[-2, 1], [3/2, -1/2]]"]
    ) { arguments, context throws(Fault) in .matrix(try Inversion.inverse(try arguments.matrix(0), context)) }

    static let lusolve = MathOperation(
        "lusolve", .linearAlgebra, "Solution x of the linear equations a x = b with a square matrix a, as a column.",
        [
            .matrix("a", "the square matrix of the coefficients", isSquare: true),
            .matrix("b", "the right-hand side: a list, or a matrix with a column for each"),
        ],
        examples: ["lusolve([[2, 1], [1, 3]], [3, 5])": "[[4/5], [7/5]]"]
    ) { arguments, context throws(Fault) in
        let (rows, right) = (try arguments.matrix(0), try arguments.matrix(1))
        guard rows.count == right.count else {
            throw Fault(
                .dimensionMismatch, parameter: "b",
                "The matrix has \(rows.count) rows and the right-hand side \(right.count): give as many")
        }
        return .matrix(
            try Inversion.solution(
                rows, right, context, parameter: "a", singular: "The equations have no single solution"))
    }

    static let rank = MathOperation(
        "rank", .linearAlgebra, "Rank of a matrix: how many of its rows are linearly independent.", [anyMatrix],
        examples: ["rank([[1, 2], [2, 4]])": "1"]
    ) { arguments, context throws(Fault) in .integer(try Echelon(try arguments.matrix(0), context).rank) }

    static let rref = MathOperation(
        "rref", .linearAlgebra, "Reduced row echelon form of a matrix.", [anyMatrix],
        examples: ["rref([[1, 2, 3], [4, 5, 6]])": "[[1, 0, -1], [0, 1, 2]]"]
    ) { arguments, context throws(Fault) in .matrix(try Echelon(try arguments.matrix(0), context).rows) }

    static let nullspace = MathOperation(
        "nullspace", .linearAlgebra,
        "Vectors that span the solutions x of a x = 0; an empty list when 0 is the only one.", [anyMatrix],
        examples: ["nullspace([[1, 2, 3], [4, 5, 6]])": "[[1, -2, 1]]", "nullspace([[1, 2], [3, 4]])": "[]"]
    ) { arguments, context throws(Fault) in
        .matrix(try Echelon(try arguments.matrix(0), context).nullspace)
    }

    static let lu = triangular("lu")
    static let lup = triangular("lup")

    static let qr = MathOperation(
        "qr", .linearAlgebra,
        "QR decomposition as the list [Q, R]: the columns of Q have length 1 and are orthogonal, R is upper triangular.",
        [.matrix("x", "a matrix", maximumSize: 20)],
        examples: ["qr([[3, 1], [4, 2]])": "[[[3/5, -4/5], [4/5, 3/5]], [[5, 11/5], [0, 2/5]]]"]
    ) { arguments, context throws(Fault) in
        var rows = try arguments.matrix(0)
        if let fractions = NumberMatrix.fractions(rows) {
            try MatrixLimits.check(fractions, budget: MatrixLimits.inversion)
        } else {
            rows = try NumberMatrix.decidable(rows, context)
        }
        let result = try Orthogonalisation(rows, context)
        return .list([.matrix(result.q), .matrix(result.r)])
    }

    private static func triangular(_ name: String) -> MathOperation {
        MathOperation(
            name, .linearAlgebra,
            "LU decomposition as the list [L, U, p]: row i of L U is row p[i] of the matrix, rows counted from 0 in p.",
            [.matrix("x", "a matrix", maximumSize: 50)],
            examples: ["\(name)([[1, 2], [3, 4]])": "[[[1, 0], [1/3, 1]], [[3, 4], [0, 2/3]], [1, 0]]"]
        ) { arguments, context throws(Fault) in
            let result = try TriangularFactors(try arguments.matrix(0), context)
            return .list([
                .matrix(result.lower), .matrix(result.upper), .list(result.permutation.map { .integer($0) }),
            ])
        }
    }

    private static let anyMatrix = Parameter.matrix("x", "a matrix")
}
