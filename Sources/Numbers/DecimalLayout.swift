/// How a decimal becomes text: plain (`0.001`, `123.45`) or with an exponent (`1.5e+30`, `1e-10`).
public struct DecimalLayout: Sendable {
    /// The powers of ten of the first digit for which an exact number is written plainly.
    public let plainExponents: Range<Int>
    /// Whether a rounded number may be written plainly when it is larger than its digits reach, with zeros in the
    /// places of digits that are not known, as mathjs does (`12346` to three digits as `12300`).
    public let fillsUnknownDigits: Bool

    /// The layout with these bounds.
    public init(plainExponents: Range<Int>, fillsUnknownDigits: Bool = false) {
        self.plainExponents = plainExponents
        self.fillsUnknownDigits = fillsUnknownDigits
    }

    /// The layout of `decimal`: plain from 1e-7 up to what JavaScript writes plainly, or to as many digits as were
    /// asked for; never a digit that is not right.
    public static func standard(significantDigits: Int) -> DecimalLayout {
        DecimalLayout(plainExponents: -7..<max(21, significantDigits))
    }

    /// The text.
    public func text(of decimal: RoundedDecimal) -> String {
        let count = decimal.digits.count
        let exponent = decimal.exponent
        let isPlain =
            plainExponents.contains(exponent) && (decimal.isExact || fillsUnknownDigits || exponent < count)
        // Sign, point, and either zeros on one side or an exponent of at most 20 characters.
        let capacity = count + 24 + (isPlain ? abs(exponent) : 0)
        return decimal.digits.withUnsafeBufferPointer { digits in
            String(unsafeUninitializedCapacity: capacity) { buffer in
                var writer = Writer(buffer: buffer)
                if decimal.isNegative { writer.write(UInt8(ascii: "-")) }
                if isPlain {
                    writer.writePlain(digits, exponent)
                } else {
                    writer.writeScientific(digits, exponent)
                }
                return writer.count
            }
        }
    }

    private struct Writer {
        let buffer: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        mutating func write(_ byte: UInt8) {
            buffer[count] = byte
            count += 1
        }

        mutating func write(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            for byte in bytes { write(byte) }
        }

        mutating func writeZeros(_ number: Int) {
            for _ in 0..<max(0, number) { write(UInt8(ascii: "0")) }
        }

        mutating func writePlain(_ digits: UnsafeBufferPointer<UInt8>, _ exponent: Int) {
            let point = UInt8(ascii: ".")
            if exponent < 0 {
                write(UInt8(ascii: "0"))
                write(point)
                writeZeros(-exponent - 1)
                write(digits[...])
            } else if digits.count <= exponent + 1 {
                write(digits[...])
                writeZeros(exponent + 1 - digits.count)
            } else {
                write(digits[...exponent])
                write(point)
                write(digits[(exponent + 1)...])
            }
        }

        mutating func writeScientific(_ digits: UnsafeBufferPointer<UInt8>, _ exponent: Int) {
            write(digits[0])
            if digits.count > 1 {
                write(UInt8(ascii: "."))
                write(digits[1...])
            }
            write(UInt8(ascii: "e"))
            write(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
            for digit in String(exponent.magnitude).utf8 { write(digit) }
        }
    }
}
