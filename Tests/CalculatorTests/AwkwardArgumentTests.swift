import Calculator
import ProcessorTime
import Testing

/// Whatever special functions and distributions are given, they end soon: with a value or with a fault.
@Suite struct AwkwardArgumentTests {
    static let numbers = [
        "0", "1", "-1", "1/2", "-1/2", "2", "-3", "5/3", "100.5", "-1000", "1e-300", "-1e-30", "1e300", "-1e300",
        "1e10000", "-1e10000", "1e-10000", "i", "-i+1e-30", "1e300*i", "1/2+1000000*i", "-20000.5+3i", "sqrt(2)",
        "-exp(-1)", "pi", "-pi/2", "1e9", "123456.789", "0.99999999999999999999999999", "1+1e-40*i", "1e6", "1e5-1e5*i",
        "3000", "10000.5",
    ]
    static let lists: [RawArgument] = [
        .list([]), ["1/2"], ["-5", "1e300"], ["1", "1"], ["1/2", "1e6", "-3/2"], ["i", "900"], ["-900.5"], ["0"],
        ["1/3", "1/2", "1/4", "5", "6"],
    ]
    static let operations = Catalogue.operations.filter { $0.category == .special || $0.category == .distributions }
        .map(\.name)

    @Test(arguments: operations)
    func everyCallEndsSoon(_ name: String) throws {
        let operation = try #require(Catalogue.operation(named: name))
        var generator = SplitMix(state: UInt64(name.utf8.reduce(7) { 31 &* $0 &+ Int($1) }.magnitude))
        for round in 0..<120 {
            let arguments = operation.parameters.enumerated().map { index, parameter in
                (
                    parameter.name,
                    argument(parameter, index == 0 && operation.parameters.count == 1 ? round : nil, &generator)
                )
            }
            var outcome = "a fault"
            let seconds = ProcessorTime.seconds {
                do throws(CalculationFailure) {
                    outcome = try operation.answer(to: arguments).decimal
                } catch {
                    #expect(error.faults.allSatisfy { $0.code != .timeLimit })
                    outcome = error.faults.map(\.message).joined()
                }
            }
            let call = arguments.map { "\($0.0) = \($0.1)" }.joined(separator: ", ")
            #expect(seconds < 10, "\(name)(\(call)) took \(seconds) s")
            #expect(!outcome.contains("nan") && !outcome.contains("inf)"), "\(name)(\(call)) gave \(outcome)")
        }
    }

    private func argument(
        _ parameter: Parameter, _ round: Int?, _ generator: inout SplitMix
    ) -> RawArgument {
        if case .numbers = parameter.type { return Self.lists.randomElement(using: &generator) ?? .list([]) }
        if case .integer = parameter.type, Bool.random(using: &generator) {
            return .text(
                ["0", "1", "-1", "7", "5000", "1000000", "-100000000000000000000"].randomElement(using: &generator)
                    ?? "0")
        }
        if parameter.maximum == 1, Bool.random(using: &generator) {
            return .text(
                ["0", "1", "1/2", "1e-300", "1/3", "0.999999999999999999999999", "sqrt(2)/2", "0.05"].randomElement(
                    using: &generator) ?? "0")
        }
        if let round { return .text(Self.numbers[round % Self.numbers.count]) }
        return .text(Self.numbers.randomElement(using: &generator) ?? "0")
    }
}
