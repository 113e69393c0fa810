/// The identity of an event: a UUID of version 7 (RFC 9562, section 5.7), strictly increasing within the process.
public struct EventID: Sendable, Hashable {
    /// The 128 bits, most significant half first: 48 bits of milliseconds since 1970, version, 12 bits of counter.
    public let high: UInt64
    /// The variant, 30 bits of counter and 32 random bits.
    public let low: UInt64

    private static let generator = Generator()

    /// An identity greater than every one this process has made before.
    public static func next() -> EventID {
        generator.next()
    }

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Parameter bytes: the 16 bytes of a UUID in network order; nil for another count.
    public init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
}

extension EventID: Comparable {
    /// The order in which identities were made.
    public static func < (left: EventID, right: EventID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension EventID: CustomStringConvertible, LosslessStringConvertible {
    /// The text form: `01936f0e-…`, lower case, 36 characters.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                let half = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (index & 15))) & 15
                text[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
                position += 1
            }
            return position
        }
    }

    /// - Parameter description: any UUID in its text form of 36 characters, letters in either case; nil otherwise.
    public init?(_ description: String) {
        let text = Array(description.utf8)
        guard text.count == 36 else { return nil }
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        var digits = 0
        for (position, character) in text.enumerated() {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Character(Unicode.Scalar(character)).hexDigitValue, character < 128 else { return nil }
            if digits < 16 {
                halves.high = halves.high << 4 | UInt64(digit)
            } else {
                halves.low = halves.low << 4 | UInt64(digit)
            }
            digits += 1
        }
        (high, low) = halves
    }
}
