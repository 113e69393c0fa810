import Numbers

extension Quantity {
    /// The sum, in the units of the first.
    func adding(_ other: Quantity, _ context: EvaluationContext) throws(Fault) -> Quantity {
        try combined(other, context) { a, b throws(Fault) in try a.adding(b, context) }
    }

    /// The difference, in the units of the first.
    func subtracting(_ other: Quantity, _ context: EvaluationContext) throws(Fault) -> Quantity {
        try combined(other, context) { a, b throws(Fault) in try a.subtracting(b, context) }
    }

    /// The product; a plain number when the units cancel.
    func multiplied(by other: Quantity, _ context: EvaluationContext) throws(Fault) -> Value {
        let units = units * other.units
        if value == nil, other.value == nil, units.dimension != .none {
            return .quantity(Quantity(nil, units, isProduct: true))
        }
        let product = try absoluteValue(context).multiplied(by: try other.absoluteValue(context), context)
        return try Self.product(product, units, isConverted: isConverted, context)
    }

    /// The quantity so many times; the number of a unit alone.
    func multiplied(by number: Number, _ context: EvaluationContext) throws(Fault) -> Quantity {
        if value == nil { return Quantity(number, units, isProduct: isProduct) }
        let absolute = try absoluteValue(context).multiplied(by: number, context)
        let product =
            units.offset.isZero ? absolute : try absolute.subtracting(.rational(units.offset), context)
        return Quantity(product, units, isConverted: isConverted, isProduct: true)
    }

    /// The quotient; a plain number when the units cancel.
    func divided(by other: Quantity, _ context: EvaluationContext) throws(Fault) -> Value {
        try multiplied(by: try other.reciprocal(context), context)
    }

    /// The quantity divided by a number.
    func divided(by number: Number, _ context: EvaluationContext) throws(Fault) -> Quantity {
        try multiplied(by: try Number(1).divided(by: number, context), context)
    }

    /// One over the quantity.
    func reciprocal(_ context: EvaluationContext) throws(Fault) -> Quantity {
        let units = try units.raised(to: -1)
        guard value != nil else { return Quantity(nil, units, isProduct: true) }
        let value = try Number(1).divided(by: try absoluteValue(context), context)
        return Quantity(value, units, isConverted: isConverted, isProduct: true)
    }

    /// The power with an exact exponent that leaves whole powers of the units; a plain number for 0.
    func power(_ exponent: Rational, _ context: EvaluationContext) throws(Fault) -> Value {
        let units = try units.raised(to: exponent)
        if value == nil, units.dimension != .none { return .quantity(Quantity(nil, units, isProduct: true)) }
        let power = try Power.of(try absoluteValue(context), .rational(exponent), context)
        return try Self.product(power, units, isConverted: isConverted, context)
    }

    /// The quantity with the other sign.
    var negated: Quantity { mapped { $0.negated } }

    /// The quantity without its sign.
    func magnitude(_ context: EvaluationContext) throws(Fault) -> Quantity {
        guard let value else { return self }
        return Quantity(try value.magnitude(context), units, isConverted: isConverted, isProduct: isProduct)
    }

    /// -1, 0 or 1.
    func sign(_ context: EvaluationContext) throws(Fault) -> Int { try value?.sign(context) ?? 1 }

    /// -1, 0 or 1 for less, equal, greater.
    /// - Throws: `unit_mismatch` for quantities of different dimensions.
    func compare(_ other: Quantity, _ context: EvaluationContext) throws(Fault) -> Int {
        try (value ?? Number(1)).compare(try other.converted(to: units, context), context)
    }

    /// Whether both are equally much.
    /// - Throws: as `compare`.
    func equals(_ other: Quantity, _ context: EvaluationContext) throws(Fault) -> Bool {
        try (value ?? Number(1)).equals(try other.converted(to: units, context), context)
    }

    private func mapped(_ function: (Number) -> Number) -> Quantity {
        Quantity(
            value.map(function) ?? function(Number(1)), units, isConverted: isConverted, isProduct: isProduct)
    }

    /// As mathjs: temperatures are added from the zero of nature, so that 20 degC + 5 degC is 298.15 degC.
    private func combined(
        _ other: Quantity, _ context: EvaluationContext, _ combine: (Number, Number) throws(Fault) -> Number
    ) throws(Fault) -> Quantity {
        guard dimension == other.dimension else { throw .mismatch(units, other.units) }
        guard let value, other.value != nil else {
            throw Fault(.unitExpected, "A unit alone can't be added: write a number before it, such as 1 cm")
        }
        var right = try other.converted(to: units, context)
        if !units.offset.isZero { right = try right.adding(.rational(units.offset), context) }
        return Quantity(try combine(value, right), units, isProduct: isProduct)
    }
}

extension UnitProduct {
    /// - Throws: `domain` when a unit would have a power that is not whole.
    func raised(to exponent: Rational) throws(Fault) -> UnitProduct {
        UnitProduct(
            try factors.map { factor throws(Fault) in
                guard let product = (exponent * Rational(factor.power)).asInteger else {
                    throw Fault(
                        .domain, parameter: "b", "The units would have a power that is not whole: use another exponent")
                }
                guard let power = product.asInt, power.magnitude <= Self.maximumPower else {
                    throw .unitPowerTooLarge
                }
                return UnitFactor(unit: factor.unit, power: power)
            })
    }
}
