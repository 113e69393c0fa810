import Numbers

/// Expands formulas in powers of t, for t small and positive, as far as their functions are known.
struct Expansion {
    /// Why there is no series.
    enum Failure: Error {
        /// t has to be the power of another variable.
        case ramified(Int)
        /// More terms are needed: all that are known are 0.
        case short
        /// The function has no such series, or none that is known.
        case unknown
        case fault(Fault)
    }

    /// The name of t in formulas.
    let variable: String
    let count: Int
    let context: EvaluationContext
    /// What t is the power of: t = s^ramification, and the series is one in s.
    let ramification: Int

    /// The logarithm of the series' variable: it grows more slowly than any power. No source can contain the name.
    static let logarithm = "log\u{2032}"

    private static let sizeLimit = 4_000

    func series(_ formula: Formula) throws(Failure) -> PowerSeries {
        do throws(Fault) { try context.checkDeadline() } catch { throw .fault(error) }
        if !formula.contains(variable) { return .constant(formula, count) }
        let series: PowerSeries
        switch formula {
        case .number, .symbol: series = .monomial(ramification, .one, count)
        case .sum(let terms): series = try folded(terms, +)
        case .product(let factors): series = try folded(factors, *)
        case .power(let base, .number(let exponent)): series = try power(try self.series(base), exponent)
        case .power(let base, let exponent) where !exponent.contains(variable):
            series = try power(try self.series(base), exponent)
        case .power(let base, let exponent):
            series = try exponential(try logarithm(try self.series(base)) * (try self.series(exponent)))
        case .call(let name, let arguments): series = try call(name, arguments)
        }
        guard series.coefficients.reduce(0, { $0 + $1.size }) <= Self.sizeLimit else {
            throw .fault(.formulaTooLarge)
        }
        return series
    }

    private func folded(
        _ formulas: [Formula], _ combine: (PowerSeries, PowerSeries) -> PowerSeries
    ) throws(Failure) -> PowerSeries {
        var result = try series(formulas[0])
        for formula in formulas.dropFirst() { result = combine(result, try series(formula)) }
        return result
    }

    /// Whether a coefficient is 0: shown by its form, or by its exact value.
    func isZero(_ coefficient: Formula) throws(Failure) -> Bool {
        if case .number(let value) = coefficient { return value.isZero }
        let simple = coefficient.simplified
        if simple.isZero { return true }
        if simple.contains(Self.logarithm) {
            // Its powers are independent of each other.
            guard let parts = simple.expanded?.coefficients(in: Self.logarithm) else { throw .unknown }
            for part in parts where !(try isZero(part)) { return false }
            return true
        }
        do throws(Fault) {
            return try simple.value(context).isZero(context)
        } catch {
            // A name without a value is a number in general.
            if error.code == .undefinedSymbol { return false }
            throw .fault(error)
        }
    }

    /// The series from its first term on that is not 0.
    func stripped(_ series: PowerSeries) throws(Failure) -> PowerSeries {
        var first = 0
        while first < series.count, try isZero(series.coefficients[first]) { first += 1 }
        guard first < series.count else { throw .short }
        return PowerSeries(
            valuation: series.valuation + first, coefficients: Array(series.coefficients.dropFirst(first)))
    }

    /// The sign of a coefficient that is real and not 0; nil for a complex one.
    private func sign(_ coefficient: Formula) throws(Failure) -> Int? {
        do throws(Fault) {
            let value = try coefficient.value(context)
            return try value.isReal(context) ? try value.sign(context) : nil
        } catch {
            throw error.code == .undefinedSymbol ? .unknown : .fault(error)
        }
    }

    private func power(_ series: PowerSeries, _ exponent: Rational) throws(Failure) -> PowerSeries {
        let base = try stripped(series)
        let order = Rational(base.valuation) * exponent
        guard let valuation = order.asInteger?.asInt else {
            throw .ramified(order.denominator.asInt ?? 0)
        }
        // An integer power of a whole series stays one; any other needs the principal branch on the whole way.
        if !exponent.isInteger { try checkBranch(base) }
        return PowerSeries(valuation: valuation, coefficients: base.unitPower(.number(exponent)))
    }

    private func power(_ series: PowerSeries, _ exponent: Formula) throws(Failure) -> PowerSeries {
        let base = try stripped(series)
        guard base.valuation == 0 else { throw .unknown }
        try checkBranch(base)
        return PowerSeries(valuation: 0, coefficients: base.unitPower(exponent))
    }

