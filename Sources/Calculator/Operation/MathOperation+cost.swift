extension MathOperation {
    /// Whether the answer, or the refusal, is certain to come within about 100 µs, so that it may be had at once;
    /// anything else belongs on a thread where it holds up nobody.
    public func isQuick(_ input: [(name: String, value: RawArgument)], precision: Int) -> Bool {
        guard precision <= 100, input.count <= 4 else { return false }
        for (_, value) in input {
            guard case .text(let text) = value, isQuick(text) else { return false }
        }
        return true
    }

    /// Short, and no exponent that makes a long number of a short text.
    private func isQuick(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count <= cost.quickCharacters, bytes.allSatisfy(Self.isNumeral) else { return false }
            let exponent = bytes.lastIndex { $0 | 0x20 == UInt8(ascii: "e") }
            guard let exponent else { return true }
            return cost.quickCharacters >= Cost.light.quickCharacters && bytes.count - exponent <= 4
        }
    }

    /// Whether the byte belongs to a plain number: anything else may be an expression of any cost.
    private static func isNumeral(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
        default: false
        }
    }
}
