/// Faults as mathjs's errors read: a class, and for a mistake in the syntax where it is.
public enum MathJSError {
    /// `SyntaxError: Unexpected end of expression (char 3)`
    public static func text(of fault: Fault) -> String {
        "\(name(of: fault.code)): \(message(of: fault))"
    }

    private static func name(of code: FaultCode) -> String {
        switch code {
        case .syntaxError: "SyntaxError"
        case .typeMismatch, .argumentCount, .numberExpected, .listExpected, .matrixExpected, .textExpected: "TypeError"
        case .dimensionMismatch: "DimensionError"
        case .indexOutOfRange: "IndexError"
        case .recursionLimit: "RangeError"
        case .timeLimit: "TimeoutError"
        default: "Error"
        }
    }

    private static func message(of fault: Fault) -> String {
        switch fault.code {
        case .syntaxError:
            guard let place = fault.place else { return fault.message }
            return "\(fault.message) (char \(place.offset + 1))"
        default: return fault.hint.map { "\(fault.message) (\($0))" } ?? fault.message
        }
    }
}
