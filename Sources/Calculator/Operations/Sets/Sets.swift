import Numbers

/// As in mathjs, an element that stands several times in a list counts as several, and results are sorted.
extension MathOperation {
    static let setUnion = pair(
        "setUnion", "The elements that are in at least one of two sets.",
        examples: ["setUnion([1, 2, 3, 4], [3, 4, 5, 6])": "[1, 2, 3, 4, 5, 6]"]
    ) { Swift.max($0, $1) }

    static let setIntersect = pair(
        "setIntersect", "The elements that are in both of two sets.",
        examples: ["setIntersect([1, 2, 3, 4], [3, 4, 5, 6])": "[3, 4]"]
    ) { Swift.min($0, $1) }

    static let setDifference = pair(
        "setDifference", "The elements of the first set that are not in the second.",
        examples: ["setDifference([1, 2, 3, 4], [3, 4, 5, 6])": "[1, 2]"]
    ) { $0 - $1 }

    static let setSymDifference = pair(
        "setSymDifference", "The elements that are in just one of two sets.",
        examples: ["setSymDifference([1, 2, 3, 4], [3, 4, 5, 6])": "[1, 2, 5, 6]"]
    ) { Swift.abs($0 - $1) }

    static let setIsSubset = MathOperation(
        "setIsSubset", .sets, "Tells whether every element of the first set is in the second.", both,
        examples: ["setIsSubset([1, 2], [3, 2, 1])": "true", "setIsSubset([1, 7], [3, 2, 1])": "false"]
    ) { arguments, context throws(Fault) in
        let (a, b) = (try set(arguments, 0, context), try set(arguments, 1, context))
        return .boolean(try a.merged(with: b, context) { $0 - $1 }.isEmpty)
    }

    static let setSize = MathOperation(
        "setSize", .sets, "How many elements a set has.",
        [one, .choice("unique", "whether equal elements count once", ["true", "false"], default: "false")],
        examples: ["setSize([1, 2, 2, 4])": "4", "setSize([1, 2, 2, 4], \"true\")": "3"]
    ) { arguments, context throws(Fault) in
        let set = try set(arguments, 0, context)
        return .integer(try arguments.word(1) == "true" ? set.counts.count : set.elements.count)
    }

    static let setDistinct = MathOperation(
        "setDistinct", .sets, "The elements of a list, each once.", [one],
        examples: ["setDistinct([3, 1, 2, 3, 6/2])": "[1, 2, 3]"]
    ) { arguments, context throws(Fault) in .list(try set(arguments, 0, context).counts.map(\.element)) }

    static let setMultiplicity = MathOperation(
        "setMultiplicity", .sets, "How often a value stands in a list.",
        [.any("a", "the value"), .list("set", "the list", of: .list, count: 0...Limits.listElements)],
        examples: ["setMultiplicity(1/2, [1, 0.5, 0.5])": "2"]
    ) { arguments, context throws(Fault) in
        let value = try arguments.value(0)
        var count = 0
        for element in Value.list(try arguments.list(1)).flattened where try element.order(value, context) == 0 {
            count += 1
        }
        return .integer(count)
    }

    static let setCartesian = MathOperation(
        "setCartesian", .sets, "All pairs of an element of the first set and one of the second.", both,
        examples: ["setCartesian([1, 2], [3, 4])": "[[1, 3], [1, 4], [2, 3], [2, 4]]"]
    ) { arguments, context throws(Fault) in
        let (a, b) = (try set(arguments, 0, context).elements, try set(arguments, 1, context).elements)
        guard a.count * b.count <= Limits.listElements else { throw tooMany }
        return .list(a.flatMap { x in b.map { y in .list([x, y]) } })
    }

    static let setPowerset = MathOperation(
        "setPowerset", .sets, "All subsets of a set, the smaller ones first.", [one],
        examples: ["setPowerset([1, 2, 3])": "[[], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]"]
    ) { arguments, context throws(Fault) in
        let elements = try set(arguments, 0, context).elements
        guard elements.count <= 13 else { throw tooMany }
        let choices = (0..<(1 << elements.count)).sorted {
            ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
        }
        return .list(
            choices.map { choice in
                .list(elements.indices.filter { choice >> $0 & 1 == 1 }.map { elements[$0] })
            })
    }

    private static let one = Parameter.list("a", "the set, as a list", of: .list, count: 0...Limits.listElements)
    private static let both = [
        Parameter.list("a", "the first set, as a list", of: .list, count: 0...Limits.listElements),
        Parameter.list("b", "the second set, as a list", of: .list, count: 0...Limits.listElements),
    ]
    private static let tooMany = Fault(
        .tooLarge, parameter: "a", "The result would have more than \(Limits.listElements) elements: use smaller sets")

    private static func set(
        _ arguments: Arguments, _ index: Int, _ context: EvaluationContext
    ) throws(Fault) -> Multiset {
        try Multiset(.list(try arguments.list(index)), context)
    }

    private static func pair(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>,
        _ count: @escaping @Sendable (Int, Int) -> Int
    ) -> MathOperation {
        MathOperation(name, .sets, summary, both, examples: examples) { arguments, context throws(Fault) in
            let (a, b) = (try set(arguments, 0, context), try set(arguments, 1, context))
            return .list(try a.merged(with: b, context, count))
        }
    }
}
