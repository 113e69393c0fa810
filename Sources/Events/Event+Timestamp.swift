internal import Glibc

extension Event {
    /// A time as RFC 3339 in UTC with six decimals: `2026-01-31T12:00:00.000000Z`.
    ///
    /// - Parameter microseconds: since 1970.
    public static func timestamp(_ microseconds: Int64) -> String {
        var second = time_t(microseconds / 1_000_000)
        var fraction = microseconds % 1_000_000
        if fraction < 0 {
            fraction += 1_000_000
            second -= 1
        }
        var parts = tm()
        gmtime_r(&second, &parts)
        func pad(_ number: some BinaryInteger, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(pad(Int(parts.tm_year) + 1900, 4))-\(pad(parts.tm_mon + 1, 2))-\(pad(parts.tm_mday, 2))"
        let time = "\(pad(parts.tm_hour, 2)):\(pad(parts.tm_min, 2)):\(pad(parts.tm_sec, 2))"
        return "\(date)T\(time).\(pad(fraction, 6))Z"
    }
}
