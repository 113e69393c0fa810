import Numbers

extension MathOperation {
    static let xgcd = MathOperation(
        "xgcd", .numberTheory,
        "The greatest common divisor d of a and b, and x and y with d = x*a + y*b, as the list [d, x, y].",
        [.integer("a", "a whole number"), .integer("b", "a whole number")],
        examples: ["xgcd(36163, 21199)": "[1247, -7, 12]", "xgcd(8, 12)": "[4, -1, 1]"]
    ) { arguments, _ throws(Fault) in
        let (divisor, x, y) = Integer.bezout(try arguments.integer(0), try arguments.integer(1))
        return .list([.integer(divisor), .integer(x), .integer(y)])
    }

    static let invmod = MathOperation(
        "invmod", .numberTheory, "The number that times a leaves 1 when divided by b.",
        [.integer("a", "a whole number without a common divisor with b"), .integer("b", "the modulus, not 0")],
        examples: ["invmod(8, 11)": "7", "invmod(15151, 15122)": "10429"]
    ) { arguments, _ throws(Fault) in
        let (a, b) = (try arguments.integer(0), try arguments.integer(1))
        return .integer(try Fault.of(b.isZero ? "b" : "a") { () throws(NumberError) in try a.inverse(modulo: b) })
    }

    static let powmod = MathOperation(
        "powmod", .numberTheory, "What a power leaves when it is divided by the modulus.",
        [
            .integer("base", "a whole number"),
            .integer("exponent", "a whole number; a negative one takes the inverse of the base", digits: 5_000),
            .integer("modulus", "the modulus, not 0", digits: 5_000),
        ],
        cost: .quick(upToDigits: 40),
        examples: ["powmod(2, 1000, 1000007)": "783922", "powmod(3, -1, 7)": "5"]
    ) { arguments, _ throws(Fault) in
        let (base, exponent) = (try arguments.integer(0), try arguments.integer(1))
        let modulus = try arguments.integer(2)
        return .integer(
            try Fault.of(modulus.isZero ? "modulus" : "base") { () throws(NumberError) in
                try base.power(exponent, modulo: modulus)
            })
    }

    static let crt = MathOperation(
        "crt", .numberTheory,
        "The least number that is not negative and leaves each remainder when divided by the modulus in its place.",
        [
            .list("remainders", "whole numbers", of: .integers),
            .list("moduli", "whole numbers other than 0, as many", of: .integers),
        ],
        examples: ["crt([2, 3, 2], [3, 5, 7])": "23", "crt([1, 3], [4, 6])": "9"]
    ) { arguments, context throws(Fault) in
        let (remainders, moduli) = (try arguments.integers(0), try arguments.integers(1))
        guard remainders.count == moduli.count else {
            throw Fault(.dimensionMismatch, parameter: "moduli", "Give as many moduli as remainders")
        }
        var classes: [ResidueClass] = []
        for (remainder, modulus) in zip(remainders, moduli) {
            classes.append(
                try Fault.of("moduli") { () throws(NumberError) in try ResidueClass(remainder, modulo: modulus) })
        }
        let common = try Folding.fold(classes[...], context) { a, b throws(Fault) in
            try Fault.of("remainders") { () throws(NumberError) in try a.intersection(b) }
        }
        return .integer(common.residue)
    }

    static let jacobiSymbol = MathOperation(
        "jacobiSymbol", .numberTheory,
        "Jacobi's symbol of a over n: 0 when they have a common divisor; over a prime, 1 for squares and -1 for others.",
        [.integer("a", "a whole number"), .integer("n", "an odd whole number of at least 1", minimum: 1)],
        examples: ["jacobiSymbol(1001, 9907)": "-1", "jacobiSymbol(2, 15)": "1", "jacobiSymbol(6, 9)": "0"]
    ) { arguments, _ throws(Fault) in
        let (a, n) = (try arguments.integer(0), try arguments.integer(1))
        return .integer(try Fault.of("n") { () throws(NumberError) in try a.jacobiSymbol(over: n) })
    }
}

extension Arguments {
    /// The whole numbers of the list at that place.
    func integers(_ index: Int) throws(Fault) -> [Integer] {
        var integers: [Integer] = []
        for number in try numbers(index) {
            guard let integer = number.asInteger else { throw Fault(.integerExpected, "Give a list of whole numbers") }
            integers.append(integer)
        }
        return integers
    }
}