    /// Beside the negative axis the principal value could jump.
    private func checkBranch(_ base: PowerSeries) throws(Failure) {
        guard let sign = try? sign(base.coefficients[0]) else {
            // A name without a value is taken for a positive number; a complex one lies beside the cut.
            return
        }
        if sign < 0 { try requireReal(base) }
    }

    private func requireReal(_ series: PowerSeries) throws(Failure) {
        for coefficient in series.coefficients where coefficient.asRational == nil {
            guard (try? coefficient.value(context).isReal(context)) == true else { throw .unknown }
        }
    }

    private func exponential(_ series: PowerSeries) throws(Failure) -> PowerSeries {
        let exponent = try regular(series)
        let constant = exponent.coefficients[0]
        guard constant.contains(Self.logarithm) else { return exponent.exponential() }
        // exp(c log t) is t^c.
        guard let parts = constant.expanded?.coefficients(in: Self.logarithm), parts.count == 2,
            case .number(let power) = parts[1].simplified
        else { throw .unknown }
        guard let shift = power.asInteger?.asInt else { throw .ramified(power.denominator.asInt ?? 0) }
        var rest = exponent
        rest.coefficients[0] = parts[0]
        var result = rest.exponential()
        result.valuation = shift
        return result
    }

    private func logarithm(_ series: PowerSeries) throws(Failure) -> PowerSeries {
        let x = try stripped(series)
        try checkBranch(x)
        var result = [Formula.log(x.coefficients[0])]
        if x.valuation != 0 {
            result[0] = result[0] + Formula.symbol(Self.logarithm).scaled(by: Rational(x.valuation))
        }
        let inverse = x.coefficients[0].raised(to: .number(-1))
        for n in 1..<max(x.count, 1) where n < x.count {
            var terms = [x.coefficients[n]]
            for k in 1..<max(n, 1) where k < n {
                terms.append((result[k] * x.coefficients[n - k]).scaled(by: -Rational(k, over: n)))
            }
            result.append(.adding(terms) * inverse)
        }
        return PowerSeries(valuation: 0, coefficients: result)
    }

    /// The series from t^0 on, which is where it has to begin.
    private func regular(_ series: PowerSeries) throws(Failure) -> PowerSeries {
        var result = series
        while result.valuation < 0, let first = result.coefficients.first {
            guard try isZero(first) else { throw .unknown }
            result.coefficients.removeFirst()
            result.valuation += 1
        }
        guard !result.coefficients.isEmpty else { throw .short }
        result.coefficients.insert(contentsOf: [Formula](repeating: .zero, count: result.valuation), at: 0)
        result.valuation = 0
        return result
    }
}

extension Expansion {
    private func call(_ name: String, _ arguments: [Formula]) throws(Failure) -> PowerSeries {
        let x = arguments[0]
        switch (name, arguments.count) {
        case ("exp", 1): return try exponential(try series(x))
        case ("log", 1): return try logarithm(try series(x))
        case ("log", 2): return try series(.log(x) / .log(arguments[1]))
        case ("log2", 1): return try series(.log(x) / .log(.number(2)))
        case ("log10", 1): return try series(.log(x) / .log(.number(10)))
        case ("sin", 1): return try regular(try series(x)).sineAndCosine(isHyperbolic: false).sine
        case ("cos", 1): return try regular(try series(x)).sineAndCosine(isHyperbolic: false).cosine
        case ("sinh", 1): return try regular(try series(x)).sineAndCosine(isHyperbolic: true).sine
        case ("cosh", 1): return try regular(try series(x)).sineAndCosine(isHyperbolic: true).cosine
        case ("tan", 1): return try series(.sin(x) / .cos(x))
        case ("tanh", 1): return try series(.calling("sinh", [x]) / .calling("cosh", [x]))
        case ("abs", 1), ("sign", 1): return try oriented(x, isSign: name == "sign")
        case ("cbrt", 1): return try realRoot(x, 3)
        case ("nthRoot", 1): return try realRoot(x, 2)
        case ("nthRoot", 2):
            guard let degree = arguments[1].asRational?.asInteger?.asInt, degree > 0 else { throw .unknown }
            return try realRoot(x, degree)
        case ("hypot", _): return try series(Formula.adding(arguments.map(\.squared)).squareRoot)
        case ("asin", 1), ("acos", 1), ("atanh", 1):
            try requirePositive(.one - x.squared)
            return try integrated(name, arguments)
        case ("acosh", 1):
            try requirePositive(x - .one)
            return try integrated(name, arguments)
        case ("atan", 1): return try arctangent(x)
        case ("asinh", 1): return try integrated(name, arguments)
        default: return try composed(name, arguments)
        }
    }

