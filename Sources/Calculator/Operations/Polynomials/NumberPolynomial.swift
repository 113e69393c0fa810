import Numbers

/// A polynomial in one variable over the numbers of an evaluation, for few coefficients in closed form.
struct NumberPolynomial: Sendable {
    /// The constant one first; the last one is known not to be 0. None for the polynomial 0.
    let coefficients: [Number]

    /// - Throws: `undecided` when the precision does not tell the degree.
    init(_ coefficients: [Number], _ context: EvaluationContext) throws(Fault) {
        var coefficients = coefficients
        while let last = coefficients.last, try last.isZero(context) { coefficients.removeLast() }
        self.coefficients = coefficients
    }

    private init(known coefficients: [Number]) {
        self.coefficients = coefficients
    }

    var degree: Int { coefficients.count - 1 }
    var isZero: Bool { coefficients.isEmpty }

    /// The coefficients as fractions, when all are.
    var rational: RationalPolynomial? {
        let fractions = coefficients.compactMap(\.asRational)
        return fractions.count == coefficients.count ? RationalPolynomial(fractions) : nil
    }

    func derivative(_ context: EvaluationContext) throws(Fault) -> NumberPolynomial {
        var derivative: [Number] = []
        for (index, coefficient) in coefficients.enumerated().dropFirst() {
            derivative.append(try coefficient.multiplied(by: Number(index), context))
        }
        return NumberPolynomial(known: derivative)
    }

    /// With 1 as the leading coefficient.
    func monic(_ context: EvaluationContext) throws(Fault) -> NumberPolynomial {
        guard let leading = coefficients.last else { return self }
        var monic: [Number] = []
        for coefficient in coefficients.dropLast() { monic.append(try coefficient.divided(by: leading, context)) }
        return NumberPolynomial(known: monic + [Number(1)])
    }

    /// Quotient and remainder by a polynomial other than 0.
    func division(
        by divisor: NumberPolynomial, _ context: EvaluationContext
    ) throws(Fault) -> (quotient: NumberPolynomial, remainder: NumberPolynomial) {
        var rest = coefficients
        var quotient: [Number] = []
        while rest.count >= divisor.coefficients.count {
            try context.checkDeadline()
            let factor = try rest.removeLast().divided(by: divisor.coefficients[divisor.degree], context)
            quotient.append(factor)
            let shift = rest.count - divisor.degree
            for (index, coefficient) in divisor.coefficients.dropLast().enumerated() {
                let change = try factor.multiplied(by: coefficient, context)
                rest[shift + index] = try rest[shift + index].subtracting(change, context)
            }
        }
        return (NumberPolynomial(known: quotient.reversed()), try NumberPolynomial(rest, context))
    }

    /// The greatest common divisor, with 1 as its leading coefficient, by Euclid's algorithm.
    static func greatestCommonDivisor(
        _ a: NumberPolynomial, _ b: NumberPolynomial, _ context: EvaluationContext
    ) throws(Fault) -> NumberPolynomial {
        var (a, b) = (a, b)
        while !b.isZero {
            b = try b.monic(context)
            (a, b) = (b, try a.division(by: b, context).remainder)
        }
        return try a.monic(context)
    }

    /// Polynomials without repeated roots whose product, each as often as its multiplicity, is this one but for a
    /// constant (Yun's algorithm).
    func squareFreeParts(
        _ context: EvaluationContext
    ) throws(Fault) -> [(part: NumberPolynomial, multiplicity: Int)] {
        let derivative = try derivative(context)
        let repeated = try Self.greatestCommonDivisor(self, derivative, context)
        var b = try division(by: repeated, context).quotient
        var d = try derivative.division(by: repeated, context).quotient.minus(try b.derivative(context), context)
        var parts: [(part: NumberPolynomial, multiplicity: Int)] = []
        var multiplicity = 1
        while b.degree > 0 {
            let part = try Self.greatestCommonDivisor(b, d, context)
            if part.degree > 0 { parts.append((part, multiplicity)) }
            b = try b.division(by: part, context).quotient
            d = try d.division(by: part, context).quotient.minus(try b.derivative(context), context)
            multiplicity += 1
        }
        return parts
    }

    private func minus(_ other: NumberPolynomial, _ context: EvaluationContext) throws(Fault) -> NumberPolynomial {
        var difference: [Number] = []
        for index in 0..<max(coefficients.count, other.coefficients.count) {
            let (a, b) = (coefficient(index), other.coefficient(index))
            difference.append(try a.subtracting(b, context))
        }
        return try NumberPolynomial(difference, context)
    }

    private func coefficient(_ index: Int) -> Number {
        index < coefficients.count ? coefficients[index] : Number(0)
    }

    /// The value at a number (Horner).
    func value(at x: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        var value = Number(0)
        for coefficient in coefficients.reversed() {
            value = try value.multiplied(by: x, context).adding(coefficient, context)
        }
        return value
    }
}
