/// A sorted list as a set, in which an element may stand more than once.
struct Multiset {
    /// Each element once, in order, and how often it stands there.
    let counts: [(element: Value, count: Int)]

    /// The elements of a list and of all lists inside.
    init(_ value: Value, _ context: EvaluationContext) throws(Fault) {
        let elements = value.flattened
        guard elements.count <= Limits.listElements else {
            throw Fault(.tooLong, "Give at most \(Limits.listElements) elements")
        }
        let sorted = try Ordering.sorted(elements) { a, b throws(Fault) in try a.order(b, context) < 0 }
        var counts: [(element: Value, count: Int)] = []
        for element in sorted {
            if let last = counts.last, try last.element.order(element, context) == 0 {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((element, 1))
            }
        }
        self.counts = counts
    }

    /// Every element as often as it stands there.
    var elements: [Value] { counts.flatMap { Array(repeating: $0.element, count: $0.count) } }

    /// Walks through both sets in order: for each element, how often it stands in the one and in the other, and from
    /// that how often in the result.
    func merged(
        with other: Multiset, _ context: EvaluationContext, _ count: (Int, Int) -> Int
    ) throws(Fault) -> [Value] {
        var result: [Value] = []
        var (i, j) = (0, 0)
        while i < counts.count || j < other.counts.count {
            let order =
                i == counts.count
                ? 1 : j == other.counts.count ? -1 : try counts[i].element.order(other.counts[j].element, context)
            let element = order <= 0 ? counts[i].element : other.counts[j].element
            let times = count(order <= 0 ? counts[i].count : 0, order >= 0 ? other.counts[j].count : 0)
            result.append(contentsOf: repeatElement(element, count: Swift.max(times, 0)))
            if order <= 0 { i += 1 }
            if order >= 0 { j += 1 }
        }
        return result
    }
}
