import Numbers

/// Parts of matrices, and matrices of another size.
extension MathOperation {
    static let row = MathOperation(
        "row", .linearAlgebra, "A row of a matrix, as a matrix of one row.", [anyMatrix, place("row")],
        examples: ["row([[1, 2], [3, 4]], 2)": "[[3, 4]]"]
    ) { arguments, _ throws(Fault) in
        let rows = try arguments.matrix(0)
        return .matrix([rows[try index(arguments, of: rows.count, "row")]])
    }

    static let column = MathOperation(
        "column", .linearAlgebra, "A column of a matrix, as a matrix of one column.", [anyMatrix, place("column")],
        examples: ["column([[1, 2], [3, 4]], 2)": "[[2], [4]]"]
    ) { arguments, _ throws(Fault) in
        let rows = try arguments.matrix(0)
        let index = try index(arguments, of: rows[0].count, "column")
        return .matrix(rows.map { [$0[index]] })
    }

    static let resize = MathOperation(
        "resize", .linearAlgebra, "A list, matrix or text cut to another size, or filled up to it.",
        [
            .any("x", "a list, a matrix, a number, or a text"),
            .list("size", "how many elements, or how many rows and columns", of: .integers, count: 1...2),
            .any("defaultValue", "what it is filled up with; 0 when left out, a text with blanks", isRequired: false),
        ],
        examples: [
            "resize([1, 2, 3, 4], [2])": "[1, 2]", "resize([1, 2], [3])": "[1, 2, 0]",
            "resize([[1, 2], [3, 4]], [2, 3], 7)": "[[1, 2, 7], [3, 4, 7]]", "resize(5, [2])": "[5, 0]",
            "resize(\"hello\", [8], \"!\")": "\"hello!!!\"",
        ]
    ) { arguments, _ throws(Fault) in
        var sizes: [Int] = []
        for size in try arguments.integers(1) {
            guard let size = size.asInt, (0...Limits.listElements).contains(size) else { throw tooLong }
            sizes.append(size)
        }
        guard sizes.reduce(1, *) <= Limits.listElements else { throw tooLong }
        if case .string(let text, _) = try arguments.value(0) {
            return .string(try resized(text, sizes, arguments.has(2) ? try arguments.value(2) : .string(" ")))
        }
        let filler = arguments.has(2) ? try arguments.value(2) : .integer(0)
        return try resized(try arguments.value(0), sizes[...], filler)
    }

    private static func resized(_ text: String, _ sizes: [Int], _ filler: Value) throws(Fault) -> String {
        guard sizes.count == 1 else {
            throw Fault(.dimensionMismatch, parameter: "size", "Give one size for a text, its number of characters")
        }
        guard case .string(let character, _) = filler, character.unicodeScalars.count == 1 else {
            throw Fault(
                .textExpected, parameter: "defaultValue", "A text is filled up with one character, such as \" \"")
        }
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(sizes[0])))
        return kept + String(repeating: character, count: sizes[0] - kept.unicodeScalars.count)
    }

    private static let anyMatrix = Parameter.matrix("x", "a matrix")

    private static func place(_ what: String) -> Parameter {
        .integer("index", "which \(what), counted from 1", minimum: 1, maximum: 100)
    }

    private static func index(_ arguments: Arguments, of count: Int, _ what: String) throws(Fault) -> Int {
        let place = try arguments.int(1)
        guard place <= count else {
            throw Fault(.indexOutOfRange, parameter: "index", "Give a \(what) from 1 to \(count)")
        }
        return place - 1
    }

    private static let tooLong = Fault(
        .tooLarge, parameter: "size", "Give whole numbers from 0 on, at most \(Limits.listElements) elements in all")

    private static func resized(_ value: Value, _ sizes: ArraySlice<Int>, _ filler: Value) throws(Fault) -> Value {
        guard let size = sizes.first else {
            if case .list = value {
                throw Fault(.dimensionMismatch, parameter: "size", "Give two sizes for a matrix, its rows and columns")
            }
            return value
        }
        var elements = value.asList ?? [value]
        if sizes.count > 1, case .list = elements.first {} else if sizes.count > 1 { elements = [.list(elements)] }
        var result: [Value] = []
        for index in 0..<size {
            let element = index < elements.count ? elements[index] : sizes.count > 1 ? .list([]) : filler
            result.append(try resized(element, sizes.dropFirst(), filler))
        }
        return .list(result)
    }
}
