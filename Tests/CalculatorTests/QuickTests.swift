import Calculator
import ProcessorTime
import Testing

/// What is calculated where the request is, since it is judged quick, holds up nobody.
@Suite struct QuickTests {
    private static let awkward = [
        "2", "0", "-1", "7/3", "-0.5", "1e9", "1e-9", "1e99", "-1e99", "1e-99", "123456789.987654321", "170", "999",
        "0.9999999999999999999999", "-0.99999999999999", "1000000000000000003", "45", "-12.5",
        String(repeating: "9", count: 40), String(repeating: "9", count: 100), "-" + String(repeating: "7", count: 99),
        "0." + String(repeating: "0", count: 90) + "1", "1/" + String(repeating: "3", count: 90),
        String(repeating: "1", count: 49) + "/" + String(repeating: "7", count: 49),
    ]

    @Test(arguments: Catalogue.operations.map(\.name))
    func anOperationThatIsJudgedQuickIs(_ name: String) throws {
        let operation = try #require(Catalogue.operation(named: name))
        for first in Self.awkward {
            for second in operation.parameters.count > 1 ? Self.awkward : ["1"] {
                for precision in [20, 100] {
                    let texts = [first, second, "3", "2"]
                    let input = zip(operation.parameters, texts).map { (name: $0.name, value: RawArgument.text($1)) }
                    guard operation.isQuick(input, precision: precision) else { continue }
                    let took = milliseconds { _ = try? operation.answer(to: input, precision: precision) }
                    #expect(took < 150, "\(name)(\(first), \(second)) to \(precision) digits took \(took) ms")
                    if took >= 150 { return }
                }
            }
        }
    }

    @Test(arguments: [
        "1/3 + 1/6", "2^10 * 3", "sin(1)", "pi * 2", "1 + 1 == 2", "-(3 - 5%)", "sqrt(2)", "log(0)", "1/0", "(",
        "7 mod 3",
    ])
    func anExpressionThatIsJudgedQuickIs(_ source: String) {
        #expect(Program.readIfQuick([source], precision: 100) != nil)
        #expect(milliseconds { _ = try? Calculation(precision: 100).value(of: source) } < 150)
    }

    @Test(arguments: [
        "f(x) = x", "a = 1", "9^9^9", "factorial(1000)", "1:1000", "sqrt(2) + sqrt(3)", "sin(10^20)", "2^21",
        "1e200 + 1",
        "[1, 2]", "sum(1, 2)", "(1 + 1) ^ 20", "map([1, 2], sqrt)", "5!", "1\n2", "x", "pi == e",
        String(repeating: "1+", count: 30) + "1",
    ])
    func anythingElseIsNot(_ source: String) {
        #expect(Program.readIfQuick([source], precision: 20) == nil)
    }

    @Test func manyDigitsOrManySourcesAreNotQuick() {
        #expect(Program.readIfQuick(["1/3"], precision: 101) == nil)
        #expect(Program.readIfQuick(Array(repeating: "1/3", count: 5), precision: 20) == nil)
    }

    /// The time of the processor that it takes. The better of two: the first call of a function may have to make its
    /// tables.
    private func milliseconds(_ body: () -> Void) -> Double {
        (0..<2).map { _ in 1000 * ProcessorTime.seconds(of: body) }.min() ?? 0
    }
}
