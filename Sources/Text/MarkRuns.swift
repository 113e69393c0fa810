extension String {
    /// How many combining marks may follow one another: what Unicode calls stream-safe (UAX #15, section 13). No writing
    /// needs as many, and to put more of them in their canonical order takes time that grows with their square.
    public static let marksInARow = 30

    /// Where, counted in scalars, more combining marks begin to follow one another than any writing needs; nil where
    /// that is nowhere.
    public var overlongMarkRun: Int? {
        // The first combining mark is U+0300, in UTF-8 0xCC 0x80.
        guard utf8.contains(where: { $0 >= 0xCC }) else { return nil }
        var run = 0
        for (place, scalar) in unicodeScalars.enumerated() {
            run = scalar.isReordered ? run + 1 : 0
            if run > Self.marksInARow { return place - Self.marksInARow }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Whether canonical order moves it, or a part of it.
    fileprivate var isReordered: Bool {
        guard value >= 0x300 else { return false }
        switch value {
        // Signs of Tibetan that count as starters and are made of two marks.
        case 0x0F73, 0x0F75, 0x0F81: return true
        default: return properties.canonicalCombiningClass != .notReordered
        }
    }
}
