import Numbers

extension Parameter {
    /// The value as the parameter takes it.
    /// - Throws: a fault that says what the parameter wants, when it is of another kind or out of bounds.
    func accept(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        do throws(Fault) {
            return try accepted(value, context)
        } catch {
            var fault = error
            fault.parameter = fault.parameter ?? name
            throw fault
        }
    }

    private func accepted(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        switch type {
        case .number: return .number(try scalar(value))
        case .real: return .number(try real(value, context))
        case .integer: return .number(try whole(value, context))
        case .choice(let words):
            if case .boolean(let flag) = value, words.contains("\(flag)") { return .string("\(flag)") }
            guard case .string(let word, _) = value, words.contains(word) else {
                throw Fault(.choiceExpected, "Give one of these words: \(words.joined(separator: ", "))")
            }
            return value
        case .numbers: return .list(try elements(of: value) { element throws(Fault) in .number(try scalar(element)) })
        case .integers:
            return .list(try elements(of: value) { element throws(Fault) in .number(try whole(element, context)) })
        case .list: return .list(try elements(of: value) { element in element })
        case .matrix, .squareMatrix: return .matrix(try matrix(value))
        case .expression:
            if case .function = value { return value }
            switch value {
            case .list where count != nil, .number where count != nil:
                return .list(try elements(of: value) { element throws(Fault) in .number(try scalar(element)) })
            default: return try text(value)
            }
        case .variable, .text: return try text(value)
        case .any: return value
        }
    }

    private func scalar(_ value: Value) throws(Fault) -> Number {
        switch value {
        case .number(let number): return number
        case .boolean(let flag): return Number(flag ? 1 : 0)
        default: throw Fault(.numberExpected, "Give a number, not \(value.kind)")
        }
    }

    private func real(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Number {
        let number = try scalar(value)
        guard try number.isReal(context) else { throw Fault(.domain, "Give a real number, not a complex one") }
        if let minimum, try number.isLess(than: Number(minimum), context) {
            throw Fault(.greaterThanEqual, "Give a number of at least \(minimum)")
        }
        if let maximum, try Number(maximum).isLess(than: number, context) {
            throw Fault(codeAboveMaximum, "Give a number of at most \(maximum)")
        }
        return number
    }

    private func whole(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Number {
        let number = try real(value, context)
        guard let integer = number.asInteger else {
            throw Fault(.integerExpected, "Give a whole number, such as 12")
        }
        if maximumDigits < Limits.argumentDigits, integer.decimalDigitCount > maximumDigits {
            throw Fault(.tooLarge, "Give a number of at most \(maximumDigits) digits")
        }
        return number
    }

    private func text(_ value: Value) throws(Fault) -> Value {
        guard case .string = value else {
            throw Fault(.textExpected, "Give a text in quotation marks, not \(value.kind)")
        }
        return value
    }

    private func elements(
        of value: Value, _ read: (Value) throws(Fault) -> Value
    ) throws(Fault) -> [Value] {
        let given = value.asList ?? [value]
        if let count, !count.contains(given.count) {
            let isShort = given.count < count.lowerBound
            throw Fault(
                isShort ? .tooShort : .tooLong,
                isShort
                    ? "Give at least \(count.lowerBound) in the list" : "Give at most \(count.upperBound) in the list")
        }
        var elements: [Value] = []
        elements.reserveCapacity(given.count)
        for element in given { elements.append(try read(element)) }
        return elements
    }

    private func matrix(_ value: Value) throws(Fault) -> [[Number]] {
        let rows = try value.rows()
        let (height, width) = (rows.count, rows.first?.count ?? 0)
        guard height > 0, width > 0 else { throw Fault(.matrixExpected, "Give a matrix with at least one element") }
        if let count, max(height, width) > count.upperBound {
            throw Fault(.tooLarge, "Give a matrix of at most \(count.upperBound) rows and columns")
        }
        if type == .squareMatrix, height != width {
            throw Fault(
                .dimensionMismatch, "Give a matrix with as many rows as columns, not one of \(height) × \(width)")
        }
        return rows
    }
}
