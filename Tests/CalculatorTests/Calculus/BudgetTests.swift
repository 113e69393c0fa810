import Glibc
import Testing

@testable import Calculator

/// What a search may use of a processor.
@Suite struct BudgetTests {
    /// The clocks are read now and then.
    private func isSpent(_ budget: Budget) -> Bool { (0..<100).contains { _ in budget.isSpent } }

    @Test func timeInWhichOthersHadTheProcessorIsNotCounted() {
        let budget = Budget(.milliseconds(20), EvaluationContext(bits: 64, language: Evaluator.self))
        // This thread has no processor meanwhile.
        usleep(100_000)
        #expect(!isSpent(budget))
    }

    @Test func workUsesItUp() {
        let budget = Budget(.milliseconds(20), EvaluationContext(bits: 64, language: Evaluator.self))
        while !budget.isSpent {}
        #expect(isSpent(budget))
    }

    @Test func theDeadlineOfTheCalculationEndsItToo() {
        #expect(
            isSpent(
                Budget(
                    .seconds(1_000), EvaluationContext(bits: 64, deadline: .now - .seconds(1), language: Evaluator.self)
                )))
        #expect(
            !isSpent(
                Budget(
                    .seconds(1_000),
                    EvaluationContext(bits: 64, deadline: .now + .seconds(1_000), language: Evaluator.self))))
    }
}
