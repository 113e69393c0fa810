import Numbers

extension MathOperation {
    static let prevPrime = MathOperation(
        "prevPrime", .numberTheory, "The greatest prime less than the number.",
        [.integer("x", "a whole number of at least 3", minimum: 3, digits: 150)], cost: .quick(upToDigits: 15),
        examples: ["prevPrime(100)": "97", "prevPrime(3)": "2"]
    ) { arguments, _ throws(Fault) in
        let x = try arguments.integer(0)
        return .integer(try Fault.of("x") { () throws(NumberError) in try x.previousPrime() })
    }

    static let primePi = MathOperation(
        "primePi", .numberTheory, "How many primes are at most the number.",
        [.integer("x", "a whole number", maximum: NumberLimits.maximumPrimeCount)], cost: .quick(upToDigits: 4),
        examples: ["primePi(100)": "25", "primePi(1000000)": "78498"]
    ) { arguments, _ throws(Fault) in
        let x = try arguments.integer(0)
        return .integer(try Fault.of("x") { () throws(NumberError) in try x.primeCount() })
    }

    static let divisorSum = MathOperation(
        "divisorSum", .numberTheory, "The sum of the k-th powers of all positive divisors.",
        [
            .integer("x", "a whole number of at least 1", minimum: 1, digits: 45),
            .integer("k", "the power; with 0 the divisors are counted", minimum: 0, maximum: 1_000, default: "1"),
        ],
        cost: .quick(upToDigits: 4), examples: ["divisorSum(12)": "28", "divisorSum(12, 0)": "6"]
    ) { arguments, _ throws(Fault) in
        let (x, k) = (try arguments.integer(0), try arguments.int(1))
        return .integer(try Fault.of("x") { () throws(NumberError) in try x.divisorSum(power: k) })
    }

    static let moebius = MathOperation(
        "moebius", .numberTheory,
        "Möbius' function: 0 when a square divides the number, else -1 or 1 for an odd or even number of primes.",
        [.integer("x", "a whole number of at least 1", minimum: 1, digits: 45)], cost: .quick(upToDigits: 12),
        examples: ["moebius(30)": "-1", "moebius(12)": "0", "moebius(35)": "1"]
    ) { arguments, _ throws(Fault) in
        let x = try arguments.integer(0)
        return .integer(try Fault.of("x") { () throws(NumberError) in try x.moebius() })
    }
}
