internal import Glibc

extension Event {
    /// A time as RFC 3339 in UTC with six decimals: `2026-01-31T12:00:00.000000Z`.
    ///
    /// - Parameter microseconds: since 1970.
    public static func timestamp(_ microseconds: Int64) -> String {
        var text: [UInt8] = []
        appendTimestamp(microseconds, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The same at the end of other text.
    public static func appendTimestamp(_ microseconds: Int64, to text: inout [UInt8]) {
        var second = time_t(microseconds / 1_000_000)
        var fraction = microseconds % 1_000_000
        if fraction < 0 {
            fraction += 1_000_000
            second -= 1
        }
        var parts = tm()
        gmtime_r(&second, &parts)
        // - Parameter least: the unit of the first digit that is written in any case.
        func append(_ number: Int, from least: Int, _ mark: UInt8) {
            var divisor = least
            while number / divisor >= 10 { divisor *= 10 }
            while divisor > 0 {
                text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
                divisor /= 10
            }
            text.append(mark)
        }
        append(Int(parts.tm_year) + 1900, from: 1000, UInt8(ascii: "-"))
        append(Int(parts.tm_mon) + 1, from: 10, UInt8(ascii: "-"))
        append(Int(parts.tm_mday), from: 10, UInt8(ascii: "T"))
        append(Int(parts.tm_hour), from: 10, UInt8(ascii: ":"))
        append(Int(parts.tm_min), from: 10, UInt8(ascii: ":"))
        append(Int(parts.tm_sec), from: 10, UInt8(ascii: "."))
        append(Int(fraction), from: 100_000, UInt8(ascii: "Z"))
    }
}
