import Numbers
import ProcessorTime
import Testing

struct IntegerFunctionTests {
    @Test func greatestCommonDivisorsDivideAndMeetTheirMultiples() throws {
        var generator = SeededGenerator(state: 6)
        for _ in 0..<1_000 {
            let (a, b) = (Awkward.integer(&generator), Awkward.integer(&generator))
            let divisor = Integer.greatestCommonDivisor(a, b)
            let multiple = try Integer.leastCommonMultiple(a, b)
            #expect(divisor * multiple == (a * b).magnitude)
            if !divisor.isZero {
                #expect(try a.flooredDivision(by: divisor).remainder.isZero)
                #expect(try b.flooredDivision(by: divisor).remainder.isZero)
            }
        }
        #expect(Integer.greatestCommonDivisor(0, 0) == 0)
        #expect(Integer.greatestCommonDivisor(Integer(Int.min), Integer(Int.min)) == -Integer(Int.min))
        #expect(Integer.greatestCommonDivisor(Integer(Int.min), 0) == -Integer(Int.min))
        #expect(try Integer.leastCommonMultiple(0, 5) == 0)
    }

    @Test func factorialsFollowFromOneAnother() throws {
        var product: Integer = 1
        for n in 1...200 {
            product = product * Integer(n)
            #expect(try Integer.factorial(Integer(n)) == product)
        }
        #expect(try Integer.factorial(0) == 1)
    }

    @Test func fibonacciNumbersFollowFromOneAnotherBothWays() throws {
        for n in -150...150 {
            let sum = try Integer.fibonacci(Integer(n)) + Integer.fibonacci(Integer(n + 1))
            #expect(try Integer.fibonacci(Integer(n + 2)) == sum)
        }
        #expect(try Integer.fibonacci(0) == 0)
        #expect(try Integer.fibonacci(1) == 1)
    }

