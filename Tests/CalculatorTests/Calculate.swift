public import Calculator

extension RawArgument: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A list of texts.
    public init(arrayLiteral texts: String...) { self = .list(texts.map { .text($0) }) }
}

/// The answer of an operation of the catalogue.
func calculate(
    _ name: String, _ arguments: KeyValuePairs<String, RawArgument> = [:], precision: Int = Limits.defaultPrecision
) throws(CalculationFailure) -> Rendering {
    try calculate(name, arguments.map { ($0.key, $0.value) }, precision: precision)
}

func calculate(
    _ name: String, _ arguments: [(name: String, value: RawArgument)], precision: Int = Limits.defaultPrecision
) throws(CalculationFailure) -> Rendering {
    guard let operation = Catalogue.operation(named: name) else { fatalError("no operation \(name)") }
    return try operation.answer(to: arguments, precision: precision)
}

/// The faults of a calculation that has no answer; none when it has one.
func faults(
    _ name: String, _ arguments: KeyValuePairs<String, RawArgument> = [:], precision: Int = Limits.defaultPrecision
) -> [Fault] {
    do throws(CalculationFailure) {
        _ = try calculate(name, arguments, precision: precision)
        return []
    } catch {
        return error.faults
    }
}

extension Calculation {
    /// The value of the last statement of a source.
    func value(of source: String) throws(Fault) -> Rendering {
        let outcomes = try outcomes(of: try Program(source))
        guard let last = outcomes.last else { fatalError("no statement") }
        return last.value
    }
}

extension MathJSCalculation {
    /// The text of a source.
    func text(of source: String) throws(Fault) -> String { try text(of: try Program(source)) }
}
