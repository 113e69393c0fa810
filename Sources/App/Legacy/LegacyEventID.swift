import Crypto
import Events

extension EventID {
    /// The identity of something of the legacy service: always the same for the same content, so that taking it over
    /// twice is taking it over once. Like every other it is a UUID of version 7: its time, and a hash for the rest.
    static func legacy(time: Int64?, _ content: [String?]) -> EventID {
        var hash = SHA256()
        for part in content {
            let bytes = Array((part ?? "\u{0}").utf8)
            hash.update(data: Array("\(bytes.count):".utf8))
            hash.update(data: bytes)
        }
        let digest = Array(hash.finalize())
        func bits(_ range: Range<Int>) -> UInt64 { digest[range].reduce(0) { $0 << 8 | UInt64($1) } }
        let milliseconds = UInt64(max(0, time ?? 0)) / 1000
        return EventID(
            high: milliseconds << 16 | 0x7000 | bits(0..<2) & 0x0fff, low: 1 << 63 | bits(2..<10) >> 2)
    }
}
