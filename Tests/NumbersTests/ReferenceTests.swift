import Numbers
import Testing

/// Sixty digits by mpmath, and doubles and roundings by Python's exact fractions.
struct ReferenceTests {
    typealias RealFunction = @Sendable (RealBall, Int) -> RealBall
    typealias ComplexFunction = @Sendable (ComplexBall, Int) -> ComplexBall
    static let precisions = [256, 512, 1_024, 2_048, 4_096, 8_192]

    static let real: [String: RealFunction] = [
        "exp": { $0.exponential(bits: $1) }, "expm1": { $0.exponentialMinusOne(bits: $1) },
        "log": { $0.logarithm(bits: $1) }, "log2": { $0.logarithm2(bits: $1) }, "log10": { $0.logarithm10(bits: $1) },
        "log1p": { $0.logarithmOfOnePlus(bits: $1) }, "sqrt": { $0.squareRoot(bits: $1) },
        "cbrt": { $0.cubeRoot(bits: $1) }, "root7": { $0.root(7, bits: $1) }, "sin": { $0.sine(bits: $1) },
        "cos": { $0.cosine(bits: $1) }, "tan": { $0.tangent(bits: $1) }, "asin": { $0.arcsine(bits: $1) },
        "acos": { $0.arccosine(bits: $1) }, "atan": { $0.arctangent(bits: $1) },
        "sinh": { $0.hyperbolicSine(bits: $1) }, "cosh": { $0.hyperbolicCosine(bits: $1) },
        "tanh": { $0.hyperbolicTangent(bits: $1) }, "asinh": { $0.inverseHyperbolicSine(bits: $1) },
        "acosh": { $0.inverseHyperbolicCosine(bits: $1) }, "atanh": { $0.inverseHyperbolicTangent(bits: $1) },
    ]

    static let complex: [String: ComplexFunction] = [
        "cexp": { $0.exponential(bits: $1) }, "clog": { $0.logarithm(bits: $1) }, "csqrt": { $0.squareRoot(bits: $1) },
        "csin": { $0.sine(bits: $1) }, "ccos": { $0.cosine(bits: $1) }, "ctan": { $0.tangent(bits: $1) },
        "casin": { $0.arcsine(bits: $1) }, "cacos": { $0.arccosine(bits: $1) }, "catan": { $0.arctangent(bits: $1) },
        "csinh": { $0.hyperbolicSine(bits: $1) }, "ccosh": { $0.hyperbolicCosine(bits: $1) },
        "ctanh": { $0.hyperbolicTangent(bits: $1) }, "casinh": { $0.inverseHyperbolicSine(bits: $1) },
        "cacosh": { $0.inverseHyperbolicCosine(bits: $1) }, "catanh": { $0.inverseHyperbolicTangent(bits: $1) },
        "ccbrt": { $0.root(3, bits: $1) },
    ]

    @Test func realFunctionsAgreeWithMpmath() throws {
        for row in try ReferenceTable.rows(named: Self.real.keys) {
            let argument = try row.rational(0)
            let function = try #require(Self.real[row.what])
            try expect(row, row.values[0]) { function(RealBall(argument, bits: $0), $0) }
        }
    }

    @Test func functionsOfTwoRealsAgreeWithMpmath() throws {
        for row in try ReferenceTable.rows(named: ["atan2", "hypot", "pow", "logbase"]) {
            let (a, b) = (try row.rational(0), try row.rational(1))
            try expect(row, row.values[0]) { bits in
                let (x, y) = (RealBall(a, bits: bits), RealBall(b, bits: bits))
                switch row.what {
                case "atan2": return x.arctangent2(y, bits: bits)
                case "hypot": return x.hypotenuse(y, bits: bits)
                case "pow": return x.power(b, bits: bits)
                default: return x.logarithm(base: y, bits: bits)
                }
            }
        }
    }

    @Test func powersOfBallsAgreeWithMpmath() throws {
        for row in try ReferenceTable.rows(named: ["pow"]) where try row.rational(0) > 0 {
            let (a, b) = (try row.rational(0), try row.rational(1))
            try expect(row, row.values[0]) { RealBall(a, bits: $0).power(RealBall(b, bits: $0), bits: $0) }
        }
    }

    @Test func complexFunctionsAgreeWithMpmath() throws {
        for row in try ReferenceTable.rows(named: Self.complex.keys) {
            let (re, im) = (try row.rational(0), try row.rational(1))
            let function = try #require(Self.complex[row.what])
            try expect(row, row.values[0]) { function(ComplexBall(re, im, bits: $0), $0).real }
            try expect(row, row.values[1]) { function(ComplexBall(re, im, bits: $0), $0).imaginary }
        }
    }

    @Test func complexPowersAgreeWithMpmath() throws {
        for row in try ReferenceTable.rows(named: ["cpow"]) {
            let parts = try (0..<4).map(row.rational)
            func power(_ bits: Int) -> ComplexBall {
                ComplexBall(parts[0], parts[1], bits: bits)
                    .power(ComplexBall(parts[2], parts[3], bits: bits), bits: bits)
            }
            try expect(row, row.values[0]) { power($0).real }
            try expect(row, row.values[1]) { power($0).imaginary }
        }
    }

    @Test func nearestDoublesAgreeWithPython() throws {
        for row in try ReferenceTable.rows(named: ["double"]) {
            let value = try row.rational(0)
            let expected = try #require(Double(row.values[0]))
            let ball = RealBall(value, bits: 8_192).nearestDouble
            if expected.isFinite {
                #expect(value.nearestDouble?.bitPattern == expected.bitPattern, "\(row)")
                #expect(ball == .value(expected), "\(row)")
            } else {
                #expect(value.nearestDouble == nil, "\(row)")
                #expect(ball == .overflow, "\(row)")
            }
        }
    }

    @Test func roundedRationalsAgreeWithPython() throws {
        for row in try ReferenceTable.rows(named: ["round"]) {
            let value = try row.rational(0)
            let digits = try #require(Int(row.arguments[1]))
            let expected = try Rational(parsing: row.values[0])
            let rounded = value.rounded(significantDigits: digits)
            #expect(try Rational(parsing: value.decimalText(significantDigits: digits)) == expected, "\(row)")
            #expect(rounded.isExact == (expected == value), "\(row)")
            #expect(rounded.isExact ? rounded.digits.count <= digits : rounded.digits.count == digits, "\(row)")
            // The ball must come to the same digits, or to none.
            if let ball = RealBall(value, bits: 2_048).decimalText(significantDigits: digits) {
                #expect(try Rational(parsing: ball) == expected, "\(row)")
            }
        }
    }

    /// The ball's digits, at the first precision that gives any, are those of the table; none is ever wrong on the way.
    private func expect(_ row: ReferenceRow, _ expected: String, _ function: (Int) -> RealBall) throws {
        let expected = try Rational(parsing: expected)
        for bits in Self.precisions {
            let ball = function(bits)
            guard let text = ball.decimalText(significantDigits: 60) else { continue }
            #expect(try Rational(parsing: text) == expected, "\(row) at \(bits) bits")
            return
        }
        let widest = function(Self.precisions[0])
        #expect(expected.isZero && widest.contains(0), "\(row) has no digits: \(widest)")
    }
}