    private func oriented(_ x: Formula, isSign: Bool) throws(Failure) -> PowerSeries {
        let argument = try stripped(try series(x))
        guard let sign = try sign(argument.coefficients[0]) else { throw .unknown }
        try requireReal(argument)
        if isSign { return .constant(.number(Rational(sign)), count) }
        return sign < 0 ? -argument : argument
    }

    private func realRoot(_ x: Formula, _ degree: Int) throws(Failure) -> PowerSeries {
        let argument = try stripped(try series(x))
        guard let sign = try sign(argument.coefficients[0]), sign > 0 || !degree.isMultiple(of: 2) else {
            throw .unknown
        }
        let root = try power(sign < 0 ? -argument : argument, Rational(1, over: degree))
        return sign < 0 ? -root : root
    }

    private func requirePositive(_ formula: Formula) throws(Failure) {
        let leading = try stripped(try series(formula)).coefficients[0]
        guard try sign(leading) == 1 else { throw .unknown }
    }

    /// Beyond all bounds the arctangent tends to a quarter turn.
    private func arctangent(_ x: Formula) throws(Failure) -> PowerSeries {
        let argument = try stripped(try series(x))
        guard argument.valuation < 0 else { return try integrated("atan", [x]) }
        guard let sign = try sign(argument.coefficients[0]) else { throw .unknown }
        let quarter = PowerSeries.constant(Formula.pi.scaled(by: Rational(sign, over: 2)), count)
        return quarter + -(try integrated("atan", [x.raised(to: .number(-1))]))
    }

    /// A function by the series of its derivative; its value at t = 0 is the constant.
    private func integrated(_ name: String, _ arguments: [Formula]) throws(Failure) -> PowerSeries {
        let argument = try regular(try series(arguments[0]))
        let outer: Formula
        do throws(Fault) {
            outer = try Formula.call(name, [.symbol(variable)]).derivative(variable)
        } catch {
            throw .fault(error)
        }
        let rate = try series(outer.replacing(variable, with: arguments[0])) * argument.derivative
        var coefficients: [Formula] = []
        for (index, coefficient) in rate.coefficients.enumerated() {
            let exponent = rate.valuation + index + 1
            if exponent <= 0 {
                guard try isZero(coefficient) else { throw .unknown }
                continue
            }
            if coefficients.isEmpty {
                coefficients = [Formula](repeating: .zero, count: exponent)
                coefficients[0] = .calling(name, [argument.coefficients[0]])
            }
            coefficients.append(coefficient.scaled(by: Rational(1, over: exponent)))
        }
        guard !coefficients.isEmpty else { throw .short }
        return PowerSeries(valuation: 0, coefficients: coefficients)
    }

    private static let composedOrder = 12

    /// Any function with known derivatives by Taylor's formula, by its last argument.
    private func composed(_ name: String, _ arguments: [Formula]) throws(Failure) -> PowerSeries {
        guard let inner = arguments.last, arguments.dropLast().allSatisfy({ !$0.contains(variable) }) else {
            throw .unknown
        }
        var argument = try regular(try series(inner))
        let center = argument.coefficients[0]
        argument.coefficients[0] = .zero
        var derivative = Formula.call(name, Array(arguments.dropLast()) + [.symbol(variable)])
        var power = PowerSeries.constant(.one, count)
        var result = PowerSeries.constant(.zero, count)
        var factorial = Rational.one
        for order in 0..<count {
            guard order <= Self.composedOrder else {
                return PowerSeries(valuation: 0, coefficients: Array(result.coefficients.prefix(order)))
            }
            let value = derivative.replacing(variable, with: center).scaled(by: factorial)
            result = result + power.scaled(by: value)
            if order + 1 == count { break }
            do throws(Fault) {
                derivative = try derivative.derivative(variable).simplified
            } catch {
                throw .fault(error)
            }
            power = power * argument
            factorial = factorial * Rational(1, over: order + 1)
        }
        return result
    }
}

extension Formula {
    /// The coefficients of a sum of products as a polynomial in a name; nil when it is none.
    func coefficients(in name: String) -> [Formula]? {
        var result: [Formula] = []
        for term in terms {
            var exponent = 0
            var others: [Formula] = []
            for factor in term.factors {
                switch factor {
                case .symbol(name): exponent += 1
                case .power(.symbol(name), .number(let power)):
                    guard let power = power.asInteger?.asInt, (0...100).contains(power) else { return nil }
                    exponent += power
                default:
                    guard !factor.contains(name) else { return nil }
                    others.append(factor)
                }
            }
            while result.count <= exponent { result.append(.zero) }
            result[exponent] = result[exponent] + .multiplying(others)
        }
        return result
    }
}
