import Numbers

/// Linear equations whose matrix is triangular.
extension MathOperation {
    static let lsolve = triangular(
        "lsolve", "lower", examples: ["lsolve([[2, 0], [1, 3]], [4, 5])": "[[2], [1]]"]
    ) { row, column in column <= row }

    static let usolve = triangular(
        "usolve", "upper", examples: ["usolve([[2, 1], [0, 3]], [5, 3])": "[[2], [1]]"]
    ) { row, column in column >= row }

    private static func triangular(
        _ name: String, _ part: String, examples: KeyValuePairs<String, String>,
        _ belongs: @escaping @Sendable (Int, Int) -> Bool
    ) -> MathOperation {
        MathOperation(
            name, .linearAlgebra,
            "Solution x of the linear equations a x = b, of a the \(part) triangle only, as a column.",
            [
                .matrix("a", "the square matrix of the coefficients", isSquare: true),
                .matrix("b", "the right-hand side: a list, or a matrix with a column for each"),
            ],
            examples: examples
        ) { arguments, context throws(Fault) in
            let rows = try arguments.matrix(0).enumerated().map { row, elements in
                elements.enumerated().map { column, element in belongs(row, column) ? element : Number(0) }
            }
            return try lusolve.function(Arguments(values: [.matrix(rows), try arguments.value(1)]), context)
        }
    }
}
