import Numbers

extension MathOperation {
    static let sumSeries = symbolic(
        "sumSeries",
        "Sum of an expression over whole numbers; without an upper end the infinite sum, where it can be proven.",
        [
            .expression("expr", "the term as text, or a function of one variable"),
            .variable("variable", "the index", default: "n"),
            .integer("first", "the first value of the index", digits: 1_000),
            .integer(
                "last", "the last value of the index; without bounds when left out", digits: 1_000, isRequired: false),
        ],
        examples: [
            "sumSeries(\"n^2\", \"n\", 1, 10)": "385", "sumSeries(\"1/n^2\", \"n\", 1)": "pi^2/6",
            "sumSeries(\"1/2^n\", \"n\", 0)": "2", "sumSeries(\"1/n!\", \"n\", 0)": "2.7182818284590452354",
        ]
    ) { arguments, context throws(Fault) in
        let variable = try VariableName.checked(try arguments.word(1), context)
        let sum = IndexedSum(
            source: try arguments.value(0), variable: variable, first: try arguments.integer(2), context: context)
        return .number(try arguments.has(3) ? sum.finite(to: try arguments.integer(3)) : sum.infinite())
    }
}

/// A sum over whole numbers.
struct IndexedSum {
    let source: Value
    let variable: String
    let first: Integer
    let context: EvaluationContext

    private static let termsLimit = 100_000

    func finite(to last: Integer) throws(Fault) -> Number {
        if last < first { return Number(0) }
        if let count = (last - first + 1).asInt, count <= Self.termsLimit { return try added(count) }
        let formula = try FormulaReader.formula(of: source, in: variable, context).simplified
        if let polynomial = formula.polynomial(in: variable) {
            return .rational(try Self.sum(of: polynomial, from: first, to: last))
        }
        if let geometric = GeometricSum(formula, in: variable) { return try geometric.value(from: first, to: last) }
        throw Fault(
            .tooLarge, parameter: "last",
            "Give at most \(Self.termsLimit) terms, unless they are a polynomial, or one times powers of a fraction")
    }

    private func added(_ count: Int) throws(Fault) -> Number {
        let evaluator = context.program
        var node: Node?
        if case .string(let text, _) = source { node = try expression(text) }
        var terms: [Number] = []
        terms.reserveCapacity(count)
        for index in 0..<count {
            if index.isMultiple(of: 64) { try context.checkDeadline() }
            let n = Value.integer(first + Integer(index))
            let value: Value
            if let node {
                value = try evaluated(node, n, evaluator)
            } else if case .function(let function) = source {
                value = try evaluator.call(function, [n], [])
            } else {
                throw Fault(.expressionExpected, parameter: "expr", "Give an expression as text, or a function")
            }
            guard let number = Operators.number(value) else {
                throw Fault(.numberExpected, parameter: "expr", "Give a term that is a number, not \(value.kind)")
            }
            terms.append(number)
        }
        return try Folding.sum(terms, context)
    }

    private func expression(_ text: String) throws(Fault) -> Node {
        do throws(Fault) { return try Parser.expression(of: text) } catch { throw error.withoutPlace }
    }

    private func evaluated(_ node: Node, _ n: Value, _ evaluator: any Interpreter) throws(Fault) -> Value {
        do throws(Fault) { return try evaluator.evaluate(node, with: [variable: n]) } catch { throw error.withoutPlace }
    }

    /// Newton's forward differences: the k-th at `first` times the binomial coefficient of the count and k + 1.
    static func sum(of polynomial: RationalPolynomial, from first: Integer, to last: Integer) throws(Fault) -> Rational
    {
        var differences = (0...max(polynomial.degree, 0)).map {
            polynomial.value(at: Rational(first + Integer($0)))
        }
        let count = Rational(last - first + 1)
        var (binomial, total) = (Rational.one, Rational.zero)
        var order = 0
        while let leading = differences.first {
            binomial = binomial * (count - Rational(order)) * Rational(1, over: order + 1)
            total = try (total + leading * binomial).checked()
            differences = zip(differences.dropFirst(), differences).map { $0 - $1 }
            order += 1
        }
        return total
    }
}

