internal import CFlint

extension Integer {
    /// Reads decimal digits with an optional sign; nil for anything else, and for more than
    /// `NumberLimits.maximumTextDigits` digits.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = bytes.dropFirst(isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0)
        guard !digits.isEmpty, digits.count <= NumberLimits.maximumTextDigits, digits.allSatisfy({ $0 &- 48 < 10 })
        else {
            return nil
        }
        let magnitude = Integer(decimalDigits: digits)
        self = isNegative ? -magnitude : magnitude
    }

    /// The value of ASCII digits, which the caller has checked to be nothing else and not none.
    init(decimalDigits digits: some Collection<UInt8>) {
        if digits.count <= 18 {
            self.init(digits.reduce(0) { $0 * 10 + Int($1 &- 48) })
            return
        }
        self = Integer.made { result in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: digits.count + 1) { buffer in
                for (index, digit) in digits.enumerated() { buffer[index] = CChar(digit) }
                buffer[digits.count] = 0
                _ = fmpz_set_str(result, buffer.baseAddress, 10)
            }
        }
    }

    /// The ASCII digits of the absolute value.
    var decimalDigits: [UInt8] {
        if case .small(let value) = representation { return Array(String(value.magnitude).utf8) }
        return withFlint { word in
            let text = UnsafeMutableRawPointer(fmpz_get_str(nil, 10, word))
            guard let text else { return [] }
            defer { flint_free(text) }
            let characters = text.assumingMemoryBound(to: UInt8.self)
            let skipped = characters[0] == UInt8(ascii: "-") ? 1 : 0
            var end = skipped
            while characters[end] != 0 { end += 1 }
            return Array(UnsafeBufferPointer(start: characters + skipped, count: end - skipped))
        }
    }

    /// How many decimal digits the number has: 1 for 0.
    public var decimalDigitCount: Int {
        if case .small(let value) = representation { return String(value.magnitude).utf8.count }
        // FLINT's answer is exact or one too large.
        let bound = withFlint { Int(fmpz_sizeinbase($0, 10)) }
        return magnitude < Integer.powerOfTen(bound - 1) ? bound - 1 : bound
    }
}

extension Integer: CustomStringConvertible {
    /// The number in full, in decimal.
    public var description: String {
        if case .small(let value) = representation { return String(value) }
        let digits = decimalDigits
        return String(unsafeUninitializedCapacity: digits.count + 1) { buffer in
            var position = 0
            if isNegative {
                buffer[0] = UInt8(ascii: "-")
                position = 1
            }
            _ = UnsafeMutableBufferPointer(rebasing: buffer[position...]).update(fromContentsOf: digits)
            return position + digits.count
        }
    }
}
