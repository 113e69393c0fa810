internal import CFlint

extension Rational {
    /// The Bernoulli number with this index, at least 0; that of 1 is -1/2. Throws `tooLarge` beyond index 100,000, whose
    /// number has 376,755 digits.
    public static func bernoulli(_ index: Int) throws(NumberError) -> Rational {
        precondition(index >= 0, "a Bernoulli number's index is at least 0")
        if index > 100_000 { throw NumberLimits.resultTooLarge }
        return made { bernoulli_fmpq_ui($0, UInt(index)) }
    }
}