extension IndexedSum {
    func infinite() throws(Fault) -> Number {
        let formula = try FormulaReader.formula(of: source, in: variable, context).withFactorials.simplified
        if formula.dividesByZero { throw Fault(.divisionByZero, parameter: "expr", "Division by zero") }
        try BallFunction(formula, of: variable, context).checkNames()
        if !formula.contains(variable) {
            guard try formula.value(context).isZero(context) else { throw .divergentSum }
            return Number(0)
        }
        var total = Number(0)
        var rational: [Formula] = []
        for term in (formula.expanded ?? formula).terms {
            if RationalFunction(term, in: variable) != nil {
                rational.append(term)
            } else {
                total = try total.adding(infinite(term), context)
            }
        }
        // Terms that are fractions may converge only together.
        if let function = RationalFunction(.adding(rational), in: variable) {
            guard let value = try RationalSum(function: function, first: first, context: context).value() else {
                throw unknown
            }
            total = try total.adding(value, context)
        }
        return total
    }

    private func infinite(_ term: Formula) throws(Fault) -> Number {
        let constants = Formula.multiplying(term.factors.filter { !$0.contains(variable) })
        let others = Formula.multiplying(term.factors.filter { $0.contains(variable) })
        return try converging(others).multiplied(by: constants.value(context), context)
    }

    private func converging(_ term: Formula) throws(Fault) -> Number {
        if let alternating = try alternating(term) { return alternating }
        if let geometric = GeometricSum(term, in: variable) { return try geometric.value(from: first, to: nil) }
        if let function = RationalFunction(term, in: variable),
            let value = try RationalSum(function: function, first: first, context: context).value()
        {
            return value
        }
        if let power = try inversePower(term) { return power }
        let hypergeometric = HypergeometricSum(term: term, variable: variable, first: first, context: context)
        guard let value = try hypergeometric.value() else { throw unknown }
        return value
    }

    private var unknown: Fault {
        Fault(
            .cannotCertify, parameter: "expr",
            "The infinite sum could not be proven: give fractions of polynomials, powers and factorials of the index, or an upper end"
        ).finally
    }

    /// (-1)^n times a rational function that falls to 0, two terms at a time.
    private func alternating(_ term: Formula) throws(Fault) -> Number? {
        guard
            let index = term.factors.firstIndex(where: { factor in
                if case .power(.number(-1), let exponent) = factor { exponent.contains(variable) } else { false }
            }), case .power(_, let exponent) = term.factors[index], let linear = exponent.polynomial(in: variable),
            linear.degree == 1, let slope = linear.leadingCoefficient.asInteger, !slope.isEven,
            let constant = linear.coefficients[0].asInteger
        else { return nil }
        var factors = term.factors
        factors.remove(at: index)
        let rest = Formula.multiplying(factors)
        guard let function = RationalFunction(rest, in: variable) else { return nil }
        guard function.numerator.degree < function.denominator.degree else { throw .divergentSum }
        let even = Formula.symbol(variable).scaled(by: 2) + .number(Rational(first))
        let pair = rest.replacing(variable, with: even) - rest.replacing(variable, with: even + .one)
        guard let pairs = RationalFunction(pair, in: variable) else { return nil }
        let value = try RationalSum(function: pairs, first: 0, context: context).value()
        let isNegative = !(slope * first + constant).isEven
        return isNegative ? value?.negated : value
    }

    /// (a n + b)^-s with a fraction s.
    private func inversePower(_ term: Formula) throws(Fault) -> Number? {
        guard case .power(let base, .number(let exponent)) = term, let linear = base.polynomial(in: variable),
            linear.degree == 1, linear.leadingCoefficient > 0
        else { return nil }
        let slope = linear.leadingCoefficient
        let start = try Rational(first) + linear.coefficients[0].divided(by: slope, parameter: "expr")
        guard start > 0 else { return nil }
        let scale = try Power.of(.rational(slope), .rational(exponent), context)
        return try HurwitzSum.value(order: -exponent, from: start, context).multiplied(by: scale, context)
    }
}

extension Formula {
    /// Binomial coefficients by factorials.
    fileprivate var withFactorials: Formula {
        let parts = parts.map(\.withFactorials)
        if case .call("combinations", _) = self, parts.count == 2 {
            let below = Formula.calling("factorial", [parts[1]]) * .calling("factorial", [parts[0] - parts[1]])
            return .calling("factorial", [parts[0]]) / below
        }
        return rebuilt(from: parts)
    }
}
