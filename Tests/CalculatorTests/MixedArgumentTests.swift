import Testing

@testable import Calculator

/// Values of kinds that do not belong together are told apart; no call ends for want of the stack.
@Suite struct MixedArgumentTests {
    private static let others = ["\"x\"", "\"\"", "sin", "f", "[\"x\", \"y\"]", "[sin, cos]", "null", "[]"]

    private func fault(_ source: String) -> Fault? {
        do throws(Fault) {
            _ = try Calculation().value(of: source)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["add", "subtract", "multiply", "divide", "pow", "sum", "mean", "min", "max"])
    func aQuantityAndWhatIsNoNumberDoNotMix(_ name: String) {
        for other in Self.others where other != "[]" {
            for call in ["\(name)(2 cm, \(other))", "\(name)(\(other), 2 cm)"] {
                #expect(fault("f(x) = x\n\(call)")?.code == .typeMismatch, "\(call)")
            }
        }
    }

    @Test(arguments: [("add", "+"), ("subtract", "-"), ("multiply", ".*"), ("divide", "./"), ("pow", ".^")])
    func theFunctionSaysOfAQuantityWhatItsOperatorSays(_ name: String, _ symbol: String) {
        for other in Self.others {
            for (a, b) in [("2 cm", other), (other, "2 cm"), ("[2 cm, 3 kg]", other)] {
                let (called, written) = (
                    fault("f(x) = x; \(name)(\(a), \(b))"), fault("f(x) = x; (\(a)) \(symbol) (\(b))")
                )
                #expect(called?.code == written?.code, "\(name)(\(a), \(b))")
            }
        }
    }

    @Test func whatCallsItselfInADeepExpressionHasALimit() {
        for (open, close) in [
            ("(", ")"), ("-(", ")"), ("[", "][1]"), ("abs(", ")"), ("(1 > 0 ? ", " : 0)"), ("1 + (", ")"),
        ] {
            let body = String(repeating: open, count: 60) + "f(n + 1)" + String(repeating: close, count: 60)
            let fault = fault("f(n) = \(body); f(0)")
            #expect(fault?.code == .recursionLimit, "\(open)")
        }
        #expect(fault("f(n) = map([n, n], f); f(0)")?.code == .recursionLimit)
        #expect(fault("f(n) = sum(map(filter([n, n], g), f)); g(n) = f(n) > 0; f(0)")?.code == .recursionLimit)
    }
}
