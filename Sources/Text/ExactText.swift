/// A text that is the same as another when it has the same bytes.
///
/// `String` takes the two spellings of `é` for one, and has to normalise both to find out, to compare them and to hash
/// them: a letter under so many marks costs it time that grows with their square. Text from outside is compared, and
/// looked up, as one of these.
public struct ExactText: Hashable, Sendable {
    /// The text itself.
    public let text: String

    /// The text by its bytes.
    @inlinable public init(_ text: String) {
        self.text = text
    }

    /// Whether both have the same bytes.
    @inlinable public static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.isExactly(right.text)
    }

    /// Hashes the bytes.
    @inlinable public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension StringProtocol {
    /// Whether both have the same bytes: `==` for text from outside.
    @inlinable public func isExactly(_ other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    /// The same, a capital of ASCII for its small letter: for names that protocols define.
    ///
    /// - Parameter name: in small letters.
    @inlinable public func isCaselessly(_ name: some StringProtocol) -> Bool {
        utf8.count == name.utf8.count && utf8.elementsEqual(name.utf8) { $0.lowercasedASCII == $1 }
    }

    /// Whether the bytes of the other stand somewhere in this one.
    public func containsExactly(_ other: some StringProtocol) -> Bool {
        let wanted = Array(other.utf8)
        guard let first = wanted.first else { return true }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

extension UInt8 {
    /// The small letter of a capital of ASCII, anything else as it is.
    @inlinable public var lowercasedASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
