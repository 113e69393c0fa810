import Numbers

/// A number of units, or a unit that stands alone.
struct Quantity: Sendable {
    /// How many of `units`; nil for a unit alone, such as the goal of a conversion.
    let value: Number?
    let units: UnitProduct
    /// Whether answers keep the units as they are, prefix included: so after a conversion.
    let isConverted: Bool
    /// Whether answers may replace the units by simpler ones: so after a multiplication.
    let isProduct: Bool

    init(_ value: Number?, _ units: UnitProduct, isConverted: Bool = false, isProduct: Bool = false) {
        self.value = value
        self.units = units
        self.isConverted = isConverted
        self.isProduct = isProduct
    }

    /// A unit alone.
    init(_ unit: PrefixedUnit) { self.init(nil, UnitProduct(unit)) }

    /// Reads `5.2 cm`, or a unit alone.
    init(parsing text: String, in table: UnitTable = .standard) throws(Fault) {
        let result = try UnitParser.parse(text, in: table)
        self.init(result.number.map { .rational($0) }, result.units)
    }

    /// What it measures.
    var dimension: Dimension { units.dimension }
}

extension Quantity {
    /// How many of `units` there are, from the zero of nature: 278.15 for 5 degC. A unit alone counts as one.
    func absoluteValue(_ context: EvaluationContext) throws(Fault) -> Number {
        guard let value else { return Number(1) }
        return units.offset.isZero ? value : try value.adding(.rational(units.offset), context)
    }

    /// The quantity whose value is counted from the zero of nature; a plain number when nothing is left of the units.
    static func product(
        _ absolute: Number, _ units: UnitProduct, isConverted: Bool, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        guard units.factors.count <= maximumFactors else { throw .tooManyUnits }
        if units.dimension == .none { return .number(try absolute.scaled(by: try units.scale(), context)) }
        let value = units.offset.isZero ? absolute : try absolute.subtracting(.rational(units.offset), context)
        return .quantity(Quantity(value, units, isConverted: isConverted, isProduct: true))
    }

    /// The same quantity in other units; `1` of them for a unit alone.
    /// - Throws: `unit_mismatch` when they measure something else.
    func converted(to other: UnitProduct, _ context: EvaluationContext) throws(Fault) -> Number {
        guard dimension == other.dimension else { throw .mismatch(units, other) }
        if units == other { return value ?? Number(1) }
        let scale = try units.scale().divided(by: try other.scale())
        let result = try absoluteValue(context).scaled(by: scale, context)
        return other.offset.isZero ? result : try result.subtracting(.rational(other.offset), context)
    }

    /// Conversion as the language's `to` does it.
    func to(_ goal: Quantity, _ context: EvaluationContext) throws(Fault) -> Quantity {
        guard goal.value == nil else {
            throw Fault(.unitExpected, "Convert to a unit alone, such as cm: leave the number out")
        }
        return Quantity(try converted(to: goal.units, context), goal.units, isConverted: true)
    }

    /// The angle in radians; nil for anything but an angle.
    func radians(_ context: EvaluationContext) throws(Fault) -> Number? {
        guard dimension == .angle else { return nil }
        return try absoluteValue(context).scaled(by: try units.scale(), context)
    }

    /// Most different units of a product.
    private static let maximumFactors = 40
}

extension UnitScale {
    func divided(by other: UnitScale) throws(Fault) -> UnitScale {
        let factor = try Fault.of(nil) { () throws(NumberError) in try self.factor.divided(by: other.factor) }
        return UnitScale(factor, powerOfPi: powerOfPi - other.powerOfPi)
    }
}

extension Number {
    /// The number times a scale.
    func scaled(by scale: UnitScale, _ context: EvaluationContext) throws(Fault) -> Number {
        var result = scale.factor == 1 ? self : try multiplied(by: .rational(scale.factor), context)
        let pi = Number(.pi(in: context.calcium))
        for _ in 0..<scale.powerOfPi.magnitude {
            result =
                scale.powerOfPi > 0
                ? try result.multiplied(by: pi, context) : try result.divided(by: pi, context)
        }
        return result
    }
}

extension Fault {
    static let tooManyUnits = Fault(.tooLarge, "The product has too many different units: convert them to fewer first")

    /// Two units that measure different things.
    static func mismatch(_ one: UnitProduct, _ other: UnitProduct) -> Fault {
        func named(_ units: UnitProduct) -> String { "\(units)" + (units.dimension.name.map { " (\($0))" } ?? "") }
        let goals = one.dimension.examples.map { "; use a unit such as \($0)" } ?? ""
        return Fault(.unitMismatch, "The units do not match: \(named(one)) and \(named(other))\(goals)")
    }
}
