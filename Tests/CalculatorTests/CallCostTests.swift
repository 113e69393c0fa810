import Calculator
import ProcessorTime
import Testing

/// A call costs what it looks at.
@Suite struct CallCostTests {
    private static func seconds(_ source: String) throws -> Double {
        var outcome = Result<String, any Error>.success("")
        let seconds = ProcessorTime.seconds {
            outcome = Result { try Calculation().value(of: source).decimal }
        }
        #expect(try outcome.get() == "2000", "\(source)")
        return seconds
    }

    /// Looked through for units, and copied, a list of 9,000 numbers cost a thousand times one of nine.
    @Test func theSizeOfALongListCostsNoMoreThanThatOfAShortOne() throws {
        let calls = "f(k) = size(v)[1] >= 0 ? 1 : 0; sum(map(1:2000, f))"
        let short = try Self.seconds("v = 1:9; \(calls)")
        let long = try Self.seconds("v = 1:9000; \(calls)")
        #expect(long < 3 * short, "\(long) s, \(short) s with nine elements")
    }
}
