import Numbers

/// What the distributions have in common: their parameters, and what the functions of each are called.
enum Distribution {
    /// Degrees of freedom, means and rates are at most this.
    static let greatest = 1_000_000

    static let place = Parameter.real("x", "the place, any real number")

    static let probability = Parameter.real(
        "p", "the probability that lies to the left, from 0 to 1", minimum: 0, maximum: 1)

    static func freedom(_ name: String = "df", _ summary: String = "the degrees of freedom, above 0") -> Parameter {
        .real(name, summary, minimum: 0, maximum: greatest)
    }

    /// A parameter that has to be above 0.
    static func positive(
        _ arguments: Arguments, _ index: Int, _ name: String, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        let value = try arguments.number(index)
        guard try value.sign(context) > 0 else {
            throw Fault(.domain, parameter: name, "Give a number above 0 here")
        }
        return value
    }

    /// Degrees of freedom: not so few that a value would have more digits than anything may.
    static func freedom(
        _ arguments: Arguments, _ index: Int, _ name: String, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        let value = try positive(arguments, index, name, context)
        if value.ball(context).real.isLess(than: Rational(numerator: 1, over: 1_000_000)) == true {
            throw Fault(.tooLarge, parameter: name, "Give at least 0.000001 degrees of freedom")
        }
        return value
    }

    /// A quantile that lies at infinity.
    static func infinite(_ p: String) -> Fault {
        Fault(.domain, parameter: "p", "The quantile of \(p) would be infinite: give a probability between 0 and 1")
    }

    /// The place where a monotone function has this value.
    static func place(
        of target: Number, _ function: MonotoneFunction, _ context: EvaluationContext
    ) throws(Fault) -> RealBall {
        try SpecialValue.checkBits(context)
        let target = try target.realBall(context)
        let place = try Fault.of("p") { () throws(NumberError) in try function.place(of: target, bits: context.bits) }
        guard let place else { throw .needsPrecision }
        return place
    }
}

extension Rational {
    /// A fraction of literals.
    init(numerator: Int, over denominator: Int) {
        self = (try? Rational(numerator: Integer(numerator), denominator: Integer(denominator))) ?? 0
    }

    static let half = Rational(numerator: 1, over: 2)
}

extension Number {
    static let half = Number.rational(.half)

    /// One less the number.
    func complement(_ context: EvaluationContext) throws(Fault) -> Number {
        try Number(1).subtracting(self, context)
    }
}
