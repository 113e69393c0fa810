import Numbers

extension MathOperation {
    static let identity = MathOperation(
        "identity", .linearAlgebra, "Matrix with ones on its diagonal and zeros elsewhere.",
        [rowCount("how many rows"), columnCount("how many columns; as many as rows when left out")],
        traits: .init(form: .sizes),
        examples: ["identity(2)": "[[1, 0], [0, 1]]", "identity(2, 3)": "[[1, 0, 0], [0, 1, 0]]"]
    ) { arguments, _ throws(Fault) in
        let rows = try arguments.int(0)
        let columns = arguments.has(1) ? try arguments.int(1) : rows
        return .matrix(Matrices.made(rows, columns, on: 1, off: 0))
    }

    static let zeros = filled(
        "zeros", with: 0, "Matrix of zeros, or a list of them when only one size is given.",
        examples: ["zeros(2, 3)": "[[0, 0, 0], [0, 0, 0]]", "zeros(3)": "[0, 0, 0]"])

    static let ones = filled(
        "ones", with: 1, "Matrix of ones, or a list of them when only one size is given.",
        examples: ["ones(2, 3)": "[[1, 1, 1], [1, 1, 1]]", "ones(3)": "[1, 1, 1]"])

    static let diag = MathOperation(
        "diag", .linearAlgebra, "Square matrix with a list on its diagonal, or the list on the diagonal of a matrix.",
        [
            .any("x", "a list, or a matrix"),
            .integer(
                "k", "which diagonal: 0 is the main one, 1 the one above it", minimum: -99, maximum: 99, default: "0"),
        ],
        examples: [
            "diag([1, 2])": "[[1, 0], [0, 2]]", "diag([[1, 2], [3, 4]])": "[1, 4]",
            "diag([[1, 2], [3, 4]], 1)": "[2]",
        ]
    ) { arguments, _ throws(Fault) in try Matrices.diagonal(try arguments.value(0), try arguments.int(1)) }

    static let size = MathOperation(
        "size", .linearAlgebra, "How many rows and columns a matrix has, or how many elements a list or a text has.",
        [.any("x", "a matrix, a list, or a text")],
        examples: ["size([[1, 2, 3], [4, 5, 6]])": "[2, 3]", "size([7, 8, 9])": "[3]", "size(5)": "[]"]
    ) { arguments, _ throws(Fault) in Matrices.size(of: try arguments.value(0)) }

    static let concat = MathOperation(
        "concat", .linearAlgebra, "Two lists, matrices or texts joined, one after the other.",
        [
            .any("a", "the first list, matrix or text"), .any("b", "the second one, of the same kind"),
            .integer(
                "dimension", "1 puts matrices below each other, 2 side by side as when it is left out", minimum: 1,
                maximum: 2, isRequired: false),
        ],
        traits: .init(form: .joining),
        examples: [
            "concat([1, 2], [3])": "[1, 2, 3]", "concat([[1, 2]], [[3, 4]])": "[[1, 2, 3, 4]]",
            "concat([[1, 2]], [[3, 4]], 1)": "[[1, 2], [3, 4]]",
        ]
    ) { arguments, _ throws(Fault) in
        try Matrices.joined(
            try arguments.value(0), try arguments.value(1), dimension: arguments.has(2) ? try arguments.int(2) : nil)
    }

    private static func filled(
        _ name: String, with element: Int, _ summary: String, examples: KeyValuePairs<String, String>
    ) -> MathOperation {
        MathOperation(
            name, .linearAlgebra, summary,
            [rowCount("how many rows, or elements"), columnCount("how many columns; a list when left out")],
            traits: .init(form: .sizes), examples: examples
        ) { arguments, _ throws(Fault) in
            let rows = try arguments.int(0)
            guard arguments.has(1) else { return .list([Value](repeating: .integer(element), count: rows)) }
            return .matrix(Matrices.made(rows, try arguments.int(1), on: element, off: element))
        }
    }

    private static func rowCount(_ summary: String) -> Parameter {
        .integer("rows", summary, minimum: 1, maximum: 100)
    }

    private static func columnCount(_ summary: String) -> Parameter {
        .integer("columns", summary, minimum: 1, maximum: 100, isRequired: false)
    }
}
