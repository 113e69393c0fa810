import Numbers

extension Formula {
    /// The derivative, where the functions have one; the absolute value and roots of negative numbers as real functions.
    /// - Throws: `domain` for a function without a derivative, `too_large`.
    func derivative(_ variable: String) throws(Fault) -> Formula {
        guard contains(variable) else { return .zero }
        switch self {
        case .number: return .zero
        case .symbol: return .one
        case .sum(let terms):
            var derivatives: [Formula] = []
            for term in terms { derivatives.append(try term.derivative(variable)) }
            return .adding(derivatives)
        case .product(let factors):
            guard factors.count <= Self.factorsLimit else { throw .formulaTooLarge }
            var terms: [Formula] = []
            for (index, factor) in factors.enumerated() {
                var others = factors
                others[index] = try factor.derivative(variable)
                if !others[index].isZero { terms.append(.multiplying(others)) }
            }
            return .adding(terms)
        case .power(let base, let exponent): return try Self.power(base, exponent, variable)
        case .call(let name, let arguments):
            var terms: [Formula] = []
            for (index, argument) in arguments.enumerated() where argument.contains(variable) {
                guard let outer = Self.partialDerivative(name, arguments, index) else {
                    throw Fault(
                        .domain, "The derivative of \(name) is not known: use elementary functions without jumps")
                }
                terms.append(outer * (try argument.derivative(variable)))
            }
            return .adding(terms)
        }
    }

    /// A product of more factors has too long a derivative.
    private static let factorsLimit = 200

    private static func power(_ base: Formula, _ exponent: Formula, _ variable: String) throws(Fault) -> Formula {
        let inner = try base.derivative(variable)
        if !exponent.contains(variable) { return .multiplying([exponent, base.raised(to: exponent - .one), inner]) }
        let rate = try exponent.derivative(variable)
        let power = base.raised(to: exponent)
        if inner.isZero { return .multiplying([power, .log(base), rate]) }
        return power * (rate * .log(base) + .multiplying([exponent, inner, base.raised(to: .number(-1))]))
    }

    /// The derivative of a function by one of its arguments; nil when none is known.
    private static func partialDerivative(_ name: String, _ arguments: [Formula], _ index: Int) -> Formula? {
        if arguments.count == 1 { return outerDerivative(name, arguments[0]) ?? specialDerivative(name, arguments[0]) }
        switch (name, arguments.count) {
        case ("log", 2):
            let (x, base) = (arguments[0], arguments[1])
            if index == 0 { return Formula.one / (x * .log(base)) }
            return -Formula.log(x) / (base * Formula.log(base).squared)
        case ("nthRoot", 2) where index == 0:
            let (x, degree) = (arguments[0], arguments[1])
            return calling("nthRoot", [x, degree]) / (degree * x)
        case ("hypot", _): return arguments[index] / .call(name, arguments)
        case ("atan2", 2):
            let size = arguments[0].squared + arguments[1].squared
            return index == 0 ? arguments[1] / size : -arguments[0] / size
        case ("besselj", 2) where index == 1, ("bessely", 2) where index == 1:
            return (neighbour(name, arguments, -1) - neighbour(name, arguments, 1)).scaled(by: .half)
        case ("besseli", 2) where index == 1:
            return (neighbour(name, arguments, -1) + neighbour(name, arguments, 1)).scaled(by: .half)
        case ("besselk", 2) where index == 1:
            return (neighbour(name, arguments, -1) + neighbour(name, arguments, 1)).scaled(by: -.half)
        default: return nil
        }
    }

    /// The function of the next or the last order.
    private static func neighbour(_ name: String, _ arguments: [Formula], _ step: Int) -> Formula {
        calling(name, [arguments[0] + .number(Rational(step)), arguments[1]])
    }

    private static func outerDerivative(_ name: String, _ x: Formula) -> Formula? {
        let inverse = x.raised(to: .number(-1))
        switch name {
        case "exp": return exp(x)
        case "log": return inverse
        case "log2": return inverse / log(.number(2))
        case "log10": return inverse / log(.number(10))
        case "cbrt": return Formula.one / calling("cbrt", [x]).squared.scaled(by: 3)
        case "nthRoot": return Formula.one / calling("nthRoot", [x]).scaled(by: 2)
        case "abs": return x / .call("abs", [x])
        case "hypot": return x / .call("hypot", [x])
        case "sin": return cos(x)
        case "cos": return -sin(x)
        case "tan": return cos(x).raised(to: .number(-2))
        case "asin": return (Formula.one - x.squared).raised(to: .number(-.half))
        case "acos": return -(Formula.one - x.squared).raised(to: .number(-.half))
        case "atan": return Formula.one / (x.squared + .one)
        case "sec": return sin(x) * cos(x).raised(to: .number(-2))
        case "csc": return -cos(x) * sin(x).raised(to: .number(-2))
        case "cot": return -sin(x).raised(to: .number(-2))
        case "acot": return -Formula.one / (x.squared + .one)
        case "log1p": return Formula.one / (x + .one)
        case "expm1": return exp(x)
        case "unaryMinus": return -Formula.one
        default: return hyperbolicDerivative(name, x) ?? reciprocalInverseDerivative(name, x)
        }
    }

    private static func hyperbolicDerivative(_ name: String, _ x: Formula) -> Formula? {
        let (sinh, cosh) = (calling("sinh", [x]), calling("cosh", [x]))
        switch name {
        case "sech": return -sinh * cosh.raised(to: .number(-2))
        case "csch": return -cosh * sinh.raised(to: .number(-2))
        case "coth": return -sinh.raised(to: .number(-2))
        case "sinh": return calling("cosh", [x])
        case "cosh": return calling("sinh", [x])
        case "tanh": return calling("cosh", [x]).raised(to: .number(-2))
        case "asinh": return (x.squared + .one).raised(to: .number(-.half))
        case "acosh": return (x - .one).raised(to: .number(-.half)) * (x + .one).raised(to: .number(-.half))
        case "atanh", "acoth": return Formula.one / (Formula.one - x.squared)
        default: return nil
        }
    }

    /// Those of 1/x, whose branch cuts they have (DLMF 4.23.7 to 4.23.9, 4.37.7 to 4.37.9).
    private static func reciprocalInverseDerivative(_ name: String, _ x: Formula) -> Formula? {
        let inverse = x.raised(to: .number(-1))
        let inner: String
        switch name {
        case "asec": inner = "acos"
        case "acsc": inner = "asin"
        case "asech": inner = "acosh"
        case "acsch": inner = "asinh"
        default: return nil
        }
        return outerDerivative(inner, inverse).map { -$0 * inverse.squared }
    }

    private static func specialDerivative(_ name: String, _ x: Formula) -> Formula? {
        let gaussian = exp(-x.squared).scaled(by: 2) / Formula.pi.squareRoot
        switch name {
        case "erf": return gaussian
        case "erfc": return -gaussian
        case "gamma": return calling("gamma", [x]) * calling("digamma", [x])
        case "lgamma": return calling("digamma", [x])
        case "ei": return exp(x) / x
        case "si": return sin(x) / x
        case "ci": return cos(x) / x
        case "li": return Formula.one / log(x)
        case "lambertw": return calling(name, [x]) / (x * (calling(name, [x]) + .one))
        default: return nil
        }
    }
}
