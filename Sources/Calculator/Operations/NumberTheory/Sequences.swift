import Numbers

extension MathOperation {
    /// The 4,784,968th is the last with at most 1,000,000 digits.
    static let lucas = sequence(
        "lucas", "The number at place n of 2, 1, 3, 4, 7, …, where each is the sum of the two before it.",
        maximum: 4_784_968, digits: 4, examples: ["lucas(0)": "2", "lucas(10)": "123"]
    ) { n throws(NumberError) in try Integer.lucas(n) }

    static let catalan = sequence(
        "catalan", "The n-th Catalan number: how many ways there are to nest n pairs of parentheses.",
        maximum: 1_600_000, digits: 3, examples: ["catalan(3)": "5", "catalan(10)": "16796"]
    ) { n throws(NumberError) in try Integer.catalan(n) }

    static let bellNumbers = sequence(
        "bellNumbers", "How many ways there are to split a set of n things into parts that are not empty.",
        maximum: NumberLimits.maximumBell, digits: 2, examples: ["bellNumbers(3)": "5", "bellNumbers(8)": "4140"]
    ) { n throws(NumberError) in try Integer.bell(n) }

    static let partitions = sequence(
        "partitions", "How many ways there are to write n as a sum of positive whole numbers, order aside.",
        maximum: NumberLimits.maximumPartitions, digits: 4,
        examples: ["partitions(5)": "7", "partitions(100)": "190569292"]
    ) { n throws(NumberError) in try Integer.partitions(n) }

    static let doubleFactorial = sequence(
        "doubleFactorial", "The product n (n - 2) (n - 4) …, down to 1 or 2.", minimum: -1, maximum: 388_000, digits: 3,
        examples: ["doubleFactorial(7)": "105", "doubleFactorial(8)": "384"]
    ) { n throws(NumberError) in try Integer.doubleFactorial(n) }

    static let subfactorial = sequence(
        "subfactorial", "How many ways there are to arrange n things so that none stays in its place.",
        maximum: 205_022, digits: 3, examples: ["subfactorial(4)": "9", "subfactorial(1)": "0"]
    ) { n throws(NumberError) in try Integer.subfactorial(n) }

    static let stirlingS1 = pair(
        "stirlingS1", "The signed Stirling number of the first kind: of permutations of n things with k cycles.",
        maximum: NumberLimits.maximumStirlingFirst, examples: ["stirlingS1(4, 2)": "11", "stirlingS1(5, 2)": "-50"]
    ) { n, k throws(NumberError) in try Integer.stirlingFirst(n, k) }

    static let stirlingS2 = pair(
        "stirlingS2", "How many ways there are to split n things into k parts that are not empty.",
        maximum: NumberLimits.maximumStirlingSecond, examples: ["stirlingS2(5, 3)": "25"]
    ) { n, k throws(NumberError) in try Integer.stirlingSecond(n, k) }

    static let composition = pair(
        "composition", "How many ways there are to write n as a sum of k positive whole numbers in order.",
        maximum: 1_000_000_000, examples: ["composition(5, 3)": "6"]
    ) { n, k throws(NumberError) in
        if n.isZero || k.isZero { return n == k ? 1 : 0 }
        return try Integer.binomial(n - 1, k - 1)
    }

    static let multinomial = MathOperation(
        "multinomial", .numberTheory, "How many ways there are to put things into boxes of these sizes.",
        [.list("values", "whole numbers of at least 0", of: .integers)], examples: ["multinomial([1, 2, 1])": "12"]
    ) { arguments, _ throws(Fault) in
        let counts = try arguments.integers(0)
        guard counts.allSatisfy({ $0 <= 1_000_000_000 }) else {
            throw Fault(.tooLarge, parameter: "values", "Give numbers of at most 1000000000")
        }
        return .integer(try Fault.of("values") { () throws(NumberError) in try Integer.multinomial(counts) })
    }

    static let bernoulli = MathOperation(
        "bernoulli", .numberTheory, "The n-th Bernoulli number, with -1/2 for n = 1.",
        [index(maximum: NumberLimits.maximumBernoulli)], cost: .quick(upToDigits: 2),
        examples: ["bernoulli(1)": "-1/2", "bernoulli(12)": "-691/2730"]
    ) { arguments, _ throws(Fault) in
        let n = try arguments.integer(0)
        return .rational(try Fault.of("n") { () throws(NumberError) in try Rational.bernoulli(n) })
    }

    static let harmonic = MathOperation(
        "harmonic", .numberTheory, "The sum of 1, 1/2, 1/3, …, 1/n.", [index(maximum: NumberLimits.maximumHarmonic)],
        cost: .quick(upToDigits: 2), examples: ["harmonic(4)": "25/12", "harmonic(0)": "0"]
    ) { arguments, _ throws(Fault) in
        let n = try arguments.integer(0)
        return .rational(try Fault.of("n") { () throws(NumberError) in try Rational.harmonic(n) })
    }

    private static func index(minimum: Int = 0, maximum: Int) -> Parameter {
        .integer("n", "a whole number of at least \(minimum)", minimum: minimum, maximum: maximum)
    }

    /// From one whole number to another; up to `digits` digits are done in less than 100 µs.
    private static func sequence(
        _ name: String, _ summary: String, minimum: Int = 0, maximum: Int, digits: Int,
        examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Integer) throws(NumberError) -> Integer
    ) -> MathOperation {
        MathOperation(
            name, .numberTheory, summary, [index(minimum: minimum, maximum: maximum)],
            cost: .quick(upToDigits: digits), examples: examples
        ) { arguments, _ throws(Fault) in
            let n = try arguments.integer(0)
            return .integer(try Fault.of("n") { () throws(NumberError) in try function(n) })
        }
    }

    /// From two whole numbers to another.
    private static func pair(
        _ name: String, _ summary: String, maximum: Int, examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Integer, Integer) throws(NumberError) -> Integer
    ) -> MathOperation {
        MathOperation(
            name, .numberTheory, summary,
            [
                index(maximum: maximum),
                .integer("k", "a whole number of at least 0", minimum: 0, maximum: 1_000_000_000),
            ],
            cost: .quick(upToDigits: 2), examples: examples
        ) { arguments, _ throws(Fault) in
            let (n, k) = (try arguments.integer(0), try arguments.integer(1))
            return .integer(try Fault.of("n") { () throws(NumberError) in try function(n, k) })
        }
    }
}
