import Numbers

extension MathOperation {
    static let createUnit = MathOperation(
        "createUnit", .units, "A unit of one's own, which the expressions of the same request know from then on.",
        [
            .text("name", "what it is called: letters and digits"),
            .any(
                "definition", "how large it is, such as 3 m or \"3 m\"; a unit of a new kind when left out",
                isRequired: false),
        ],
        traits: .init(texts: .newUnit),
        examples: ["createUnit(\"furlong\", \"220 yd\")": "furlong", "createUnit(\"smoot\", 67 inch)": "smoot"]
    ) { arguments, context throws(Fault) in
        let name = try arguments.word(0)
        try UnitDefinition.checkName(name, context)
        let definition = arguments.has(1) ? try Quantity.given(try arguments.value(1), context) : nil
        let unit = try UnitDefinition.unit(name, definition, context)
        try context.evaluator?.define(unit)
        return .quantity(Quantity(PrefixedUnit(unit: unit, prefix: .none)))
    }
}

/// What a unit that somebody makes may be called, and how large it is.
enum UnitDefinition {
    /// - Throws: `text_expected` for what is no name; `conflict` for one that means something already.
    static func checkName(_ name: String, _ context: EvaluationContext) throws(Fault) {
        guard name.utf8.count <= 50, name.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*/) != nil else {
            throw Fault(
                .textExpected, parameter: "name", "Give a name of at most 50 letters and digits, such as furlong")
        }
        let isTaken =
            context.units.unit(named: name) != nil || NamedConstants.names.contains(name)
            || context.language.operation(named: name) != nil
        if isTaken {
            throw Fault(.conflict, parameter: "name", "There is a unit, a constant or a function \(name): take another")
        }
    }

    /// - Throws: `domain` for a size that is 0 or no fraction.
    static func unit(_ name: String, _ definition: Quantity?, _ context: EvaluationContext) throws(Fault) -> Unit {
        guard let definition else { return Unit(name, .base(.own(name)), .one) }
        guard let size = try definition.absoluteValue(context).asRational, !size.isZero else {
            throw Fault(
                .domain, parameter: "definition", "Give a size that is a fraction or whole number other than 0")
        }
        let scale = try definition.units.scale() * UnitScale(size)
        return Unit(name, definition.dimension, scale)
    }
}

extension EvaluationContext {
    /// The units that are known here.
    var units: UnitTable { evaluator?.units ?? .standard }
}
