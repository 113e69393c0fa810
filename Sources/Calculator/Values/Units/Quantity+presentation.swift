import Numbers

extension Quantity {
    /// How answers write the quantity, as mathjs does: products in the simplest units, and a single unit with the prefix
    /// that leaves a handy number before it.
    func presented(_ context: EvaluationContext) throws(Fault) -> Quantity {
        guard value != nil else { return self }
        var shown = self
        if isProduct, !isConverted || units.factors.count > 1 {
            let simple = units.simplified
            shown = Quantity(try converted(to: simple, context), simple, isConverted: isConverted)
        }
        guard !isConverted, let better = try shown.withBestPrefix(context) else { return shown }
        return Quantity(try shown.converted(to: better, context), better)
    }

    /// The units with a prefix that brings the number nearest to 10^1.2, on a logarithmic scale; nil where the number is
    /// handy as it is: from 0.1 to 1000, or 0.
    private func withBestPrefix(_ context: EvaluationContext) throws(Fault) -> UnitProduct? {
        guard units.factors.count == 1, let value, let factor = units.factors.first else { return nil }
        let present = factor.unit.prefix
        guard let size = value.approximateLogarithm10(context), !(-1.000_001...3.000_001).contains(size) else {
            return nil
        }
        var best: (prefix: UnitPrefix, distance: Double) = (present, (size - 1.2).magnitude)
        for prefix in factor.unit.unit.prefixes.prefixes where prefix.isScientific {
            let ratio = try Fault.of(nil) { () throws(NumberError) in
                try present.factor.divided(by: prefix.factor)
            }
            guard let step = Number.rational(ratio).approximateLogarithm10(context) else { continue }
            let distance = (size + step * Double(factor.power) - 1.2).magnitude
            let isBetter =
                distance < best.distance
                || distance == best.distance && prefix.name.utf8.count < best.prefix.name.utf8.count
            if isBetter { best = (prefix, distance) }
        }
        if best.prefix == present { return nil }
        let unit = PrefixedUnit(unit: factor.unit.unit, prefix: best.prefix)
        return UnitProduct([UnitFactor(unit: unit, power: factor.power)])
    }
}

extension Number {
    /// The decimal logarithm of the absolute value, good enough to choose a prefix by; nil for what may be 0.
    fileprivate func approximateLogarithm10(_ context: EvaluationContext) -> Double? {
        let magnitude = ball(context).magnitude(bits: 64)
        guard magnitude.isPositive == true,
            case .value(let logarithm) = magnitude.logarithm10(bits: 128).nearestDouble
        else { return nil }
        return logarithm
    }
}
