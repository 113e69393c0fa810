import Numbers
import ProcessorTime
import Testing

/// Sequences by their recurrences, and at their bounds.
struct SequenceTests {
    @Test func `partitions follow Euler's recurrence`() throws {
        var known: [Integer] = [1]
        for n in 1...200 {
            var sum = Integer.zero
            for k in 1...n {
                let sign: Integer = k.isMultiple(of: 2) ? -1 : 1
                for pentagonal in [k * (3 * k - 1) / 2, k * (3 * k + 1) / 2] where pentagonal <= n {
                    sum = sum + sign * known[n - pentagonal]
                }
            }
            known.append(sum)
            #expect(try Integer.partitions(Integer(n)) == sum)
        }
    }

    @Test func `bell numbers are sums of stirling numbers of the second kind`() throws {
        for n in 0...40 {
            let parts = try (0...n).map { try Integer.stirlingSecond(Integer(n), Integer($0)) }
            #expect(try Integer.bell(Integer(n)) == parts.reduce(0) { $0 + $1 })
            let cycles = try (0...n).map { try Integer.stirlingFirst(Integer(n), Integer($0)).magnitude }
            #expect(try Integer.factorial(Integer(n)) == cycles.reduce(0) { $0 + $1 })
        }
        #expect(try Integer.stirlingFirst(4, 2) == 11)
        #expect(try Integer.stirlingFirst(4, 3) == -6)
        #expect(try Integer.stirlingFirst(3, 5) == 0)
    }

    @Test func `lucas numbers follow from one another both ways`() throws {
        for n in -60...60 {
            let sum = try Integer.lucas(Integer(n)) + Integer.lucas(Integer(n + 1))
            #expect(try Integer.lucas(Integer(n + 2)) == sum)
        }
        #expect(try [0, 1, 2].map { try Integer.lucas($0) } == [2, 1, 3])
    }

    @Test func `catalan numbers are their own convolution`() throws {
        var known: [Integer] = [1]
        for n in 1...60 {
            known.append((0..<n).reduce(Integer.zero) { $0 + known[$1] * known[n - 1 - $1] })
            #expect(try Integer.catalan(Integer(n)) == known[n])
        }
    }

    @Test func `double factorials and subfactorials follow from those before`() throws {
        for n in 1...300 {
            let index = Integer(n)
            #expect(try Integer.doubleFactorial(index) == index * Integer.doubleFactorial(index - 2))
            let sign: Integer = n.isMultiple(of: 2) ? 1 : -1
            #expect(try Integer.subfactorial(index) == index * Integer.subfactorial(index - 1) + sign)
        }
        #expect(try [-1, 0].map { try Integer.doubleFactorial($0) } == [1, 1])
        #expect(try [0, 1, 2, 3, 4].map { try Integer.subfactorial($0) } == [1, 0, 1, 2, 9])
    }

    @Test func `a multinomial of two is a binomial`() throws {
        for (n, k) in [(10, 3), (50, 25), (7, 0)] {
            let pair = [Integer(k), Integer(n - k)]
            #expect(try Integer.multinomial(pair) == Integer.binomial(Integer(n), Integer(k)))
        }
        #expect(try Integer.multinomial([1, 2, 3]) == 60)
        #expect(try Integer.multinomial([]) == 1)
    }

    @Test func `bernoulli numbers solve their recurrence`() throws {
        for n in 1...40 {
            var sum = Rational.zero
            for k in 0...n {
                let factor = try Integer.binomial(Integer(n + 1), Integer(k))
                sum = try sum + Rational(factor) * Rational.bernoulli(Integer(k))
            }
            #expect(sum == 0)
        }
        #expect(try Rational.bernoulli(1).description == "-1/2")
    }

    @Test func `harmonic numbers grow by one over n`() throws {
        for n in 1...100 {
            let step = try Rational(numerator: 1, denominator: Integer(n))
            #expect(try Rational.harmonic(Integer(n)) == Rational.harmonic(Integer(n - 1)) + step)
        }
    }

    @Test func `what is too large is refused at once`() {
        let huge: Integer = 1_000_000_000_000
        let refused: [() throws -> Void] = [
            { _ = try Integer.partitions(huge) }, { _ = try Integer.bell(huge) }, { _ = try Integer.lucas(huge) },
            { _ = try Integer.catalan(huge) }, { _ = try Integer.doubleFactorial(huge) },
            { _ = try Integer.subfactorial(huge) }, { _ = try Integer.stirlingFirst(huge, 5) },
            { _ = try Integer.stirlingSecond(huge, 5) }, { _ = try Rational.bernoulli(huge) },
            { _ = try Rational.harmonic(huge) }, { _ = try Integer.multinomial([huge, huge, huge]) },
        ]
        let seconds = ProcessorTime.seconds {
            for function in refused {
                let error = #expect(throws: NumberError.self) { try function() }
                guard case .tooLarge = error else {
                    Issue.record("not too large: \(String(describing: error))")
                    continue
                }
            }
        }
        #expect(seconds < 0.2)
    }
}
