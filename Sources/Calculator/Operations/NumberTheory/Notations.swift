import Numbers

extension MathOperation {
    static let toBase = MathOperation(
        "toBase", .numberTheory, "A number written in another base, with the digits 0 to 9 and a to z.",
        [.number("x", "a fraction or whole number that has an end in that base"), base],
        cost: .quick(upToDigits: 40),
        examples: ["toBase(255, 16)": "\"ff\"", "toBase(-5.25, 2)": "\"-101.01\""]
    ) { arguments, _ throws(Fault) in
        let (x, base) = (try arguments.rational(0), try arguments.int(1))
        return .string(try Fault.of("x") { () throws(NumberError) in try x.text(inBase: base) })
    }

    static let fromBase = MathOperation(
        "fromBase", .numberTheory, "The number that is written in another base.",
        [.text("text", "digits 0 to 9 and letters, a sign before and a point among them if need be"), base],
        cost: .quick(upToDigits: 40),
        examples: ["fromBase(\"ff\", 16)": "255", "fromBase(\"-101.01\", 2)": "-21/4"]
    ) { arguments, _ throws(Fault) in
        let (text, base) = (try arguments.word(0), try arguments.int(1))
        guard let value = Rational(text, base: base) else {
            throw Fault(
                .numberParsing, parameter: "text",
                "Give a number in base \(base) of at most \(NumberLimits.maximumTextDigits) digits, such as 101")
        }
        return .rational(value)
    }

    static let toRoman = MathOperation(
        "toRoman", .numberTheory, "A number in Roman numerals.",
        [.integer("x", "a whole number from 1 to 3999", minimum: 1, maximum: 3_999, above: .lessThanEqual)],
        examples: ["toRoman(1994)": "\"MCMXCIV\""]
    ) { arguments, _ throws(Fault) in .string(RomanNumeral.text(of: try arguments.int(0))) }

    static let fromRoman = MathOperation(
        "fromRoman", .numberTheory, "The number that Roman numerals stand for.",
        [.text("text", "Roman numerals, in capitals or small letters")], examples: ["fromRoman(\"MCMXCIV\")": "1994"]
    ) { arguments, _ throws(Fault) in
        guard let value = RomanNumeral.value(of: try arguments.word(0)) else {
            throw Fault(
                .numberParsing, parameter: "text",
                "Give Roman numerals from I to MMMCMXCIX in their usual form, such as MCMXCIV")
        }
        return .integer(value)
    }

    private static let base = Parameter.integer(
        "base", "the base, from 2 to 36", minimum: 2, maximum: 36, default: "10", above: .lessThanEqual)
}
