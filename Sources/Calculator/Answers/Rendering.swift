import Numbers

/// A value in every form that an answer has.
public struct Rendering: Sendable {
    /// The value as JSON knows it.
    public let result: ResultValue
    /// The exact value as text of the language; nil when no closed form is known.
    public let exact: String?
    /// The value, each number correctly rounded (to nearest, ties to even) to the digits asked for.
    public let decimal: String
    /// What kind of value it is.
    public let type: ValueType
    /// What is to be typeset where that is neither `exact` nor `decimal`: an expression without its quotation marks.
    var expression: String?
}

extension Rendering {
    /// The texts of a value; nil while a ball is too wide to tell every digit.
    /// - Throws: `too_large` when an exact number passes the limit of digits; `undecided` while it is not known whether
    ///   a number is real.
    init?(_ value: Value, precision: Int, _ context: EvaluationContext) throws(Fault) {
        switch value {
        case .number(let number):
            guard let rendering = try Rendering(number, precision: precision, context) else { return nil }
            self = rendering
        case .boolean(let value):
            let text = value ? "true" : "false"
            self.init(result: .boolean(value), exact: text, decimal: text, type: .boolean)
        case .string(let text, let isExpression):
            let quoted = Quoting.quoted(text)
            self.init(
                result: .string(text), exact: quoted, decimal: quoted, type: .string,
                expression: isExpression ? text : nil)
        case .null: self.init(result: .null, exact: "null", decimal: "null", type: .null)
        case .list(let elements):
            guard let rendering = try Rendering(elements, precision: precision, context) else { return nil }
            self = rendering
        case .quantity(let quantity):
            guard let rendering = try Rendering(quantity, precision: precision, context) else { return nil }
            self = rendering
        case .function(let function):
            let text = function.text
            self.init(result: .string(text), exact: text, decimal: text, type: .function)
        }
    }

    private init?(_ number: Number, precision: Int, _ context: EvaluationContext) throws(Fault) {
        switch number {
        case .rational(let number): try self.init(number, precision: precision)
        case .closed(let form):
            guard try number.isReal(context) else {
                try self.init(parts: number, whole: form, precision: precision, context)
                return
            }
            self.init(form.ball(bits: context.bits).real, exact: ClosedText.text(of: form), precision: precision)
        case .ball(let ball):
            guard ball.isReal else {
                try self.init(parts: number, whole: nil, precision: precision, context)
                return
            }
            self.init(ball.real, exact: nil, precision: precision)
        }
    }

    private init(_ number: Rational, precision: Int) throws(Fault) {
        guard max(number.numerator.bitWidth, number.denominator.bitWidth) <= Limits.resultBits else {
            throw .resultTooLarge()
        }
        let decimal = number.decimalText(significantDigits: precision)
        self.init(
            result: JSONNumber.result(number, decimal), exact: number.description, decimal: decimal,
            type: number.isInteger ? .integer : .rational)
    }

    private init?(_ ball: RealBall, exact: String?, precision: Int) {
        guard let decimal = ball.decimalText(significantDigits: precision),
            let result = JSONNumber.result(ball, decimal)
        else { return nil }
        self.init(result: result, exact: exact, decimal: decimal, type: .real)
    }

    /// Real and imaginary part each by itself.
    private init?(
        parts number: Number, whole: ClosedForm?, precision: Int, _ context: EvaluationContext
    ) throws(Fault) {
        guard let re = try Rendering(number.real(context), precision: precision, context),
            let im = try Rendering(number.imaginary(context), precision: precision, context)
        else { return nil }
        let decimal = ComplexText.join(re.decimal, im.decimal)
        let exact = re.exact.flatMap { re in im.exact.map { ComplexText.join(re, $0) } }
        self.init(result: .string(decimal), exact: exact, decimal: decimal, type: .complex)
    }

    private init?(_ quantity: Quantity, precision: Int, _ context: EvaluationContext) throws(Fault) {
        let shown = try quantity.presented(context)
        let unit = shown.units.description
        guard let value = shown.value else {
            self.init(result: .string(unit), exact: unit, decimal: unit, type: .unit)
            return
        }
        guard let number = try Rendering(value, precision: precision, context) else { return nil }
        let decimal = QuantityText.join(number.decimal, unit)
        self.init(
            result: .string(decimal), exact: number.exact.map { QuantityText.join($0, unit) }, decimal: decimal,
            type: .unit)
    }

    private init?(_ elements: [Value], precision: Int, _ context: EvaluationContext) throws(Fault) {
        var parts: [Rendering] = []
        parts.reserveCapacity(elements.count)
        for element in elements {
            guard let part = try Rendering(element, precision: precision, context) else { return nil }
            parts.append(part)
        }
        let exact = parts.allSatisfy { $0.exact != nil } ? Self.bracketed(parts.map { $0.exact ?? "" }) : nil
        let hasExpression = parts.contains { $0.expression != nil }
        self.init(
            result: .array(parts.map(\.result)), exact: exact, decimal: Self.bracketed(parts.map(\.decimal)),
            type: Value.list(elements).isMatrix ? .matrix : .list,
            expression: hasExpression ? Self.bracketed(parts.map { $0.expression ?? $0.exact ?? $0.decimal }) : nil)
    }

    private static func bracketed(_ texts: [String]) -> String { "[" + texts.joined(separator: ", ") + "]" }
}

extension FunctionValue {
    /// The name, and of a defined function its parameters: `f(x, y)`.
    var text: String {
        switch self {
        case .operation(let operation): operation.name
        case .defined(let function): "\(function.name)(\(function.parameters.joined(separator: ", ")))"
        }
    }
}
