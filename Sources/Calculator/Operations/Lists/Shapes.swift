import Numbers

extension MathOperation {
    static let flatten = MathOperation(
        "flatten", .lists, "All elements of a list and of the lists inside it, as one list.", [list("x", "the list")],
        examples: ["flatten([[1, 2], [3, 4]])": "[1, 2, 3, 4]"]
    ) { arguments, _ throws(Fault) in .list(Value.list(try arguments.list(0)).flattened) }

    static let squeeze = MathOperation(
        "squeeze", .lists, "The list without the dimensions that have only one element.", [list("x", "the list")],
        examples: ["squeeze([[[1, 2, 3]]])": "[1, 2, 3]", "squeeze([[1], [2]])": "[1, 2]", "squeeze([[5]])": "5"]
    ) { arguments, _ throws(Fault) in squeezed(.list(try arguments.list(0))) }

    static let count = MathOperation(
        "count", .lists, "How many elements a list or matrix has, or how many characters a text.",
        [.any("x", "the list or text")], traits: .init(synonyms: ["len", "length"]),
        examples: ["count([[1, 2, 3], [4, 5, 6]])": "6", "count(\"abc\")": "3"]
    ) { arguments, _ throws(Fault) in
        if case .string(let text, _) = try arguments.value(0) { return .integer(text.count) }
        return .integer(try arguments.value(0).flattened.count)
    }

    static let reshape = MathOperation(
        "reshape", .lists, "The elements of a list in their order, as a list or matrix of another size.",
        [
            list("x", "the list"),
            .list(
                "sizes", "the new size in each dimension; one may be -1, which stands for what is left", of: .integers,
                count: 1...10),
        ],
        examples: [
            "reshape([1, 2, 3, 4, 5, 6], [2, 3])": "[[1, 2, 3], [4, 5, 6]]",
            "reshape([[1, 2], [3, 4]], [-1])": "[1, 2, 3, 4]",
        ]
    ) { arguments, _ throws(Fault) in
        let elements = Value.list(try arguments.list(0)).flattened
        let sizes = try completed(try arguments.integers(1), count: elements.count)
        return shaped(elements[...], sizes[...])
    }

    static let range = MathOperation(
        "range", .lists, "The numbers from start to end in equal steps, the end left out.",
        [
            .real("start", "the first number"), .real("end", "where to stop"),
            .real("step", "the step, not 0", default: "1"),
            .choice("includeEnd", "whether the end belongs to the list", ["true", "false"], default: "false"),
        ],
        traits: .init(
            form: .otherwise { range, arguments, context throws(Fault) in
                // `range(1, 5, true)`
                guard arguments.count == 3, case .boolean = arguments[2] else { return nil }
                return try range.call([arguments[0], arguments[1], .integer(1), arguments[2]], [], context)
            }),
        examples: [
            "range(2, 6)": "[2, 3, 4, 5]", "range(2, -3, -1)": "[2, 1, 0, -1, -2]",
            "range(0, 1, 1/4, \"true\")": "[0, 1/4, 1/2, 3/4, 1]",
        ]
    ) { arguments, context throws(Fault) in
        let (start, end) = (try arguments.number(0), try arguments.number(1))
        let step = try arguments.number(2)
        let includesEnd = try arguments.word(3) == "true"
        let direction = try step.sign(context)
        guard direction != 0 else { throw Fault(.domain, parameter: "step", "Give a step other than 0") }
        var numbers: [Value] = []
        while true {
            let next = try start.adding(try step.multiplied(by: Number(numbers.count), context), context)
            let side = try next.compare(end, context) * direction
            if side > 0 || side == 0 && !includesEnd { return .list(numbers) }
            guard numbers.count < Limits.listElements else {
                throw Fault(
                    .tooLarge, parameter: "end",
                    "The list would have more than \(Limits.listElements) elements: use a larger step")
            }
            numbers.append(.number(next))
        }
    }

    private static func squeezed(_ value: Value) -> Value {
        guard case .list(let elements) = value else { return value }
        let inner = elements.map(squeezed)
        return inner.count == 1 ? inner[0] : .list(inner)
    }

    /// The sizes with -1 replaced by what is left.
    private static func completed(_ sizes: [Integer], count: Int) throws(Fault) -> [Int] {
        var product = 1
        var result: [Int] = []
        for size in sizes {
            guard let size = size.asInt, size == -1 || (0...Limits.listElements).contains(size) else {
                throw misfit(count)
            }
            result.append(size)
            if size >= 0 { product = Swift.min(product * size, Limits.listElements + 1) }
        }
        if let open = result.firstIndex(of: -1) {
            guard product > 0, count % product == 0 else { throw misfit(count) }
            result[open] = count / product
            product *= result[open]
        }
        guard product == count, !result.contains(-1) else { throw misfit(count) }
        return result
    }

    private static func misfit(_ count: Int) -> Fault {
        Fault(.dimensionMismatch, parameter: "sizes", "Give sizes whose product is \(count), the number of elements")
    }

    private static func shaped(_ elements: ArraySlice<Value>, _ sizes: ArraySlice<Int>) -> Value {
        guard let size = sizes.first, sizes.count > 1 else { return .list(Array(elements)) }
        let part = size == 0 ? 0 : elements.count / size
        return .list(
            (0..<size).map { index in
                let start = elements.startIndex + index * part
                return shaped(elements[start..<(start + part)], sizes.dropFirst())
            })
    }
}
