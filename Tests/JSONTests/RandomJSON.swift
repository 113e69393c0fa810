import JSON

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONValue {
    private static let numbers = ["0", "-0", "1", "-1.50", "1e999", "0.1", "12345678901234567890", "2E-7"]
    private static let pieces = [
        "a", "é", "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "😀", "/", "€", "\u{FFFD}", "\u{10FFFF}",
    ]

    static func random(depth: Int, using random: inout SeededRandom) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .number(numbers.randomElement(using: &random) ?? "0")
        case 3, 4: return .string(text(using: &random))
        case 5:
            return .array(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in .random(depth: depth - 1, using: &random) })
        default:
            let members = (0..<Int.random(in: 0...5, using: &random)).map { number in
                ("\(number)" + text(using: &random), JSONValue.random(depth: depth - 1, using: &random))
            }
            return .object(JSONObject(members))
        }
    }

    private static func text(using random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    /// The text with space wherever it may stand.
    func spaced(using random: inout SeededRandom) -> String {
        let spaces = ["", " ", "\n\t", "\r\n  "]
        func space() -> String { spaces.randomElement(using: &random) ?? "" }
        switch self {
        case .array(let values):
            let inner = values.map { space() + $0.spaced(using: &random) + space() }.joined(separator: ",")
            return space() + "[" + space() + inner + "]" + space()
        case .object(let object):
            let inner = object.members.map { name, value in
                space() + JSONValue.string(name).text + space() + ":" + space() + value.spaced(using: &random) + space()
            }
            return space() + "{" + space() + inner.joined(separator: ",") + "}" + space()
        default: return space() + text + space()
        }
    }
}

extension [UInt8] {
    /// Changes, takes out, repeats or adds a byte somewhere.
    mutating func damage(using random: inout SeededRandom) {
        let place = Int.random(in: 0...count, using: &random)
        let byte = UInt8.random(in: 0...255, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < count: self[place] = byte
        case 1 where place < count: remove(at: place)
        case 2 where place < count: insert(self[place], at: place)
        default: insert(byte, at: place)
        }
    }
}
