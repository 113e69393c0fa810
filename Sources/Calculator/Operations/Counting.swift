import Numbers

extension MathOperation {
    /// 205,022! is the last with at most 1,000,000 digits.
    static let factorial = counting(
        "factorial", "Product of the whole numbers from 1 to x.",
        [.integer("x", "a whole number of at least 0", minimum: 0, maximum: 205_022)],
        digits: 3, traits: .init(latex: .form(of: 1) { _, wrapped in "\(wrapped(0))!" }, synonyms: ["fact"]),
        examples: ["factorial(5)": "120", "factorial(0)": "1"]
    ) { x, _ throws(NumberError) in try Integer.factorial(x) }

    /// The 4,784,971st is the last with at most 1,000,000 digits.
    static let fibonacci = counting(
        "fibonacci", "The number at place x of 0, 1, 1, 2, 3, 5, …, where each is the sum of the two before it.",
        [.integer("x", "a place, counted from 0", minimum: 0, maximum: 4_784_971)],
        digits: 4, examples: ["fibonacci(10)": "55", "fibonacci(0)": "0"]
    ) { x, _ throws(NumberError) in try Integer.fibonacci(x) }

    static let combinations = counting(
        "combinations", "How many ways there are to pick k of n things, order aside.",
        [things("n", "how many things there are"), things("k", "how many to pick")],
        digits: 3,
        traits: .init(
            latex: .form(of: 2) { x, _ in "\\binom{\(x(0))}{\(x(1))}" }, synonyms: ["ncr", "binomial", "choose"]),
        examples: ["combinations(7, 5)": "21", "combinations(3, 4)": "0"]
    ) { n, k throws(NumberError) in try Integer.binomial(n, k ?? n) }

    static let combinationsWithRep = counting(
        "combinationsWithRep", "How many ways there are to pick k of n things, each as often as one likes.",
        [things("n", "how many things there are"), things("k", "how many to pick")],
        digits: 3, examples: ["combinationsWithRep(7, 5)": "462", "combinationsWithRep(0, 0)": "1"]
    ) { n, k throws(NumberError) in
        let k = k ?? n
        if n.isZero { return k.isZero ? 1 : 0 }
        return try Integer.binomial(n + k - 1, k)
    }

    static let permutations = counting(
        "permutations", "How many ways there are to arrange k of n things in a row.",
        [
            things("n", "how many things there are"),
            things("k", "how many to arrange; all of them when left out", isRequired: false),
        ],
        digits: 3, traits: .init(synonyms: ["npr"]), examples: ["permutations(5, 3)": "60", "permutations(5)": "120"]
    ) { n, k throws(NumberError) in try Integer.permutations(n, k ?? n) }

    private static func things(_ name: String, _ summary: String, isRequired: Bool = true) -> Parameter {
        .integer(name, summary, minimum: 0, maximum: 1_000_000_000, isRequired: isRequired)
    }

    /// From one or two whole numbers to one; `digits` of them are counted in less than 100 µs.
    private static func counting(
        _ name: String, _ summary: String, _ parameters: [Parameter], digits: Int,
        traits: Traits = Traits(), examples: KeyValuePairs<String, String>,
        _ function: @escaping @Sendable (Integer, Integer?) throws(NumberError) -> Integer
    ) -> MathOperation {
        MathOperation(
            name, .numberTheory, summary, parameters, cost: .quick(upToDigits: digits), traits: traits,
            examples: examples
        ) { arguments, _ throws(Fault) in
            let first = try arguments.integer(0)
            let second = parameters.count > 1 && arguments.has(1) ? try arguments.integer(1) : nil
            return .integer(
                try Fault.of(parameters[0].name) { () throws(NumberError) in try function(first, second) })
        }
    }
}
