import Calculator
import ProcessorTime
import Testing

/// Mistakes in expressions: what is said, and where it points.
@Suite struct LanguageFaultTests {
    static let faults: [(String, FaultCode, Int, Int, String?)] = [
        ("", .syntaxError, 0, 0, nil), ("1 +", .syntaxError, 3, 0, nil), ("(1 + 2", .syntaxError, 0, 1, nil),
        ("1 + 2)", .syntaxError, 5, 1, nil), ("2 3", .syntaxError, 2, 1, nil), ("\"abc", .syntaxError, 0, 4, nil),
        ("2 @ 3", .syntaxError, 2, 1, nil), ("1 = 2", .syntaxError, 2, 1, nil), ("{a: 1}", .syntaxError, 0, 1, nil),
        ("[1, 2; 3]", .dimensionMismatch, 0, 9, nil),
        ("fctorial(5)", .undefinedFunction, 0, 8, "did you mean factorial?"),
        ("1 + foo", .undefinedSymbol, 4, 3, nil), ("ln(2)", .undefinedFunction, 0, 2, "did you mean log?"),
        ("1/0", .divisionByZero, 2, 1, nil), ("5 / (3 - 3)", .divisionByZero, 4, 7, nil),
        ("tan(pi/2)", .domain, 4, 4, nil),
        ("Infinity", .notFinite, 0, 8, nil), ("1 + NaN", .notFinite, 4, 3, nil), ("9^9^9^9", .tooLarge, 2, 5, nil),
        ("factorial(10^9)", .tooLarge, 10, 4, nil), ("2^(2^40)", .tooLarge, 0, 8, nil),
        ("[1:10^9]", .tooLarge, 1, 6, nil),
        ("f(x) = f(x); f(1)", .recursionLimit, 13, 4, nil), ("f(x) = x; f(1, 2)", .argumentCount, 10, 7, nil),
        ("sin()", .argumentCount, 0, 5, nil), ("sin(1, 2)", .argumentCount, 0, 9, nil),
        ("x = 3; x(2)", .typeMismatch, 7, 1, nil),
        ("\"a\" + 1", .typeMismatch, 0, 7, nil), ("[1, 2] + [1, 2, 3]", .dimensionMismatch, 0, 18, nil),
        ("[1, 2][3]", .indexOutOfRange, 7, 1, nil), ("[1, 2][0]", .indexOutOfRange, 7, 1, nil),
        ("3[1]", .syntaxError, 1, 1, nil),
        ("i < 2", .domain, 0, 5, nil), ("pi = ", .syntaxError, 5, 0, nil), ("true = 1", .syntaxError, 0, 4, nil),
        ("1e999999999", .tooLarge, 0, 11, nil), ("0^-1", .divisionByZero, 0, 4, nil),
        ("[1,2;3,4] * [1,2,3]", .dimensionMismatch, 0, 19, nil),
        ("zzz", .undefinedSymbol, 0, 3, nil), ("gamma(1/2)^2 == pi + 10^-100000000", .tooLarge, 21, 13, nil),
    ]

    @Test(arguments: faults)
    func mistakeIsToldInItsPlace(
        _ source: String, _ code: FaultCode, _ offset: Int, _ length: Int, _ hint: String?
    ) {
        let fault = #expect(throws: Fault.self) { try Calculation().value(of: source) }
        #expect(fault?.code == code)
        #expect(fault?.place == SourceRange(offset: offset, length: length))
        #expect(fault?.hint == hint)
        #expect(fault?.message.isEmpty == false)
    }

    @Test func nestingHasALimitAndLengthHasNone() throws {
        let parentheses = String(repeating: "(", count: 30_000) + "1" + String(repeating: ")", count: 30_000)
        #expect(throws: Fault.self) { try Calculation().value(of: parentheses) }
        for sign in ["-", "not ", "~"] {
            #expect(throws: Fault.self) { try Calculation().value(of: String(repeating: sign, count: 10_000) + "1") }
        }
        #expect(throws: Fault.self) { try Calculation().value(of: "2" + String(repeating: "^2", count: 10_000)) }
        #expect(throws: Fault.self) { try Calculation().value(of: "x" + String(repeating: "'", count: 10_000)) }
        let sum = "0" + String(repeating: "+1", count: 30_000)
        #expect(try Calculation().value(of: sum).exact == "30000")
        let nested = String(repeating: "(", count: 150) + "1" + String(repeating: ")", count: 150)
        #expect(try Calculation().value(of: nested).exact == "1")
        let fault = #expect(throws: Fault.self) { try Calculation().value(of: String(repeating: "1", count: 70_000)) }
        #expect(fault?.code == .tooLarge)
    }

    @Test func anExpiredDeadlineEndsAProgram() {
        let source = "f(n) = n < 1 ? 0 : f(n - 1) + f(n - 1); f(40)"
        // On this thread, so that its time is the calculation's.
        Stack.deep {
            let seconds = ProcessorTime.seconds {
                let fault = #expect(throws: Fault.self) {
                    try Calculation(deadline: .now + .milliseconds(200)).value(of: source)
                }
                #expect(fault?.code == .timeLimit)
            }
            #expect(seconds < 2)
        }
    }
}
