import Numbers

extension MathOperation {
    static let limit = symbolic(
        "limit",
        "Limit of an expression at a point, or for a variable that grows without bounds when no point is given.",
        [
            .expression("expr", "the expression as text, or a function of one variable"),
            .variable("variable", "the variable", default: "x"),
            .real("a", "the point that the variable approaches", isRequired: false),
            .choice("side", "from which side", ["both", "left", "right"], default: "both"),
        ],
        examples: [
            "limit(\"sin(x)/x\", \"x\", 0)": "1", "limit(\"(1 + 1/x)^x\", \"x\")": "e",
            "limit(\"abs(x)/x\", \"x\", 0, \"left\")": "-1",
        ]
    ) { arguments, context throws(Fault) in
        let variable = try VariableName.checked(try arguments.word(1), context)
        let formula = try FormulaReader.formula(of: try arguments.value(0), in: variable, context)
        if formula.dividesByZero { throw Fault(.divisionByZero, parameter: "expr", "Division by zero") }
        let limit = LimitSearch(formula: formula.simplified, variable: variable, context: context)
        guard arguments.has(2) else { return .number(try limit.valueAtInfinity()) }
        let point = try ExactPoint.formula(of: try arguments.number(2), context)
        return .number(try limit.value(at: point, side: try arguments.word(3)))
    }
}

/// A limit, found from the first term of a series.
struct LimitSearch {
    let formula: Formula
    let variable: String
    let context: EvaluationContext

    func valueAtInfinity() throws(Fault) -> Number {
        try oneSided(formula.replacing(variable, with: Formula.symbol(variable).raised(to: .number(-1))))
    }

    func value(at point: Formula, side: String) throws(Fault) -> Number {
        let step = Formula.symbol(variable)
        if side == "right" { return try oneSided(formula.replacing(variable, with: point + step)) }
        let left = try oneSided(formula.replacing(variable, with: point - step))
        if side == "left" { return left }
        let right = try oneSided(formula.replacing(variable, with: point + step))
        guard try left.equals(right, context) else {
            throw Fault(
                .domain, parameter: "side",
                "The limits from the left and from the right are different: ask for one side, \"left\" or \"right\"")
        }
        return right
    }

    private static let greatestCount = 40
    private static let greatestRamification = 24

    /// For t that falls to 0.
    private func oneSided(_ formula: Formula) throws(Fault) -> Number {
        var (count, ramification) = (6, 1)
        while true {
            let expansion = Expansion(
                variable: variable, count: count, context: context, ramification: ramification)
            do throws(Expansion.Failure) {
                if let value = try value(of: formula, expansion) { return value }
                throw .short
            } catch {
                switch error {
                case .fault(let fault): throw fault
                case .short: count *= 2
                case .ramified(let degree): ramification *= max(degree, 2)
                case .unknown: throw unknown
                }
            }
            guard count <= Self.greatestCount, ramification <= Self.greatestRamification else { throw unknown }
        }
    }

    private var unknown: Fault {
        Fault(
            .cannotCertify, parameter: "expr",
            "The limit could not be proven: it may not exist, or the expression is beyond the series that are known"
        ).finally
    }

    /// Nil when the terms do not suffice.
    private func value(of formula: Formula, _ expansion: Expansion) throws(Expansion.Failure) -> Number? {
        if let decay = try exponentialDecay(formula, expansion) { return decay }
        let series = try expansion.series(formula)
        // All that is known may be 0: then so is the limit if that reaches beyond the constant.
        var first = 0
        while first < series.count, try expansion.isZero(series.coefficients[first]) { first += 1 }
        let order = series.valuation + first
        if order > 0 { return Number(0) }
        guard first < series.count else { return nil }
        guard order == 0, !series.coefficients[first].simplified.contains(Expansion.logarithm) else {
            throw .fault(
                Fault(.notFinite, parameter: "expr", "The limit is infinite: the expression grows without bounds there")
            )
        }
        do throws(Fault) { return try series.coefficients[first].simplified.value(context) } catch {
            throw .fault(error)
        }
    }

    /// An exponential that falls to 0 is stronger than any power.
    private func exponentialDecay(_ formula: Formula, _ expansion: Expansion) throws(Expansion.Failure) -> Number? {
        var exponent: Formula?
        var others: [Formula] = []
        for factor in formula.factors {
            if case .call("exp", let arguments) = factor { exponent = arguments[0] } else { others.append(factor) }
        }
        guard let exponent, exponent.contains(variable) else { return nil }
        let series = try expansion.stripped(try expansion.series(exponent))
        guard series.valuation < 0 else { return nil }
        _ = try expansion.series(.multiplying(others))
        do throws(Fault) {
            guard try series.coefficients[0].value(context).sign(context) > 0 else { return Number(0) }
        } catch {
            throw .fault(error)
        }
        throw .fault(
            Fault(.notFinite, parameter: "expr", "The limit is infinite: the expression grows without bounds there"))
    }
}
