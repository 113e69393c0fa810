import Numbers
import Testing

struct MonotoneFunctionTests {
    private static let square = MonotoneFunction(
        isIncreasing: true, value: { $0.multiplied(by: $0, bits: $1) }, slope: { x, _ in x.scaled(byPowerOfTwo: 1) })

    @Test(arguments: ["2", "1/3", "1e-40", "1e300", "4", "1", "1000000000000000000000001e-24"])
    func thePlaceOfASquareIsTheRoot(_ text: String) throws {
        let target = RealBall(try Rational(parsing: text), bits: 200)
        let place = try #require(try Self.square.place(of: target, bits: 200))
        let root = target.squareRoot(bits: 400)
        #expect(place.subtracting(root, bits: 400).containsZero)
        #expect(place.decimalText(significantDigits: 50) != nil || text == "1" || text == "4")
    }

    @Test func decreasingFunctionsHaveTheirPlacesToo() throws {
        let tail = MonotoneFunction(
            isIncreasing: false, value: { $0.complementaryErrorFunction(bits: $1) },
            slope: { x, bits in
                // A rough slope only makes the search longer.
                -(-x.multiplied(by: x, bits: bits)).exponential(bits: bits)
            })
        for text in ["0.5", "1e-300", "0.999"] {
            let target = RealBall(try Rational(parsing: text), bits: 256)
            let place = try #require(try tail.place(of: target, bits: 256))
            let expected = target.inverseComplementaryErrorFunction(bits: 256)
            #expect(place.subtracting(expected, bits: 256).containsZero)
        }
    }

    @Test func placesBeyondTheLargestNumbersAreRefused() throws {
        let slow = MonotoneFunction(
            isIncreasing: true,
            value: { $0.logarithmOfOnePlus(bits: $1) }, slope: { x, bits in x.reciprocal(bits: bits) })
        #expect(throws: NumberError.self) { try slow.place(of: RealBall(10_000_000), bits: 128) }
    }
}
