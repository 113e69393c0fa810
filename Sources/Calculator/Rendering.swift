import Numbers

/// A value as an answer shows it.
struct Rendering {
    let result: ResultValue
    let exact: String?
    let decimal: String
    let type: ValueType
}

extension Rendering {
    /// The texts of a value; nil while a ball is too wide to tell every digit.
    /// - Throws: `too_large` when an exact number passes the limit of digits.
    init?(_ value: Value, precision: Int) throws(Fault) {
        switch value {
        case .number(let number):
            guard let rendering = try Rendering(number, precision: precision) else { return nil }
            self = rendering
        case .complex(let real, let imaginary):
            guard let rendering = try Rendering(real, imaginary, precision: precision) else { return nil }
            self = rendering
        case .boolean(let value):
            let text = value ? "true" : "false"
            self.init(result: .boolean(value), exact: text, decimal: text, type: .boolean)
        case .string(let text):
            self.init(result: .string(text), exact: "\"\(text)\"", decimal: "\"\(text)\"", type: .string)
        case .list(let elements):
            guard let rendering = try Rendering(elements, precision: precision) else { return nil }
            self = rendering
        }
    }

    private init?(_ number: RealNumber, precision: Int) throws(Fault) {
        switch number {
        case .exact(let number):
            guard max(number.numerator.bitWidth, number.denominator.bitWidth) <= Limits.resultBits else {
                throw .resultTooLarge()
            }
            let decimal = number.decimalText(significantDigits: precision)
            self.init(
                result: JSONNumber.result(number, decimal), exact: number.description, decimal: decimal,
                type: number.isInteger ? .integer : .rational)
        case .ball(let ball, let closedForm):
            guard let decimal = ball.decimalText(significantDigits: precision),
                let result = JSONNumber.result(ball, decimal)
            else { return nil }
            self.init(result: result, exact: closedForm, decimal: decimal, type: .real)
        }
    }

    private init?(_ real: RealNumber, _ imaginary: RealNumber, precision: Int) throws(Fault) {
        guard let re = try Rendering(real, precision: precision),
            let im = try Rendering(imaginary, precision: precision)
        else { return nil }
        let decimal = ComplexText.join(re.decimal, im.decimal)
        let exact = re.exact.flatMap { re in im.exact.map { ComplexText.join(re, $0) } }
        self.init(result: .string(decimal), exact: exact, decimal: decimal, type: .complex)
    }

    private init?(_ elements: [Value], precision: Int) throws(Fault) {
        var parts: [Rendering] = []
        parts.reserveCapacity(elements.count)
        for element in elements {
            guard let part = try Rendering(element, precision: precision) else { return nil }
            parts.append(part)
        }
        let exact = parts.allSatisfy { $0.exact != nil } ? Self.bracketed(parts.map { $0.exact ?? "" }) : nil
        self.init(
            result: .array(parts.map(\.result)), exact: exact, decimal: Self.bracketed(parts.map(\.decimal)),
            type: .list)
    }

    private static func bracketed(_ texts: [String]) -> String { "[" + texts.joined(separator: ", ") + "]" }
}
