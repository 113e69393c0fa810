import Calculator
import ProcessorTime
import Testing

/// Everything that can be wrong, by the whole text that the person reads.
@Suite struct FaultTests {
    @Test func divisionByZeroNamesTheDivisor() {
        let fault = Fault(.divisionByZero, parameter: "b", "Division by zero", input: "0")
        #expect(faults("divide", ["a": "1", "b": "0"]) == [fault])
        #expect(faults("mod", ["a": "1", "b": "0"]) == [fault])
        let power = Fault(.divisionByZero, parameter: "b", "Division by zero", input: "-1")
        #expect(faults("pow", ["a": "0", "b": "-1"]) == [power])
        let reciprocal = Fault(.divisionByZero, parameter: "x", "Division by zero", input: "0.0")
        #expect(faults("reciprocal", ["x": "0.0"]) == [reciprocal])
    }

    @Test func severalFaultsAreToldAtOnce() {
        #expect(
            faults("divide", ["a": "one", "c": "2"], precision: 0) == [
                Fault(
                    .numberParsing, parameter: "a",
                    "The character at position 1 does not belong in a number; write a number such as 12, -0.5, 1e-3 or 1/3",
                    input: "one"),
                Fault(.missing, parameter: "b", "Give b: the divisor, not 0"),
                Fault(.extraForbidden, parameter: "c", #"There is no parameter "c": did you mean "b"?"#, input: "2"),
                Fault(.precisionBounds, parameter: "precision", "Ask for 1 to 10000 digits", input: "0"),
            ])
    }

    @Test func unknownNamesAreMatchedWithKnownOnes() {
        func text(_ name: String, _ arguments: KeyValuePairs<String, RawArgument>) -> String? {
            faults(name, arguments).first { $0.code == .extraForbidden }?.message
        }
        #expect(text("add", ["A": "1", "b": "2"]) == #"There is no parameter "A": did you mean "a"?"#)
        #expect(text("add", ["value": ["1", "2"]]) == #"There is no parameter "value": did you mean "values"?"#)
        #expect(
            text("std", ["values": ["1"], "normalisation": "biased"])
                == #"There is no parameter "normalisation": did you mean "normalization"?"#)
        #expect(text("sin", ["angle": "1"]) == #"There is no parameter "angle": sin takes x"#)
        #expect(text("pi", ["x": "1"]) == #"There is no parameter "x": pi takes none, leave it out"#)
        #expect(text("sin", ["x\0": "1"]) == "There is no parameter \"x\0\": sin takes x")
    }

