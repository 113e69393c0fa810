import Numbers

/// Numbers as texts, as mathjs writes them.
extension MathOperation {
    static let format = MathOperation(
        "format", .lists,
        "A value as a text: correctly rounded to so many digits, or as the shortest text of the nearest double.",
        [
            .any("value", "any value"),
            .integer("digits", "significant digits", minimum: 1, maximum: 1_000, isRequired: false),
        ],
        examples: [
            "format(2/3, 3)": "\"0.667\"", "format(1/3)": "\"0.3333333333333333\"", "format(123456, 2)": "\"1.2e+5\"",
        ]
    ) { arguments, context throws(Fault) in
        let precision = arguments.has(1) ? try arguments.int(1) : nil
        return .string(try text(of: try arguments.value(0), precision: precision, context).formatted)
    }

    static let string = MathOperation(
        "string", .lists, "A value as a text, numbers by the shortest text of the nearest double.",
        [.any("x", "any value")],
        examples: ["string(2.5)": "\"2.5\"", "string([1, 2])": "\"[1, 2]\"", "string(\"abc\")": "\"abc\""]
    ) { arguments, context throws(Fault) in
        .string(try text(of: try arguments.value(0), precision: nil, context).plain)
    }

    static let bin = inBase("bin", 2, prefix: "0b", examples: ["bin(10)": "\"0b1010\"", "bin(-2)": "\"-0b10\""])
    static let oct = inBase("oct", 8, prefix: "0o", examples: ["oct(64)": "\"0o100\""])
    static let hex = inBase("hex", 16, prefix: "0x", examples: ["hex(255)": "\"0xff\""])

    private static func text(
        of value: Value, precision: Int?, _ context: EvaluationContext
    ) throws(Fault) -> MathJSFormat.Texts {
        guard let texts = try MathJSFormat(precision: precision, reachesBeyondDoubles: true).texts(of: value, context)
        else {
            throw .needsPrecision
        }
        return texts
    }

    private static func inBase(
        _ name: String, _ base: Int, prefix: String, examples: KeyValuePairs<String, String>
    ) -> MathOperation {
        MathOperation(
            name, .numberTheory, "A whole number in base \(base), as a text that begins with \(prefix).",
            [.integer("x", "a whole number")], cost: .quick(upToDigits: 40), examples: examples
        ) { arguments, _ throws(Fault) in
            let x = try arguments.integer(0)
            let text = try Fault.of("x") { () throws(NumberError) in try Rational(x.magnitude).text(inBase: base) }
            return .string((x.isNegative ? "-" : "") + prefix + text)
        }
    }
}
