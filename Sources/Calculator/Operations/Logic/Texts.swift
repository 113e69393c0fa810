/// Comparisons of texts, and of values of any kind.
extension MathOperation {
    static let equalText = MathOperation(
        "equalText", .logic, "Tells whether two texts are the same, capitals and small letters apart.",
        [.any("a", first), .any("b", second)],
        examples: ["equalText(\"Hello\", \"hello\")": "false", "equalText([\"a\", \"b\"], \"a\")": "[true, false]"]
    ) { arguments, _ throws(Fault) in
        try texts(arguments, "equalText") { a, b in .boolean(a == b) }
    }

    static let compareText = MathOperation(
        "compareText", .logic, "The order of two texts, character by character: -1, 0 or 1.",
        [.any("a", first), .any("b", second)],
        examples: ["compareText(\"A\", \"B\")": "-1", "compareText(\"10\", \"2\")": "-1"]
    ) { arguments, _ throws(Fault) in
        try texts(arguments, "compareText") { a, b in
            let (left, right) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
            return .integer(left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1)
        }
    }

    static let compareNatural = MathOperation(
        "compareNatural", .logic,
        "The order of two values of any kind: -1, 0 or 1; lists by their elements in turn, numbers in texts by size.",
        [.any("a", "the first value"), .any("b", "the second value")],
        examples: [
            "compareNatural(2, 10)": "-1", "compareNatural(\"item 10\", \"item 2\")": "1",
            "compareNatural([1, 2], [1, 3])": "-1",
        ]
    ) { arguments, context throws(Fault) in
        let (a, b) = (try arguments.value(0), try arguments.value(1))
        if case .string(let x, _) = a, case .string(let y, _) = b { return .integer(NaturalOrder.compare(x, y)) }
        return .integer(try a.order(b, context))
    }

    private static let first = "the first text, or a list of such"
    private static let second = "the second text, or a list of such"

    private static func texts(
        _ arguments: Arguments, _ name: String, _ compare: (String, String) -> Value
    ) throws(Fault) -> Value {
        try Broadcasting.combine(try arguments.value(0), try arguments.value(1), name) { a, b throws(Fault) in
            guard case .string(let x, _) = a, case .string(let y, _) = b else {
                throw Fault(.textExpected, "\(name) takes texts, such as \"abc\", not \(a.kind) and \(b.kind)")
            }
            return compare(x, y)
        }
    }
}

/// The order in which a person sorts names: runs of digits by the number they are.
enum NaturalOrder {
    /// -1, 0 or 1.
    static func compare(_ a: String, _ b: String) -> Int {
        let (left, right) = (parts(a), parts(b))
        for (x, y) in zip(left, right) where x != y {
            if let m = number(x), let n = number(y), m != n { return precedes(m, n) ? -1 : 1 }
            return x.lexicographicallyPrecedes(y) ? -1 : 1
        }
        return (left.count - right.count).signum()
    }

    /// The text cut where digits begin or end.
    private static func parts(_ text: String) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = []
        for scalar in text.unicodeScalars {
            if let last = parts.last?.last, isDigit(last) == isDigit(scalar) {
                parts[parts.count - 1].append(scalar)
            } else {
                parts.append([scalar])
            }
        }
        return parts
    }

    /// The digits without zeros before them; nil for anything else.
    private static func number(_ part: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let first = part.first, isDigit(first) else { return nil }
        return Array(part.drop { $0 == "0" })
    }

    private static func precedes(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
