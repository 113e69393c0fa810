import Numbers

/// Whole numbers of any size as endless rows of bits, negative ones in two's complement.
extension MathOperation {
    static let bitAnd = bits(
        "bitAnd", "The bits that are set in both numbers.", examples: ["bitAnd(53, 131)": "1", "bitAnd(-1, 12)": "12"]
    ) { $0 & $1 }

    static let bitOr = bits(
        "bitOr", "The bits that are set in at least one of two numbers.", examples: ["bitOr(1, 2)": "3"]
    ) { $0 | $1 }

    static let bitXor = bits(
        "bitXor", "The bits that are set in just one of two numbers.", examples: ["bitXor(5, 3)": "6"]
    ) { $0 ^ $1 }

    static let bitNot = MathOperation(
        "bitNot", .logic, "All bits turned: -x - 1.", [.integer("x", "a whole number")],
        examples: ["bitNot(1)": "-2"]
    ) { arguments, _ throws(Fault) in .integer(~(try arguments.integer(0))) }

    static let leftShift = MathOperation(
        "leftShift", .logic, "The number times 2^b: its bits moved up.",
        [.integer("a", "a whole number"), places], examples: ["leftShift(4, 2)": "16"]
    ) { arguments, _ throws(Fault) in
        let (a, b) = (try arguments.integer(0), try arguments.integer(1))
        return .integer(try Fault.of("b") { () throws(NumberError) in try a.shiftedLeft(b) })
    }

    static let rightArithShift = MathOperation(
        "rightArithShift", .logic, "The number over 2^b, rounded down: its bits moved down, the sign kept.",
        [.integer("a", "a whole number"), places],
        examples: ["rightArithShift(4, 2)": "1", "rightArithShift(-5, 1)": "-3"]
    ) { arguments, _ throws(Fault) in .integer(try arguments.integer(0).shiftedRight(try arguments.integer(1))) }

    static let rightLogShift = MathOperation(
        "rightLogShift", .logic,
        "The bits moved down, zeros coming in from above: of a negative number those of its 32-bit form.",
        [.integer("a", "a whole number of at least -2147483648", minimum: -2_147_483_648), places],
        examples: ["rightLogShift(8, 2)": "2", "rightLogShift(-12, 2)": "1073741821"]
    ) { arguments, _ throws(Fault) in
        let (a, b) = (try arguments.integer(0), try arguments.integer(1))
        if !a.isNegative { return .integer(a.shiftedRight(b)) }
        guard b < 32 else {
            throw Fault(.domain, parameter: "b", "A negative number has 32 bits here: shift it by at most 31")
        }
        return .integer((a + Integer(1 << 32)).shiftedRight(b))
    }

    private static let places = Parameter.integer("b", "by how many bits", minimum: 0)

    private static func bits(
        _ name: String, _ summary: String, examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Integer, Integer) -> Integer
    ) -> MathOperation {
        MathOperation(
            name, .logic, summary, [.integer("a", "a whole number"), .integer("b", "a whole number")],
            examples: examples
        ) { arguments, _ throws(Fault) in
            .integer(function(try arguments.integer(0), try arguments.integer(1)))
        }
    }
}
