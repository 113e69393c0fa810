import Numbers

extension MathOperation {
    static let unit = MathOperation(
        "unit", .units, "A quantity: a number of units, such as 5.2 cm.",
        [
            .any("value", "the quantity as a text, or its number"),
            .text("unit", "the unit, when the first is a number", isRequired: false),
        ],
        traits: .init(texts: .units),
        examples: ["unit(\"5.2 cm\")": "26/5 cm", "unit(45, \"km/h\")": "45 km / h"]
    ) { arguments, context throws(Fault) in
        switch try arguments.value(0) {
        case .number(let number):
            guard arguments.has(1) else {
                throw Fault(.missing, parameter: "unit", "Give a unit as well, such as cm")
            }
            return .quantity(Quantity(number, try Quantity.goal(.string(try arguments.word(1)), context).units))
        case .string(let text, _): return .quantity(try Quantity(parsing: text, in: context.units))
        case .quantity(let quantity): return .quantity(quantity)
        case let other:
            throw Fault(
                .unitExpected, parameter: "value", "Give a number or a text such as \"5.2 cm\", not \(other.kind)")
        }
    }

    static let to = MathOperation(
        "to", .units, "A quantity in another unit.",
        [.any("x", "the quantity"), .any("unit", "the unit, such as cm, or a text with it")],
        traits: .init(texts: .units),
        examples: [
            "to(2 inch, cm)": "127/25 cm", "to(25 degC, degF)": "77 degF", "to(1 GiB, \"MB\")": "16777216/15625 MB",
        ]
    ) { arguments, context throws(Fault) in
        .quantity(
            try Quantity.given(try arguments.value(0), context)
                .to(try Quantity.goal(try arguments.value(1), context), context))
    }

    static let toValue = MathOperation(
        "toNumeric", .units, "How many of a unit a quantity is, as a plain number.",
        [.any("x", "the quantity"), .any("unit", "the unit, such as cm, or a text with it")],
        traits: .init(texts: .units),
        examples: ["toNumeric(2 inch, cm)": "127/25", "toNumeric(180 deg, rad)": "pi"]
    ) { arguments, context throws(Fault) in
        .number(
            try Quantity.given(try arguments.value(0), context)
                .converted(to: try Quantity.goal(try arguments.value(1), context).units, context))
    }

    static let splitUnit = MathOperation(
        "splitUnit", .units, "A quantity as a sum of whole numbers of units, and what is left in the last one.",
        [.any("x", "the quantity"), .list("parts", "the units, the largest first", of: .list, count: 1...20)],
        traits: .init(texts: .units),
        examples: ["splitUnit(1 m, [feet, inch])": "[3 feet, 428/127 inch]"]
    ) { arguments, context throws(Fault) in
        var rest = try Quantity.given(try arguments.value(0), context)
        let parts = try arguments.list(1)
        var result: [Value] = []
        for (index, part) in parts.enumerated() {
            rest = try rest.to(try Quantity.goal(part, context), context)
            guard index < parts.count - 1, let value = rest.value else { break }
            let isNegative = try value.sign(context) < 0
            let whole = try (isNegative ? value.negated : value).floor(context)
            let taken = Quantity(Number(isNegative ? -whole : whole), rest.units, isConverted: true)
            result.append(.quantity(taken))
            rest = try rest.subtracting(taken, context)
        }
        return .list(result + [.quantity(rest)])
    }
}

extension Quantity {
    /// The quantity that a value is, or that a text writes.
    static func given(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Quantity {
        switch QuantityOperators.unit(value) ?? value {
        case .quantity(let quantity): return quantity
        case .string(let text, _): return try Quantity(parsing: text, in: context.units)
        default: throw Fault(.unitExpected, "Give a quantity such as 5 cm, not \(value.kind)")
        }
    }

    /// The unit that a value is, or that a text names, without a number.
    static func goal(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Quantity {
        let quantity = try given(value, context)
        guard quantity.value == nil else {
            throw Fault(.unitExpected, "Give a unit alone, such as cm: leave the number out")
        }
        return quantity
    }
}