    @Test func binomialsFillPascalsTriangle() throws {
        for n in 1...60 {
            for k in -1...(n + 1) {
                let sum =
                    try Integer.binomial(Integer(n - 1), Integer(k - 1)) + Integer.binomial(Integer(n - 1), Integer(k))
                #expect(try Integer.binomial(Integer(n), Integer(k)) == sum)
                let ordered = try Integer.permutations(Integer(n), Integer(k))
                if k >= 0 { #expect(try ordered == sum * Integer.factorial(Integer(k))) }
            }
        }
        let large = try Integer(2).power(100)
        #expect(try Integer.binomial(large, 2) == (large * (large - 1)).flooredDivision(by: 2).quotient)
        #expect(try Integer.binomial(large, large - 1) == large)
        #expect(try Integer.binomial(large, large) == 1)
        #expect(try Integer.permutations(large, 3) == large * (large - 1) * (large - 2))
    }

    @Test func primesAreThoseTheSieveLeaves() throws {
        var isComposite = [Bool](repeating: false, count: 5_000)
        for p in 2..<71 where !isComposite[p] {
            for multiple in stride(from: p * p, to: 5_000, by: p) { isComposite[multiple] = true }
        }
        for n in -3..<5_000 { #expect(try Integer(n).isPrime() == (n > 1 && !isComposite[n])) }
        var prime: Integer = -5
        for n in 2..<5_000 where !isComposite[n] {
            prime = try prime.nextPrime()
            #expect(prime == Integer(n))
        }
    }

    @Test(arguments: [61, 89, 107, 127, 31] as [UInt])
    func mersennePrimesArePrime(exponent: UInt) throws {
        #expect(try (Integer(2).power(exponent) - 1).isPrime())
    }

    @Test func pseudoprimesAreNotPrime() throws {
        for text in [
            "561", "3215031751", "3825123056546413051", "318665857834031151167461", "3317044064679887385961981",
        ] {
            #expect(try #require(Integer(text)).isPrime() == false)
        }
        let square = try (Integer(2).power(89) - 1).power(2)
        #expect(try square.isPrime() == false)
    }

    @Test func nextPrimesCrossTheWord() throws {
        #expect(try Integer(Int.max).nextPrime().description == "9223372036854775837")
        #expect(try Integer(10).power(40).nextPrime() == Integer(10).power(40) + 121)
    }

    @Test func factorsMultiplyToTheNumberAndArePrime() throws {
        var generator = SeededGenerator(state: 7)
        var numbers =
            (1...300).map { Integer($0) } + [Integer(Int.max), Integer(Int.max) + 1, Integer(Int.max) * 2 + 1]
        numbers += try [
            Integer.factorial(60), Integer(6).power(200), Integer(1_000_003).power(9), Integer(10).power(30) + 1,
        ]
        for _ in 0..<20 { numbers.append(Integer(Int.random(in: 1...Int.max, using: &generator))) }
        for number in numbers {
            let factors = try number.primeFactors()
            #expect(try factors.reduce(Integer(1)) { try $0 * $1.prime.power(UInt($1.exponent)) } == number)
            #expect(try factors.allSatisfy { try $0.prime.isPrime() && $0.exponent >= 1 })
            #expect(zip(factors, factors.dropFirst()).allSatisfy { $0.prime < $1.prime })
        }
    }

    @Test func productsOfTwoLargePrimesAreFactored() throws {
        let (p, q) = (try Integer(10).power(13).nextPrime(), try (Integer(10).power(14) * 3).nextPrime())
        #expect(try (p * q).primeFactors().map(\.prime) == [p, q])
        let square = try (p * p).primeFactors()
        #expect(square.map(\.prime) == [p] && square.map(\.exponent) == [2])
        let large = try Integer(10).power(100).nextPrime()
        #expect(try (large * p * 12).primeFactors().map(\.prime) == [2, 3, p, large])
    }

    @Test func divisorsAreWhatDivides() throws {
        for n in 1...200 {
            let expected = (1...n).filter { n.isMultiple(of: $0) }.map { Integer($0) }
            #expect(try Integer(n).divisors() == expected)
            #expect(try Integer(-n).divisors() == expected)
        }
    }

    @Test func totientsCountWhatIsCoprime() throws {
        for n in 1...200 {
            let count = (1...n).count { Integer.greatestCommonDivisor(Integer($0), Integer(n)) == 1 }
            #expect(try Integer(n).totient() == Integer(count))
        }
    }

    @Test func whatWouldBeTooLargeIsRefusedAtOnce() throws {
        let huge = try Integer(10).power(30)
        let refused: [() throws -> Void] = [
            { _ = try Integer.factorial(205_024) }, { _ = try Integer.factorial(1_000_000_000) },
            { _ = try Integer.factorial(huge) },
            { _ = try Integer(9).power(1_000_000_000) }, { _ = try huge.power(.max) },
            { _ = try Integer.fibonacci(1_000_000_000) }, { _ = try Integer.fibonacci(-huge) },
            { _ = try Integer.binomial(huge, 1_000_000_000) }, { _ = try Integer.binomial(huge + huge, huge) },
            { _ = try Integer.permutations(1_000_000_000, 500_000_000) }, { _ = try Integer.permutations(huge, huge) },
            { _ = try Integer(10).power(200).nextPrime() }, { _ = try (Integer(10).power(200) + 1).isPrime() },
            { _ = try Integer.factorial(100).divisors() },
            { _ = try Integer(2).power(90_000).divisors() }, { _ = try Integer(10).power(200_000).primeFactors() },
            { _ = try Rational(7).power(Integer(-1_000_000_000)) }, { _ = try Rational(7).power(huge) },
        ]
        let seconds = try ProcessorTime.seconds {
            for (index, call) in refused.enumerated() {
                do {
                    try call()
                    Issue.record("call \(index) was not refused")
                } catch let error as NumberError {
                    guard case .tooLarge(let text) = error else {
                        Issue.record("call \(index): \(error)")
                        continue
                    }
                    #expect(text.contains("; use "))
                }
            }
        }
        #expect(seconds < 1)
    }

    @Test func whatHasNoValueSaysWhereThereIsOne() {
        #expect(throws: NumberError.domain("The factorial is defined for integers that are at least 0")) {
            try Integer.factorial(-1)
        }
        #expect(throws: NumberError.domain("Prime factors are defined for integers that are at least 1")) {
            try Integer(0).primeFactors()
        }
        #expect(throws: NumberError.domain("Every integer divides 0; use a number other than 0")) {
            try Integer(0).divisors()
        }
    }
}
