import Numbers
import Testing

struct ThreadTests {
    /// Made by one thread, read by others, and freed by whichever comes last.
    @Test func numbersCrossThreads() async throws {
        let base = try Integer(3).power(500)
        let results = await withTaskGroup(of: (Integer, RealBall).self, returning: [(Integer, RealBall)].self) {
            group in
            for index in 0..<400 {
                group.addTask {
                    var product = base
                    for _ in 0..<20 { product = product * base + Integer(index) }
                    return (product - product + base, RealBall(product).logarithm(bits: 100 + index))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 400)
        #expect(
            results.allSatisfy {
                $0.0 == base && $0.1.isGreater(than: 11_535) == true && $0.1.isLess(than: 11_536) == true
            })
    }

    @Test func numbersOutliveTheCachesOfTheirThread() async throws {
        let number = try Integer(7).power(1_000)
        let text = number.description
        _ = RealBall.pi(bits: 1_000)
        NumberCaches.releaseThread()
        #expect(number.description == text)
        #expect(try number.root(1_000) == (7, true))
        #expect(RealBall.pi(bits: 64).decimalText(significantDigits: 5) == "3.1416")
    }
}
