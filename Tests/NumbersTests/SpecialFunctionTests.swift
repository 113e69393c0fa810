import Numbers
import Testing

/// Identities that tie the functions to each other, at places all over the plane.
struct SpecialFunctionTests {
    private static let bits = 256
    private static let places: [(String, String)] = [
        ("1/3", "0"), ("-7/3", "0"), ("5/2", "0"), ("1e-30", "0"), ("-0.999999", "0"), ("12.25", "0"), ("1/2", "2/3"),
        ("-5/2", "1/7"), ("3", "-40"), ("-20.5", "-1e-20"), ("1e-10", "1e-10"), ("-1/5", "30"),
    ]

    private static func number(_ re: String, _ im: String = "0") throws -> ComplexBall {
        ComplexBall(try Rational(parsing: re), try Rational(parsing: im), bits: bits)
    }

    private static var numbers: [ComplexBall] { get throws { try places.map { try number($0.0, $0.1) } } }

    /// Both balls have a point in common and are narrow compared with their size.
    private func expect(
        _ a: ComplexBall, _ b: ComplexBall, _ comment: Comment? = nil, location: SourceLocation = #_sourceLocation
    ) {
        let difference = a.subtracting(b, bits: Self.bits)
        #expect(
            difference.real.containsZero && difference.imaginary.containsZero, comment, sourceLocation: location)
        let size = a.magnitude(bits: 64).adding(RealBall(1).scaled(byPowerOfTwo: -300), bits: 64)
        let bound = size.scaled(byPowerOfTwo: -100)
        #expect(difference.magnitude(bits: 64).isLess(than: bound) == true, comment, sourceLocation: location)
    }

    @Test func gammaOfTheNextNumberIsTheProduct() throws {
        for z in try Self.numbers {
            let next = z.adding(ComplexBall(RealBall(1)), bits: Self.bits)
            let gamma = z.gamma(bits: Self.bits)
            expect(next.gamma(bits: Self.bits), z.multiplied(by: gamma, bits: Self.bits), "gamma at \(z)")
            expect(z.logarithmOfGamma(bits: Self.bits).exponential(bits: Self.bits), gamma, "lgamma at \(z)")
            let inverse = ComplexBall(RealBall(1)).divided(by: z, bits: Self.bits)
            expect(
                next.digamma(bits: Self.bits), z.digamma(bits: Self.bits).adding(inverse, bits: Self.bits),
                "digamma at \(z)")
            #expect(gamma.isReal == z.isReal)
            let product = gamma.multiplied(by: z.reciprocalGamma(bits: Self.bits), bits: Self.bits)
            expect(product, ComplexBall(RealBall(1)), "rgamma at \(z)")
        }
        #expect(try !Self.number("-3").gamma(bits: 128).isFinite)
        #expect(try Self.number("-3").reciprocalGamma(bits: 128).real.isZero)
    }

    @Test func betaIsTheReciprocalOfABinomialCoefficient() throws {
        // 1/B(4, 7) = 10!/(3! 6!) = 840
        let beta = try Self.number("4").beta(try Self.number("7"), bits: Self.bits)
        #expect(try beta.real.contains(Rational(parsing: "1/840")) && beta.isReal)
    }

    @Test func logarithmOfGammaOnItsCutIsTheLimitFromAbove() throws {
        let onCut = try Self.number("-5/2").logarithmOfGamma(bits: Self.bits)
        #expect(onCut.imaginary.decimalText(significantDigits: 20) == "-9.4247779607693797154")
        let above = try Self.number("-5/2", "1e-40").logarithmOfGamma(bits: Self.bits)
        #expect(above.imaginary.decimalText(significantDigits: 20) == "-9.4247779607693797154")
    }

    @Test func etaIsTheAlternatingZeta() throws {
        for s in try Self.numbers {
            let one = ComplexBall(RealBall(1))
            let power = ComplexBall(RealBall(2)).power(one.subtracting(s, bits: Self.bits), bits: Self.bits)
            let zeta = s.zeta(bits: Self.bits)
            let expected = one.subtracting(power, bits: Self.bits).multiplied(by: zeta, bits: Self.bits)
            expect(s.eta(bits: Self.bits), expected, "eta at \(s)")
            expect(one.polylogarithm(order: s, bits: Self.bits), zeta, isAboveOne(s))
            let minus = (-one).polylogarithm(order: s, bits: Self.bits)
            expect(minus, -s.eta(bits: Self.bits), "polylog at \(s)")
        }
        #expect(try !Self.number("1").zeta(bits: 128).isFinite)
        #expect(try Self.number("1").eta(bits: 128).real.decimalText(significantDigits: 15) == "0.693147180559945")
    }

    @Test func farToTheRightZetaAndEtaAreOneToEveryBit() throws {
        let arguments = try ["1e18", "1000000000000000001", "1e20", "1e300", "3e10000"].map { try Self.number($0) }
        let wide = ComplexBall(RealBall(try Rational(parsing: "1e25"), radius: 1_000_000, bits: Self.bits))
        for s in arguments + [wide] {
            for value in [s.zeta(bits: Self.bits), s.eta(bits: Self.bits)] {
                #expect(value.isReal && value.real.contains(1), "at \(s)")
                #expect(value.real.accuracyBits >= Self.bits - 4, "at \(s)")
            }
        }
        // A ball that reaches to the left of where they are 1 is none of these.
        let left = ComplexBall(RealBall(try Rational(parsing: "1e18"), radius: 2_000_000_000_000_000_000, bits: 64))
        #expect(!left.zeta(bits: 64).isFinite)
    }

    private func isAboveOne(_ s: ComplexBall) -> Bool { s.real.isGreater(than: RealBall(1)) == true }

    private func expect(_ a: ComplexBall, _ b: ComplexBall, _ isWanted: Bool) {
        if isWanted { expect(a, b, "where the series converges") }
    }

    @Test func lambertTimesItsExponentialIsTheArgument() throws {
        for z in try Self.numbers {
            for branch in [0, -1, 1, 17, -1_000_000] as [Integer] {
                let w = z.lambertW(branch: branch, bits: Self.bits)
                let back = w.multiplied(by: w.exponential(bits: Self.bits), bits: Self.bits)
                expect(back, z, "branch \(branch) at \(z)")
            }
        }
        #expect(try Self.number("-1/3").lambertW(branch: -1, bits: 128).isReal)
        #expect(try Self.number("5").lambertW(branch: 0, bits: 128).isReal)
        #expect(try !Self.number("-1/2").lambertW(branch: 0, bits: 128).isReal)
    }

    @Test func besselFunctionsHaveTheirWronskians() throws {
        for order in try [Self.number("0"), Self.number("1/3"), Self.number("-7/2"), Self.number("2", "1/5")] {
            let next = order.adding(ComplexBall(RealBall(1)), bits: Self.bits)
            for z in try Self.numbers
            where z.magnitude(bits: 64).isGreater(than: RealBall(1).scaled(byPowerOfTwo: -9)) == true {
                let j = [order, next].map { z.besselJ(order: $0, bits: Self.bits) }
                let y = [order, next].map { z.besselY(order: $0, bits: Self.bits) }
                let i = [order, next].map { z.besselI(order: $0, bits: Self.bits) }
                let k = [order, next].map { z.besselK(order: $0, bits: Self.bits) }
                // DLMF 10.5.2: J(v+1) Y(v) - J(v) Y(v+1) = 2/(pi z); 10.28.2: I(v) K(v+1) + I(v+1) K(v) = 1/z
                let first = determinant(j[1], y[0], j[0], y[1])
                let pi = ComplexBall(RealBall.pi(bits: Self.bits))
                expect(first.multiplied(by: pi, bits: Self.bits), quotient(2, z), "J, Y of order \(order) at \(z)")
                expect(determinant(i[0], k[1], i[1], -k[0]), quotient(1, z), "I, K of order \(order) at \(z)")
            }
        }
    }

    /// ab - cd
    private func determinant(
        _ a: ComplexBall, _ b: ComplexBall, _ c: ComplexBall, _ d: ComplexBall
    ) -> ComplexBall {
        a.multiplied(by: b, bits: Self.bits).subtracting(c.multiplied(by: d, bits: Self.bits), bits: Self.bits)
    }

    private func quotient(_ a: Integer, _ z: ComplexBall) -> ComplexBall {
        ComplexBall(RealBall(a)).divided(by: z, bits: Self.bits)
    }

    @Test func airyFunctionsAreBesselFunctionsOfOrderOneThird() throws {
        // DLMF 9.6.2: Ai(z) = sqrt(z/3)/pi K(1/3, 2/3 z^(3/2))
        let third = try Self.number("1/3")
        for z in try [Self.number("1/3"), Self.number("12.25"), Self.number("1/2", "2/3"), Self.number("1", "-2")] {
            let zeta = try z.power(Self.number("3/2"), bits: Self.bits).multiplied(
                by: Self.number("2/3"), bits: Self.bits)
            let bessel = zeta.besselK(order: third, bits: Self.bits)
            let root = z.multiplied(by: third, bits: Self.bits).squareRoot(bits: Self.bits)
            let expected = root.multiplied(by: bessel, bits: Self.bits)
                .divided(by: ComplexBall(RealBall.pi(bits: Self.bits)), bits: Self.bits)
            expect(z.airyAi(bits: Self.bits), expected, "Ai at \(z)")
        }
        #expect(try Self.number("1").airyBi(bits: 128).real.decimalText(significantDigits: 15) == "1.20742359495287")
    }

    @Test func errorFunctionsAddUpToOne() throws {
        for z in try Self.numbers {
            let sum = z.errorFunction(bits: Self.bits).adding(
                z.complementaryErrorFunction(bits: Self.bits), bits: Self.bits)
            #expect(sum.real.contains(1) && sum.imaginary.contains(0), "erf at \(z)")
        }
        for text in ["1/3", "-0.999999", "1e-30", "0.5"] {
            let x = RealBall(try Rational(parsing: text), bits: Self.bits)
            let there = x.inverseErrorFunction(bits: Self.bits)
            expect(ComplexBall(there.errorFunction(bits: Self.bits)), ComplexBall(x), "erfinv at \(text)")
            let other = x.magnitude.inverseComplementaryErrorFunction(bits: Self.bits)
            expect(
                ComplexBall(other.complementaryErrorFunction(bits: Self.bits)), ComplexBall(x.magnitude),
                "erfcinv at \(text)")
        }
        #expect(!RealBall(1).inverseErrorFunction(bits: 128).isFinite)
    }

    @Test func exponentialIntegralsAgreeWithEachOther() throws {
        for z in try Self.numbers where isAboveZero(z) {
            // DLMF 8.19.12: n E(n + 1, z) + z E(n, z) = e^-z; li(e^z) = Ei(z) near the real axis
            let first = z.exponentialIntegral(order: ComplexBall(RealBall(1)), bits: Self.bits)
            let second = z.exponentialIntegral(order: ComplexBall(RealBall(2)), bits: Self.bits)
            let sum = second.adding(z.multiplied(by: first, bits: Self.bits), bits: Self.bits)
            expect(sum, (-z).exponential(bits: Self.bits), "expint at \(z)")
            if z.isReal {
                let power = z.exponential(bits: Self.bits)
                expect(power.logarithmicIntegral(bits: Self.bits), z.exponentialIntegral(bits: Self.bits), "li at \(z)")
            }
            // DLMF 6.5.6: Ci(z) + i (Si(z) - pi/2) = -E1(-iz), in the right half plane
            let turned = ComplexBall(z.imaginary, -z.real)
            let rotated = turned.exponentialIntegral(order: ComplexBall(RealBall(1)), bits: Self.bits)
            let half = ComplexBall(RealBall.pi(bits: Self.bits).scaled(byPowerOfTwo: -1))
            let sine = z.sineIntegral(bits: Self.bits).subtracting(half, bits: Self.bits)
            let cosine = z.cosineIntegral(bits: Self.bits)
            let i = ComplexBall(RealBall(0), RealBall(1))
            let both = cosine.adding(sine.multiplied(by: i, bits: Self.bits), bits: Self.bits)
            #expect(overlap(both, -rotated), "si, ci at \(z)")
        }
    }

    private func isAboveZero(_ z: ComplexBall) -> Bool { z.real.isPositive == true }

    private func overlap(_ a: ComplexBall, _ b: ComplexBall) -> Bool {
        let difference = a.subtracting(b, bits: Self.bits)
        return difference.real.containsZero && difference.imaginary.containsZero
    }

    @Test func ellipticIntegralsSatisfyLegendresRelation() throws {
        let half = ComplexBall(RealBall.pi(bits: Self.bits).scaled(byPowerOfTwo: -1))
        for m in try [Self.number("1/3"), Self.number("1e-30"), Self.number("1/2", "2/3"), Self.number("0.99")] {
            let other = ComplexBall(RealBall(1)).subtracting(m, bits: Self.bits)
            let (k, e) = (m.ellipticK(bits: Self.bits), m.ellipticE(bits: Self.bits))
            let (kOther, eOther) = (other.ellipticK(bits: Self.bits), other.ellipticE(bits: Self.bits))
            let sum = e.multiplied(by: kOther, bits: Self.bits).adding(
                determinant(eOther, k, k, kOther), bits: Self.bits)
            expect(sum, half, "at \(m)")
            // K(m) = pi/(2 agm(1, sqrt(1 - m)))
            let mean = ComplexBall(RealBall(1)).arithmeticGeometricMean(
                other.squareRoot(bits: Self.bits), bits: Self.bits)
            expect(k.multiplied(by: mean, bits: Self.bits), half, "agm at \(m)")
        }
        #expect(try !Self.number("1").ellipticK(bits: 128).isFinite)
    }

    @Test func hypergeometricSeriesAreElementaryFunctions() throws {
        let one = ComplexBall(RealBall(1))
        for z in try Self.numbers {
            // 0F0 = e^z, 1F1(1; 2; z) = (e^z - 1)/z, 2F1(1, 1; 2; -z) = log(1 + z)/z
            let power = z.exponential(bits: 2 * Self.bits)
            expect(z.hypergeometric([], [], bits: Self.bits), power, "0F0 at \(z)")
            let wide = z.hypergeometric([one], [ComplexBall(RealBall(2))], bits: Self.bits)
            expect(wide.multiplied(by: z, bits: Self.bits), power.subtracting(one, bits: 2 * Self.bits), "1F1 at \(z)")
            guard isAboveZero(z) else { continue }
            let gauss = (-z).hypergeometric([one, one], [ComplexBall(RealBall(2))], bits: Self.bits)
            let logarithm = one.adding(z, bits: 2 * Self.bits).logarithm(bits: 2 * Self.bits)
            expect(gauss.multiplied(by: z, bits: Self.bits), logarithm, "2F1 at \(z)")
        }
    }

    @Test func orthogonalFunctionsHaveTheirRecurrences() throws {
        for degree in try [Self.number("3"), Self.number("7/2")] {
            for x in try [Self.number("1/3"), Self.number("0.9", "1/2"), Self.number("5/2")] {
                let degrees = [-1, 0, 1].map { degree.adding(ComplexBall(RealBall($0)), bits: Self.bits) }
                // DLMF 18.9: T(n+1) = 2x T(n) - T(n-1), H(n+1) = 2x H(n) - 2n H(n-1)
                let twice = x.adding(x, bits: Self.bits)
                let t = degrees.map { x.chebyshevT(degree: $0, bits: Self.bits) }
                expect(t[2], determinant(twice, t[1], t[0], ComplexBall(RealBall(1))), "T(\(degree)) at \(x)")
                let h = degrees.map { x.hermite(degree: $0, bits: Self.bits) }
                expect(
                    h[2], determinant(twice, h[1], degree.adding(degree, bits: Self.bits), h[0]), "H(\(degree)) at \(x)"
                )
                let p = degrees.map { x.legendre(degree: $0, bits: Self.bits) }
                let double = degree.adding(degrees[2], bits: Self.bits)
                expect(
                    degrees[2].multiplied(by: p[2], bits: Self.bits),
                    determinant(double.multiplied(by: x, bits: Self.bits), p[1], degree, p[0]), "P(\(degree)) at \(x)")
                let order = try Self.number("1/4")
                let l = degrees.map { x.laguerre(degree: $0, order: order, bits: Self.bits) }
                let factor = double.adding(order, bits: Self.bits).subtracting(x, bits: Self.bits)
                expect(
                    degrees[2].multiplied(by: l[2], bits: Self.bits),
                    determinant(factor, l[1], degree.adding(order, bits: Self.bits), l[0]), "L(\(degree)) at \(x)")
            }
        }
    }
}
