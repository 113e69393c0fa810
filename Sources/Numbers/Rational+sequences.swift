internal import CFlint

extension Rational {
    /// The n-th Bernoulli number, where B(1) is -1/2.
    public static func bernoulli(_ n: Integer) throws(NumberError) -> Rational {
        if n.isNegative { throw .domain("Bernoulli numbers are defined for integers that are at least 0") }
        guard let index = n.asInt, index <= NumberLimits.maximumBernoulli else {
            throw .tooLarge(
                "Bernoulli numbers are calculated up to \(NumberLimits.maximumBernoulli); use a smaller number")
        }
        return made { bernoulli_fmpq_ui($0, UInt(index)) }
    }

    /// The sum of 1, 1/2, …, 1/n; 0 for 0.
    public static func harmonic(_ n: Integer) throws(NumberError) -> Rational {
        if n.isNegative { throw .domain("Harmonic numbers are defined for integers that are at least 0") }
        guard let index = n.asInt, index <= NumberLimits.maximumHarmonic else {
            throw .tooLarge(
                "Harmonic numbers are calculated up to \(NumberLimits.maximumHarmonic); use a smaller number")
        }
        return made { fmpq_harmonic_ui($0, UInt(index)) }
    }
}
