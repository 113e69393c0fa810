import Text

/// Finds the name that was probably meant.
enum Spelling {
    /// The nearest of `names`, when it is near enough: another case, at most two slips, or the only one not yet given.
    static func nearest(to name: String, among names: [String], given: [String]) -> String? {
        guard name.utf8.count <= 40 else { return nil }
        let left = names.filter { !given.contains(where: $0.isExactly) }
        if let same = left.first(where: { $0.lowercased() == name.lowercased() }) { return same }
        let near = left.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
        if let near, near.1 <= 2, near.1 < near.0.utf8.count { return near.0 }
        return left.count == 1 && name.utf8.count == 1 && left[0].utf8.count == 1 ? left[0] : nil
    }

    /// Levenshtein's distance: insertions, deletions and replacements.
    static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (i, byte) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, candidate) in other.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == candidate ? 0 : 1))
                diagonal = above
            }
        }
        return row[other.count]
    }
}