    @Test func pairOrListIsAskedFor() {
        let both = "Give a and b, or a list as values"
        #expect(faults("add") == [Fault(.missing, parameter: "a", both), Fault(.missing, parameter: "b", both)])
        #expect(faults("add", ["a": "1"]) == [Fault(.missing, parameter: "b", "Give b as well, or a list as values")])
        #expect(
            faults("add", ["a": "1", "values": ["2"]])
                == [Fault(.conflict, parameter: "values", "Give either a and b, or values, not both")])
        #expect(
            faults("sum", ["values": []]) == [
                Fault(.tooShort, parameter: "values", "Give at least 1 number in the list", input: "[]")
            ])
        let long = RawArgument.list(Array(repeating: "1", count: 10_001))
        #expect(faults("sum", ["values": long]).map(\.message) == ["Give at most 10000 numbers in the list"])
    }

    @Test func whatIsNoNumberIsNamed() {
        func text(_ value: RawArgument) -> [String] {
            faults("sqrt", ["x": value]).map { "\($0.code.rawValue): \($0.message)" }
        }
        #expect(text(.boolean(true)) == ["number_expected: Give a number, not true or false"])
        #expect(text(.null) == ["number_expected: Give a number, not null"])
        #expect(text(["1", "2"]) == ["number_expected: Give a number, not a list"])
        #expect(text(.object) == ["number_expected: Give a number, not an object"])
        #expect(faults("sum", ["values": .null]).map(\.message) == ["Give a list of numbers, such as [1, 2, 3]"])
        #expect(
            faults("sum", ["values": ["1", "x", "y"]]).map { $0.input ?? "" } == ["x", "y"])
        #expect(
            faults("std", ["values": ["1"], "normalization": "none"])
                == [
                    Fault(
                        .choiceExpected, parameter: "normalization",
                        "Give one of these words: unbiased, uncorrected, biased", input: "none")
                ])
    }

    @Test func wholeNumbersAreAskedFor() {
        let fault = Fault(.integerExpected, parameter: "a", "Give a whole number, such as 12", input: "1.5")
        #expect(faults("gcd", ["a": "1.5", "b": "2"]) == [fault])
        #expect(faults("gcd", ["a": "3.0", "b": "6/2"]).isEmpty)
    }

    @Test func boundsAreTold() {
        #expect(
            faults("factorial", ["x": "-1"])
                == [Fault(.greaterThanEqual, parameter: "x", "Give a number of at least 0", input: "-1")])
        #expect(
            faults("factorial", ["x": "1e9"])
                == [Fault(.tooLarge, parameter: "x", "Give a number of at most 205022", input: "1e9")])
        #expect(
            faults("round", ["x": "1", "n": "1001"])
                == [Fault(.lessThanEqual, parameter: "n", "Give a number of at most 1000", input: "1001")])
        let digits = String(repeating: "7", count: 46)
        #expect(
            faults("primeFactors", ["x": .text(digits)])
                == [Fault(.tooLarge, parameter: "x", "Give a number of at most 45 digits", input: digits)])
    }

    @Test func domainsAreTold() {
        func text(_ name: String, _ arguments: KeyValuePairs<String, RawArgument>) -> [String] {
            faults(name, arguments).map { "\($0.code.rawValue) \($0.parameter ?? "-"): \($0.message)" }
        }
        #expect(text("log", ["x": "0"]) == ["domain x: 0 has no logarithm: give a number other than 0"])
        #expect(text("log", ["x": "2", "base": "1"]) == ["domain base: Give a base other than 0 and 1"])
        #expect(text("log", ["x": "2", "base": "0"]) == ["domain base: Give a base other than 0 and 1"])
        #expect(
            text("atan2", ["a": "0", "b": "0"])
                == ["domain b: The point 0, 0 has no angle: give a or b other than 0"])
        #expect(
            text("atanh", ["x": "-1"])
                == ["domain x: The value at -1 would be infinite: give a number other than -1 and 1"])
        #expect(
            text("nthRoot", ["a": "-4", "root": "2"])
                == [
                    "domain a: A negative number has no real root of even degree: use pow for the complex one, or an odd degree"
                ])
    }

    @Test(arguments: [
        ("pow", [("a", "9"), ("b", "1000000000")]), ("pow", [("a", "9"), ("b", "1e1000")]),
        ("pow", [("a", "0.9"), ("b", "1e10")]),
        ("pow", [("a", "2.5"), ("b", "1e9")]), ("pow", [("a", "-3"), ("b", "100000000.5")]), ("exp", [("x", "1e7")]),
        ("exp", [("x", "-1e100")]), ("cosh", [("x", "3000000")]), ("combinations", [("n", "1e9"), ("k", "5e8")]),
        ("permutations", [("n", "1e9")]),
    ])
    func resultsBeyondTheLimitAreRefusedAtOnce(_ name: String, _ arguments: [(String, String)]) {
        let input = arguments.map { (name: $0.0, value: RawArgument.text($0.1)) }
        let seconds = ProcessorTime.seconds {
            let failure = #expect(throws: CalculationFailure.self) { _ = try calculate(name, input) }
            #expect(failure?.faults.map(\.code) == [.tooLarge])
        }
        #expect(seconds < 0.2)
    }

    @Test(arguments: [
        ("nan", "Infinity and NaN are not numbers that can be calculated with here"),
        ("NaN", "Infinity and NaN are not numbers that can be calculated with here"),
        ("inf", "Infinity and NaN are not numbers that can be calculated with here"),
        ("-Infinity", "Infinity and NaN are not numbers that can be calculated with here"),
        ("", "The number is missing"), ("1e", "A digit is missing"), ("0x10", "Only decimal numbers are accepted"),
        ("1,2", "The character at position 2 does not belong in a number"),
        ("1_000", "The character at position 2 does not belong in a number"),
        ("½", "The character at position 1 does not belong in a number"),
        ("1\0", "The character at position 2 does not belong in a number"),
        ("--", "The character at position 2 does not belong in a number"),
    ])
    func textsThatAreNoNumbersAreRefused(_ text: String, _ reason: String) {
        let message = "\(reason); write a number such as 12, -0.5, 1e-3 or 1/3"
        #expect(
            faults("add", ["a": .text(text), "b": "1"])
                == [Fault(.numberParsing, parameter: "a", message, input: text)])
    }

    @Test func numbersBeyondTheLimitsAreRefusedBeforeTheyAreBuilt() {
        let message = "The exponent is beyond -100000 to 100000; write a smaller one"
        #expect(
            faults("sin", ["x": "1e999999999"]) == [Fault(.tooLarge, parameter: "x", message, input: "1e999999999")])
        let division = Fault(
            .divisionByZero, parameter: "x", "The denominator of the fraction is 0; write another one", input: "1/0")
        #expect(faults("sin", ["x": "1/0"]) == [division])
    }

    @Test func longInputsAreCutInTheEcho() {
        let text = String(repeating: "1", count: 1_000_000)
        let found = faults("sin", ["x": .text(text)])
        #expect(found.map(\.code) == [.tooLarge])
        #expect(found.first?.input == String(repeating: "1", count: 99) + "…")
    }

    @Test func anExpiredDeadlineEndsTheCalculation() throws {
        let operation = try #require(Catalogue.operation(named: "sin"))
        // 1.5e-1000 is a tie but for the next term of the series: the first round cannot decide it.
        let failure = #expect(throws: CalculationFailure.self) {
            try operation.answer(to: [("x", "1.5e-1000")], precision: 1, deadline: .now - .seconds(1))
        }
        #expect(failure == CalculationFailure.timeLimit)
    }

    @Test func aNameGivenTwiceIsRefused() throws {
        let failure = #expect(throws: CalculationFailure.self) { _ = try calculate("sin", [("x", "1"), ("x", "2")]) }
        #expect(failure?.faults == [Fault(.conflict, parameter: "x", "Give x only once", input: "2")])
    }

    @Test func ofVeryManyUnknownNamesTheFirstAreToldAndTheOthersCounted() throws {
        let marks = String(repeating: "\u{301}\u{327}", count: 100)
        var input = [("a", RawArgument.text("1")), ("b", .text("2"))].map { (name: $0.0, value: $0.1) }
        input += (0..<5000).map { (name: "x\($0)\(marks)", value: .text("1")) }
        let add = try #require(Catalogue.operation(named: "add"))
        let failure = try #require(#expect(throws: CalculationFailure.self) { try add.answer(to: input) })
        #expect(failure.faults.count == 20 && failure.untold == 4980)
        #expect(failure.faults.allSatisfy { $0.code == .extraForbidden && $0.message.utf8.count < 500 })
    }

    @Test func moreMarksInARowThanAnyWritingHasAreRefused() throws {
        let heavy = "a" + String(repeating: "\u{301}\u{327}", count: 20)
        let concat = try #require(Catalogue.operation(named: "concat"))
        let failure = try #require(
            #expect(throws: CalculationFailure.self) {
                try concat.answer(to: [("a", .text("\"\(heavy)\"")), ("b", .text("\"x\""))])
            })
        #expect(failure.faults.map(\.code) == [.syntaxError])
        let fault = try #require(
            #expect(throws: Fault.self) { try Program("1 + \(heavy)") })
        #expect(fault.code == .syntaxError && fault.place == SourceRange(offset: 5, length: 31))
        #expect(throws: Never.self) { try Program("\"e\u{301}\"") }
    }
}
