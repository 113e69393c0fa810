extension String {
    /// The text, or as many of its first bytes as the limit allows; never a part of a character's bytes.
    ///
    /// By bytes, since one character can be a megabyte of combining marks.
    public func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(startIndex, offsetBy: max(0, limit))
        // A byte 10xxxxxx continues a scalar: the cut moves to where that one begins.
        while end > startIndex, utf8[end] & 0b1100_0000 == 0b1000_0000 { end = utf8.index(before: end) }
        return String(self[..<end])
    }

    /// The text as a fault shows it: at most 100 scalars, with a sign for what is missing.
    public var shown: String {
        guard utf8.count > 100, unicodeScalars.count > 100 else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(99))) + "…"
    }
}
