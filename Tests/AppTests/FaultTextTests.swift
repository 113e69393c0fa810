import Calculator
import Testing

@testable import App

@Suite struct FaultTextTests {
    private func text(_ source: String) -> String {
        do throws(Fault) {
            _ = try Calculation().outcomes(of: try Program(source))
            return ""
        } catch {
            return FaultText.text(of: error, in: source)
        }
    }

    @Test func thePlaceIsMarkedBelowTheLineWithTheHint() {
        #expect(
            text("2 * fctorial(5)") == """
                There is no function fctorial: define it first, fctorial(x) = …, or see the catalogue
                  2 * fctorial(5)
                      ^^^^^^^^ did you mean factorial?

                """)
    }

    @Test func ofSeveralLinesTheOneIsShown() {
        #expect(text("a = 1\n\tb = 1/0\nc = 2").hasSuffix("\n  \tb = 1/0\n  \t      ^\n"))
    }

    @Test func thePlaceBehindTheEndIsOneMark() {
        #expect(text("1 +").hasSuffix("\n  1 +\n     ^\n"))
    }
}
