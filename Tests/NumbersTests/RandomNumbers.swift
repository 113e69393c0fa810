import Numbers

/// A generator that gives the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    /// splitmix64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Integers with a liking for the places where the representation changes.
enum Awkward {
    static let edges: [Integer] = {
        let powers: [Integer] = [
            1, 2, 10, 255, Integer(1 << 31), Integer(1 << 53), Integer(1 << 61), Integer(1 << 62), Integer(Int.max),
            Integer(Int.max) + 1,
        ]
        let large = (0..<6).map { index in (0..<(8 << index)).reduce(Integer(1)) { power, _ in power * 3 } }
        let positive = (powers + large + [Integer(Int.max) * 2 + 2]).flatMap { [$0 - 1, $0, $0 + 1] }
        return positive.flatMap { [$0, -$0] } + [Integer(Int.min), Integer(Int.min) - 1, 0]
    }()

    static func integer(_ generator: inout SeededGenerator) -> Integer {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return Integer(Int.random(in: -20...20, using: &generator))
        case 1: return Integer(Int.random(in: Int.min...Int.max, using: &generator))
        case 2: return edges.randomElement(using: &generator) ?? 0
        default:
            let words = Int.random(in: 1...6, using: &generator)
            return (0..<words).reduce(Integer(1)) { value, _ in
                value * Integer(Int.random(in: Int.min...Int.max, using: &generator)) + 1
            }
        }
    }

    static func rational(_ generator: inout SeededGenerator) -> Rational {
        let denominator = integer(&generator)
        return (try? Rational(numerator: integer(&generator), denominator: denominator)) ?? Rational(denominator)
    }
}
