internal import CFlint

extension Integer {
    /// The number of ways to write n as a sum of positive integers, order aside; p(0) is 1. By the formula of Hardy,
    /// Ramanujan and Rademacher, with a proven error bound.
    public static func partitions(_ n: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("Partitions are counted for integers that are at least 0") }
        guard let index = n.asInt, index <= NumberLimits.maximumPartitions else {
            throw .tooLarge("Partitions are counted up to \(NumberLimits.maximumPartitions); use a smaller number")
        }
        return made { partitions_fmpz_ui($0, UInt(index)) }
    }

    /// Bell's number: the number of ways to split a set of n things into parts that are not empty.
    public static func bell(_ n: Integer) throws(NumberError) -> Integer {
        if n.isNegative { throw .domain("Bell numbers are defined for integers that are at least 0") }
        guard let index = n.asInt, index <= NumberLimits.maximumBell else {
            throw .tooLarge("Bell numbers are calculated up to \(NumberLimits.maximumBell); use a smaller number")
        }
        return made { arith_bell_number($0, UInt(index)) }
    }
}
