import Numbers
import Testing

struct ModularTests {
    @Test func `bezout's numbers make the divisor`() throws {
        var generator = SeededGenerator(state: 11)
        for _ in 0..<500 {
            let (a, b) = (Awkward.integer(&generator), Awkward.integer(&generator))
            let (divisor, x, y) = Integer.bezout(a, b)
            #expect(divisor == Integer.greatestCommonDivisor(a, b))
            #expect(x * a + y * b == divisor)
        }
        #expect(Integer.bezout(36_163, 21_199) == (1_247, -7, 12))
    }

    @Test func `inverses and negative powers give one`() throws {
        var generator = SeededGenerator(state: 12)
        for _ in 0..<300 {
            let (a, modulus) = (Awkward.integer(&generator), Awkward.integer(&generator))
            guard modulus.magnitude > 1, Integer.greatestCommonDivisor(a, modulus) == 1 else { continue }
            let inverse = try a.inverse(modulo: modulus)
            #expect(try (a * inverse).flooredDivision(by: modulus.magnitude).remainder == 1)
            #expect(inverse < modulus.magnitude && inverse.sign > 0)
            let (power, opposite) = (try a.power(77, modulo: modulus), try a.power(-77, modulo: modulus))
            #expect(try (power * opposite).flooredDivision(by: modulus.magnitude).remainder == 1)
        }
        #expect(throws: NumberError.domain("There is no inverse: the number and the modulus have the common divisor 2"))
        {
            try Integer(4).inverse(modulo: 6)
        }
        #expect(throws: NumberError.divisionByZero) { try Integer(4).inverse(modulo: 0) }
        #expect(try Integer(4).inverse(modulo: 1) == 0)
        #expect(try Integer(0).power(0, modulo: 7) == 1)
        #expect(try Integer(5).power(0, modulo: 1) == 0)
        #expect(try Integer(-2).power(3, modulo: 5) == 2)
    }

    @Test func `euler's criterion tells the symbol over a prime`() throws {
        for prime in [3, 5, 7, 101, 1_000_003] {
            let half = Integer((prime - 1) / 2)
            for a in -20...20 {
                let power = try Integer(a).power(half, modulo: Integer(prime))
                let expected = power == Integer(prime - 1) ? -1 : power.asInt
                #expect(try Integer(a).jacobiSymbol(over: Integer(prime)) == expected)
            }
        }
        #expect(try Integer(1001).jacobiSymbol(over: 9907) == -1)
        #expect(try Integer(2).jacobiSymbol(over: 15) == 1)
        for wrong: Integer in [0, 2, -3] {
            #expect(throws: NumberError.self) { try Integer(2).jacobiSymbol(over: wrong) }
        }
    }

    @Test func `residue classes meet where both hold`() throws {
        var generator = SeededGenerator(state: 13)
        for _ in 0..<300 {
            let x = Awkward.integer(&generator)
            let moduli = (0..<3).map { _ in Awkward.integer(&generator) }.filter { !$0.isZero }
            var meeting = try ResidueClass(0, modulo: 1)
            for modulus in moduli { meeting = try meeting.intersection(ResidueClass(x, modulo: modulus)) }
            #expect(try (x - meeting.residue).flooredDivision(by: meeting.modulus).remainder.isZero)
            for modulus in moduli {
                #expect(try meeting.modulus.flooredDivision(by: modulus).remainder.isZero)
            }
        }
        let sunTzu = try ResidueClass(2, modulo: 3).intersection(ResidueClass(3, modulo: 5))
            .intersection(ResidueClass(2, modulo: 7))
        #expect(sunTzu == (try ResidueClass(23, modulo: 105)))
        #expect(throws: NumberError.self) {
            try ResidueClass(1, modulo: 4).intersection(ResidueClass(2, modulo: 6))
        }
    }

    @Test func `primes are counted and found downwards`() throws {
        let primes = try (0...3_000).filter { try Integer($0).isPrime() }
        for n in 0...3_000 { #expect(try Integer(n).primeCount().asInt == primes.prefix { $0 <= n }.count) }
        #expect(try Integer(10_000_000).primeCount() == 664_579)
        for n in 3...1_000 { #expect(try Integer(n).previousPrime().asInt == primes.last { $0 < n }) }
        #expect(throws: NumberError.self) { try Integer(2).previousPrime() }
        #expect(try Integer.one.primeCount() == 0)
    }

    @Test func `sums over divisors agree with the divisors`() throws {
        for n in 1...300 {
            let divisors = try Integer(n).divisors()
            for k in 0...3 {
                let sum = try divisors.reduce(Integer.zero) { try $0 + $1.power(UInt(k)) }
                #expect(try Integer(n).divisorSum(power: k) == sum)
            }
            let total = try divisors.reduce(0) { try $0 + $1.moebius() }
            #expect(total == (n == 1 ? 1 : 0))
        }
    }
}
