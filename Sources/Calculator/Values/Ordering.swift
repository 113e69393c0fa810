import Numbers

/// Puts numbers in order of size, by comparisons that are certain.
enum Ordering {
    /// The numbers from the least to the greatest, equal ones in the order they had (merge sort: a comparison may throw).
    static func sorted(_ numbers: [Number], _ context: EvaluationContext) throws(Fault) -> [Number] {
        try sorted(numbers) { a, b throws(Fault) in try a.isLess(than: b, context) }
    }

    /// The same for any elements and any order.
    static func sorted<Element>(
        _ elements: [Element], by isLess: (Element, Element) throws(Fault) -> Bool
    ) throws(Fault) -> [Element] {
        if elements.count < 2 { return elements }
        let left = try sorted(Array(elements[..<(elements.count / 2)]), by: isLess)
        let right = try sorted(Array(elements[(elements.count / 2)...]), by: isLess)
        var merged: [Element] = []
        merged.reserveCapacity(elements.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if try isLess(right[j], left[i]) {
                merged.append(right[j])
                j += 1
            } else {
                merged.append(left[i])
                i += 1
            }
        }
        return merged + left[i...] + right[j...]
    }
}
