import Numbers

/// Expressions that share their variables, answered as the mathjs library formats values.
public final class MathJSCalculation {
    private let calculation: Calculation
    private let format: MathJSFormat

    /// - Parameters:
    ///   - precision: significant digits; nil for the shortest text of the nearest double.
    ///   - deadline: when to give up with `time_limit`.
    public init(precision: Int? = nil, deadline: ContinuousClock.Instant? = nil) {
        format = MathJSFormat(precision: precision)
        calculation = Calculation(precision: precision ?? MathJSFormat.doubleDigits, deadline: deadline)
    }

    /// The value of a program as text. Several statements are one text, of those not hidden by a semicolon.
    /// - Throws: what is wrong, with its place in the source.
    public func text(of program: Program) throws(Fault) -> String {
        do throws(Fault) {
            return try exactText(of: program)
        } catch {
            // mathjs knows infinities and what is no number; here they have no exact counterpart.
            guard error.code == .divisionByZero || error.code == .notFinite,
                let text = InfiniteArithmetic.text(of: program, variables: calculation)
            else { throw error }
            return text
        }
    }

    private func exactText(of program: Program) throws(Fault) -> String {
        let format = format
        let shown = try calculation.evaluate(program) { value, context throws(Fault) in
            try format.texts(of: value, context)
        }
        if program.statements.count == 1, !program.statements[0].isHidden, let only = shown.first {
            return only.formatted
        }
        let visible = zip(shown, program.statements).filter { !$0.1.isHidden }.map(\.0.plain)
        return "[\(visible.joined(separator: ", "))]"
    }
}
