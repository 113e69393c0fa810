import HTTPServer
import HTTPTypes
import Synchronization

/// Names a request in logs, events and answers.
enum RequestIdentity {
    /// Tells processes apart.
    private static let prefix = hexadecimal(UInt64.random(in: 0...UInt64.max)) + "-"
    private static let count = Atomic<UInt64>(0)

    /// The client's id when it is 1 to 64 characters of `A-Z a-z 0-9 . _ -`, otherwise a new one.
    static func identity(for headers: HTTPFields) -> String {
        if let own = headers[.xRequestID], isSane(own) { return own }
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return prefix + hexadecimal(number)
    }

    private static func isSane(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count) else { return false }
        return bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                return true
            default: return false
            }
        }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        String(unsafeUninitializedCapacity: 16) { digits in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 0xF
                digits[place] = digit < 10 ? digit + 48 : digit + 87
            }
            return 16
        }
    }
}
