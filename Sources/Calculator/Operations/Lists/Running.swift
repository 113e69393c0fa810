import Numbers

extension MathOperation {
    static let cumsum = MathOperation(
        "cumsum", .lists, "The sums of the first elements of a list: of one, of two, of all.",
        [.list("values", "numbers")], traits: .init(form: .list), examples: ["cumsum([1, 2, 3, 4])": "[1, 3, 6, 10]"]
    ) { arguments, context throws(Fault) in
        var sum = Number(0)
        var sums: [Value] = []
        for number in try arguments.numbers(0) {
            sum = try sum.adding(number, context)
            try context.checkDeadline()
            sums.append(.number(sum))
        }
        return .list(sums)
    }

    static let diff = MathOperation(
        "diff", .lists, "The differences between each element of a list and the one before it.",
        [.list("values", "numbers")], traits: .init(form: .list), examples: ["diff([1, 2, 4, 7, 0])": "[1, 2, 3, -7]"]
    ) { arguments, context throws(Fault) in
        let numbers = try arguments.numbers(0)
        var differences: [Value] = []
        for (a, b) in zip(numbers, numbers.dropFirst()) { differences.append(.number(try b.subtracting(a, context))) }
        return .list(differences)
    }

    static let partitionSelect = MathOperation(
        "partitionSelect", .lists, "The element at place k, counted from 0, when the list is in order.",
        [
            .list("x", "numbers"), .integer("k", "the place", minimum: 0, maximum: Limits.listElements - 1),
            .choice("compare", "the order", ["asc", "desc"], default: "asc"),
        ],
        examples: ["partitionSelect([5, 10, 1], 2)": "10", "partitionSelect([5, 10, 1], 0, \"desc\")": "10"]
    ) { arguments, context throws(Fault) in
        let sorted = try Ordering.sorted(try arguments.numbers(0), context)
        let k = try arguments.int(1)
        guard k < sorted.count else {
            throw Fault(.indexOutOfRange, parameter: "k", "Give a place from 0 to \(sorted.count - 1)")
        }
        return .number(try arguments.word(2) == "asc" ? sorted[k] : sorted[sorted.count - 1 - k])
    }
}
