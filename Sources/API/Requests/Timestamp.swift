import Events
import Glibc

/// A moment, in microseconds since 1970 (UTC).
struct Timestamp: Sendable, Equatable {
    let microseconds: Int64

    init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Reads RFC 3339 (`2026-01-31T12:00:00Z`, with fraction and offset; a date alone is its first moment) or decimal
    /// seconds since 1970.
    init?(parsing text: String) {
        if let seconds = Double(text), seconds.isFinite, abs(seconds) < 1e11 {
            microseconds = Int64((seconds * 1_000_000).rounded())
            return
        }
        let pattern = #/(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:\d\d)?)?/#
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        let (_, year, month, day, hour, minute, second, fraction, zone) = match.output
        func number(_ part: Substring?) -> Int32 { part.flatMap { Int32($0) } ?? 0 }
        guard (1...12).contains(number(month)), (1...31).contains(number(day)), number(hour) < 24, number(minute) < 60,
            number(second) < 61
        else { return nil }
        var parts = tm()
        parts.tm_year = number(year) - 1900
        parts.tm_mon = number(month) - 1
        parts.tm_mday = number(day)
        parts.tm_hour = number(hour)
        parts.tm_min = number(minute)
        parts.tm_sec = number(second)
        let seconds = Int64(timegm(&parts)) - Self.offset(zone)
        let digits = String((fraction.map(String.init) ?? "").prefix(6))
        let padded = digits + String(repeating: "0", count: 6 - digits.count)
        microseconds = seconds * 1_000_000 + (Int64(padded) ?? 0)
    }

    private static func offset(_ zone: Substring?) -> Int64 {
        guard let zone, zone.count == 6 else { return 0 }
        let hours = Int64(zone.dropFirst().prefix(2)) ?? 0
        let minutes = Int64(zone.suffix(2)) ?? 0
        return (zone.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// RFC 3339 in UTC with six decimals: `2026-01-31T12:00:00.000000Z`.
    var text: String { Event.timestamp(microseconds) }
}
