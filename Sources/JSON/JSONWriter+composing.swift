extension JSONWriter {
    /// Writes a list of texts.
    public mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    /// Writes a text, or `null`.
    public mutating func optional(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes a number, or `null`.
    public mutating func optional(_ value: Int?) {
        if let value { number(value) } else { null() }
    }
}
