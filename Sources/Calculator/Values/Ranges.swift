import Numbers

/// The numbers of `start:step:end`.
enum Ranges {
    /// From `start` by steps (1 when nil) as far as `end`, which is included when a step falls on it.
    /// - Throws: `too_large` when there are too many; `domain` for a step of 0.
    static func list(
        _ start: Value, _ step: Value?, _ end: Value, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        let first = try number(start, context)
        let last = try number(end, context)
        let width = try step.map { value throws(Fault) in try number(value, context) } ?? Number(1)
        let sign = try width.sign(context)
        if sign == 0 { throw Fault(.domain, "The step of a range is 0: give another one") }
        let span = try last.subtracting(first, context).divided(by: width, context)
        guard try span.sign(context) >= 0 else { return .list([]) }
        guard let count = try span.floor(context).asInt, count < Limits.expressionElements else {
            throw Fault(.tooLarge, "The range has more than \(Limits.expressionElements) numbers: use larger steps")
        }
        return .list(
            try (0...count).map { index throws(Fault) in
                .number(try first.adding(try width.multiplied(by: Number(index), context), context))
            })
    }

    private static func number(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Number {
        guard case .number(let number) = value else {
            throw Fault(.typeMismatch, "A range runs between numbers, not \(value.kind)")
        }
        guard try number.isReal(context) else {
            throw Fault(.domain, "A range runs between real numbers, not complex ones")
        }
        return number
    }
}
