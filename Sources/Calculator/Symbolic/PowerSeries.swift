import Numbers

/// The first terms of a series in t, t being small and positive: t^valuation times the coefficients from the constant
/// on. What is not known begins at t^(valuation + count).
struct PowerSeries {
    var valuation: Int
    var coefficients: [Formula]

    var count: Int { coefficients.count }

    static func constant(_ value: Formula, _ count: Int) -> PowerSeries {
        PowerSeries(valuation: 0, coefficients: [value] + [Formula](repeating: .zero, count: count - 1))
    }

    static func monomial(_ exponent: Int, _ coefficient: Formula = .one, _ count: Int) -> PowerSeries {
        var series = constant(coefficient, count)
        series.valuation = exponent
        return series
    }

    /// The coefficient of t^exponent, which has to be known.
    func coefficient(_ exponent: Int) -> Formula {
        exponent < valuation || exponent - valuation >= count ? .zero : coefficients[exponent - valuation]
    }

    static func + (a: PowerSeries, b: PowerSeries) -> PowerSeries {
        let first = min(a.valuation, b.valuation)
        let end = min(a.valuation + a.count, b.valuation + b.count)
        return PowerSeries(
            valuation: first,
            coefficients: (first..<max(end, first + 1)).map { exponent in
                exponent < end ? a.coefficient(exponent) + b.coefficient(exponent) : .zero
            })
    }

    static func * (a: PowerSeries, b: PowerSeries) -> PowerSeries {
        let count = min(a.count, b.count)
        return PowerSeries(
            valuation: a.valuation + b.valuation,
            coefficients: (0..<count).map { n in
                Formula.adding((0...n).map { a.coefficients[$0] * b.coefficients[n - $0] })
            })
    }

    func scaled(by factor: Formula) -> PowerSeries {
        PowerSeries(valuation: valuation, coefficients: coefficients.map { $0 * factor })
    }

    static prefix func - (a: PowerSeries) -> PowerSeries { a.scaled(by: .number(-1)) }

    /// The derivative by t.
    var derivative: PowerSeries {
        PowerSeries(
            valuation: valuation - 1,
            coefficients: coefficients.enumerated().map { $0.element.scaled(by: Rational(valuation + $0.offset)) })
    }

    /// From a first coefficient that is not 0: a power with any exponent, but for the power of t in front.
    func unitPower(_ exponent: Formula) -> [Formula] {
        let inverse = coefficients[0].raised(to: .number(-1))
        var result = [coefficients[0].raised(to: exponent)]
        for n in 1..<max(count, 1) where n < count {
            let terms =
                (1...n).map { k in
                    .multiplying([
                        exponent.scaled(by: Rational(k)) - .number(Rational(n - k)), coefficients[k], result[n - k],
                    ])
                } as [Formula]
            result.append((.adding(terms) * inverse).scaled(by: Rational(1, over: n)))
        }
        return result
    }

    /// The functions that solve y' = a y and the like: valuation 0 is assumed.
    func exponential() -> PowerSeries {
        var result = [Formula.exp(coefficients[0])]
        for n in 1..<max(count, 1) where n < count {
            let terms = (1...n).map { k in (coefficients[k] * result[n - k]).scaled(by: Rational(k)) }
            result.append(Formula.adding(terms).scaled(by: Rational(1, over: n)))
        }
        return PowerSeries(valuation: 0, coefficients: result)
    }

    /// Sine and cosine, or both hyperbolic functions: they differ in one sign.
    func sineAndCosine(isHyperbolic: Bool) -> (sine: PowerSeries, cosine: PowerSeries) {
        let constant = coefficients[0]
        var sine = [isHyperbolic ? Formula.calling("sinh", [constant]) : .sin(constant)]
        var cosine = [isHyperbolic ? Formula.calling("cosh", [constant]) : .cos(constant)]
        for n in 1..<max(count, 1) where n < count {
            let weights = (1...n).map { coefficients[$0].scaled(by: Rational($0)) }
            let scale = Rational(1, over: n)
            let s = Formula.adding((1...n).map { weights[$0 - 1] * cosine[n - $0] }).scaled(by: scale)
            let c = Formula.adding((1...n).map { weights[$0 - 1] * sine[n - $0] }).scaled(by: scale)
            sine.append(s)
            cosine.append(isHyperbolic ? c : -c)
        }
        return (PowerSeries(valuation: 0, coefficients: sine), PowerSeries(valuation: 0, coefficients: cosine))
    }
}

extension Rational {
    /// The fraction of two numbers, the second positive.
    init(_ numerator: Int, over denominator: Int) {
        self = (try? Rational(numerator: Integer(numerator), denominator: Integer(denominator))) ?? 0
    }
}
