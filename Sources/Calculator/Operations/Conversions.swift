import Numbers

/// Values made from values of another kind, by the names that mathjs gives its own kinds of numbers. All of these are
/// exact numbers here.
extension MathOperation {
    static let number = MathOperation(
        "number", .arithmetic, "The number that a text or a truth value stands for, or how many units a quantity is.",
        [
            .any("value", "a number, a text such as \"0.1\", true or false, or a quantity"),
            .any("unit", "for a quantity: the unit to count in", isRequired: false),
        ],
        traits: .init(texts: .units),
        examples: ["number(\"0.1\")": "1/10", "number(true)": "1", "number(52 cm, m)": "13/25"]
    ) { arguments, context throws(Fault) in
        let value = try arguments.value(0)
        guard case .quantity(let quantity) = value else {
            return try Broadcasting.map(value) { x throws(Fault) in .number(try Conversion.number(x)) }
        }
        guard arguments.has(1) else {
            throw Fault(.missing, parameter: "unit", "Give the unit to count in as well, such as number(52 cm, m)")
        }
        return .number(
            try quantity.converted(to: try Quantity.goal(try arguments.value(1), context).units, context))
    }

    static let bignumber = sameNumber("bignumber", "The number that a value stands for, with all its digits.")

    static let fraction = MathOperation(
        "fraction", .arithmetic, "A fraction of two whole numbers, or the fraction that a number or a text is.",
        [
            .any("numerator", "the number above the line, or the whole fraction"),
            .number("denominator", "the number below the line, not 0", isRequired: false),
        ],
        examples: ["fraction(2, 6)": "1/3", "fraction(0.125)": "1/8", "fraction(\"2/3\")": "2/3"]
    ) { arguments, context throws(Fault) in
        let denominator = arguments.has(1) ? try arguments.number(1) : Number(1)
        return try Broadcasting.map(try arguments.value(0)) { x throws(Fault) in
            let value = try Conversion.number(x).divided(by: denominator, context, parameter: "denominator")
            guard value.asRational != nil else {
                throw Fault(
                    .domain, parameter: "numerator", "Give a number that is a fraction: an irrational one is none")
            }
            return .number(value)
        }
    }

    static let complex = MathOperation(
        "complex", .complex, "The complex number with this real and imaginary part.",
        [
            .number("re", "the real part"), .number("im", "the imaginary part", default: "0"),
        ],
        examples: ["complex(2, 3)": "2 + 3i", "complex(4)": "4"]
    ) { arguments, context throws(Fault) in
        let unit = Number(.imaginaryUnit(in: context.calcium))
        let imaginary = try arguments.number(1).multiplied(by: unit, context)
        return .number(try arguments.number(0).adding(imaginary, context))
    }

    static let boolean = MathOperation(
        "boolean", .logic, "The truth value of a number, which is false for 0 only, or of the texts true and false.",
        [.any("x", "a number, a truth value or a text, or a list of such")],
        examples: ["boolean(2)": "true", "boolean(\"false\")": "false", "boolean([1, 0])": "[true, false]"]
    ) { arguments, context throws(Fault) in
        try Broadcasting.map(try arguments.value(0)) { x throws(Fault) in
            guard case .string(let text, _) = x else { return .boolean(try Operators.truth(of: x, context)) }
            switch text.lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return .boolean(try Operators.truth(of: .number(try Conversion.number(x)), context))
            }
        }
    }

    static let matrix = MathOperation(
        "matrix", .linearAlgebra, "A list or matrix as it is; any other value as a list of it alone.",
        [.any("x", "a list or matrix", isRequired: false)],
        examples: ["matrix([[1, 2], [3, 4]])": "[[1, 2], [3, 4]]", "matrix()": "[]"]
    ) { arguments, _ throws(Fault) in
        guard arguments.has(0) else { return .list([]) }
        return .list(try arguments.list(0))
    }

    private static func sameNumber(_ name: String, _ summary: String) -> MathOperation {
        MathOperation(
            name, .arithmetic, summary, [.any("x", "a number, a text such as \"0.1\", true or false")],
            examples: ["\(name)(\"0.1\")": "1/10", "\(name)([1, \"2\"])": "[1, 2]"]
        ) { arguments, _ throws(Fault) in
            try Broadcasting.map(try arguments.value(0)) { x throws(Fault) in .number(try Conversion.number(x)) }
        }
    }
}

enum Conversion {
    /// The number that a value stands for.
    /// - Throws: `number_parsing` for a text that is none; `number_expected` for other kinds of values.
    static func number(_ value: Value) throws(Fault) -> Number {
        if let number = Operators.number(value) { return number }
        guard case .string(let text, _) = value else {
            throw Fault(.numberExpected, "Give a number or a text such as \"0.1\", not \(value.kind)")
        }
        do throws(NumberSyntaxError) {
            return .rational(try Rational(parsing: text))
        } catch {
            throw Fault(error, parameter: "x", input: text)
        }
    }
}
