import Numbers

/// The most digits of numbers that are proven prime: under a second by APR-CL at worst.
private let primalityDigits = 150
/// The most digits of numbers that are factored: under a second by the quadratic sieve at worst.
private let factoringDigits = 45

extension MathOperation {
    static let gcd = several(
        "gcd", .numberTheory, "Greatest common divisor of two whole numbers, or of all of a list.",
        each: "whole number", of: .integers, traits: .init(form: .elementwise, latex: .name("\\gcd")),
        examples: ["gcd(12, 18)": "6", "gcd([12, 18, 27])": "3"]
    ) { arguments, context throws(Fault) in
        .integer(
            try Folding.fold(try arguments.integers()[...], context) { a, b in Integer.greatestCommonDivisor(a, b) })
    }

    static let lcm = several(
        "lcm", .numberTheory, "Least common multiple of two whole numbers, or of all of a list.",
        each: "whole number", of: .integers, traits: .init(form: .elementwise),
        examples: ["lcm(4, 6)": "12", "lcm([4, 6, 21])": "84"]
    ) { arguments, context throws(Fault) in
        let multiple = try Folding.fold(try arguments.integers()[...], context) { a, b throws(Fault) in
            try Fault.of(nil) { () throws(NumberError) in try Integer.leastCommonMultiple(a, b) }
        }
        return .integer(multiple.magnitude)
    }

    static let isPrime = number(
        "isPrime", "Tells whether a whole number is prime, by proof.", x: "any whole number",
        digits: primalityDigits, quick: 18, examples: ["isPrime(97)": "true", "isPrime(2047)": "false"]
    ) { x throws(NumberError) in .boolean(try x.isPrime()) }

    static let nextPrime = number(
        "nextPrime", "The least prime greater than the number.", x: "any whole number",
        digits: primalityDigits, quick: 15, examples: ["nextPrime(100)": "101"]
    ) { x throws(NumberError) in .integer(try x.nextPrime()) }

    static let primeFactors = number(
        "primeFactors", "The prime factors of a whole number, each as often as it divides it.",
        x: "a whole number of at least 1", minimum: 1, digits: factoringDigits, quick: 12,
        traits: .init(synonyms: ["factor"]),
        examples: ["primeFactors(360)": "[2, 2, 2, 3, 3, 5]", "primeFactors(1)": "[]"]
    ) { x throws(NumberError) in
        .list(try x.primeFactors().flatMap { Array(repeating: .integer($0.prime), count: $0.exponent) })
    }

    static let divisors = number(
        "divisors", "All positive divisors of a whole number, in ascending order.", x: "a whole number of at least 1",
        minimum: 1, digits: factoringDigits, quick: 4, examples: ["divisors(12)": "[1, 2, 3, 4, 6, 12]"]
    ) { x throws(NumberError) in .list(try x.divisors().map { .integer($0) }) }

    static let totient = number(
        "totient", "Euler's totient: how many of the numbers from 1 to x have no divisor but 1 in common with x.",
        x: "a whole number of at least 1", minimum: 1, digits: factoringDigits, quick: 12,
        traits: .init(synonyms: ["phi(n)"]), examples: ["totient(36)": "12"]
    ) { x throws(NumberError) in .integer(try x.totient()) }

    /// From one whole number to a value; `quick` is the number of digits that certainly take less than 100 µs.
    private static func number(
        _ name: String, _ summary: String, x: String, minimum: Int? = nil, digits: Int, quick: Int,
        traits: Traits = Traits(), examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Integer) throws(NumberError) -> Value
    ) -> MathOperation {
        MathOperation(
            name, .numberTheory, summary, [.integer("x", x, minimum: minimum, digits: digits)],
            cost: .quick(upToDigits: quick), traits: traits, examples: examples
        ) { arguments, _ throws(Fault) in
            let x = try arguments.integer(0)
            return try Fault.of("x") { () throws(NumberError) in try function(x) }
        }
    }
}

extension Arguments {
    /// `numbers`, known to be whole.
    fileprivate func integers() throws(Fault) -> [Integer] {
        var integers: [Integer] = []
        for number in try numbers() {
            guard let integer = number.asInteger else {
                throw Fault(.integerExpected, parameter: "values", "Give whole numbers")
            }
            integers.append(integer)
        }
        return integers
    }
}
