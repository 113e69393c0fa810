import Numbers

/// Values as `math.format(value, precision)` of mathjs writes them, from exact numbers.
struct MathJSFormat: Sendable {
    /// Significant digits; nil for the shortest text of the nearest double.
    let precision: Int?
    /// Whether what no double comes near is written with the digits of one all the same, and not as infinity or 0.
    var reachesBeyondDoubles = false

    /// A value as `format` writes it, and as it stands among the values of several statements.
    struct Texts: Sendable {
        let formatted: String
        let plain: String
    }

    /// As many digits as tell every double from its neighbours.
    static let doubleDigits = 17

    /// Nil while a ball is too wide to tell every digit.
    func texts(of value: Value, _ context: EvaluationContext) throws(Fault) -> Texts? {
        guard let formatted = try text(of: value, context) else { return nil }
        switch value {
        case .string(let text, _): return Texts(formatted: formatted, plain: text)
        case .number where precision != nil:
            // Among several statements mathjs leaves the precision out.
            let plain = try MathJSFormat(precision: nil).text(of: value, context)
            return Texts(formatted: formatted, plain: plain ?? formatted)
        default: return Texts(formatted: formatted, plain: formatted)
        }
    }

    private func text(of value: Value, _ context: EvaluationContext) throws(Fault) -> String? {
        switch value {
        case .number(let number): return try text(of: number, context)
        case .boolean(let flag): return flag ? "true" : "false"
        case .string(let text, _): return Quoting.quoted(text)
        case .null: return "null"
        case .function(.defined(let function)):
            return "\(function.name)(\(function.parameters.joined(separator: ", ")))"
        case .function(.operation): return "function"
        case .list(let elements):
            var texts: [String] = []
            texts.reserveCapacity(elements.count)
            for element in elements {
                guard let text = try text(of: element, context) else { return nil }
                texts.append(text)
            }
            return "[\(texts.joined(separator: ", "))]"
        case .quantity(let quantity):
            let shown = try quantity.presented(context)
            guard let value = shown.value else { return shown.units.description }
            guard let number = try text(of: value, context) else { return nil }
            return "\(number) \(shown.units.description)"
        }
    }

    private func text(of number: Number, _ context: EvaluationContext) throws(Fault) -> String? {
        if try number.isReal(context) { return realDigits(number, context)?.text(precision) }
        guard let re = realDigits(number.real(context), context),
            let im = realDigits(number.imaginary(context), context)
        else { return nil }
        return complexText(re, im)
    }

    /// `2 + 3i`, as mathjs joins the parts; one that is negligible beside the other at this precision is left out.
    private func complexText(_ re: MathJSDigits, _ im: MathJSDigits) -> String {
        if let precision {
            if re.isNegligible(beside: im, digits: precision) { return imaginaryText(im) }
            if im.isNegligible(beside: re, digits: precision) { return re.text(precision) }
        }
        if re.isZero { return imaginaryText(im) }
        if im.isZero { return re.text(precision) }
        let term = imaginaryText(im)
        return re.text(precision) + (term.hasPrefix("-") ? " - \(term.dropFirst())" : " + \(term)")
    }

    private func imaginaryText(_ im: MathJSDigits) -> String {
        let text = im.text(precision)
        return text == "1" ? "i" : text == "-1" ? "-i" : text + "i"
    }

    /// The digits of a real number: those asked for, or those of the nearest double.
    private func realDigits(_ number: Number, _ context: EvaluationContext) -> MathJSDigits? {
        if let rational = number.asRational {
            guard let precision else {
                if reachesBeyondDoubles, rational.nearestDouble.map({ $0 == 0 && !rational.isZero }) ?? true {
                    return MathJSDigits(rational, digits: Self.doubleDigits)
                }
                return MathJSDigits(rational.nearestDouble ?? (rational.isNegative ? -.infinity : .infinity))
            }
            return MathJSDigits(rational, digits: precision)
        }
        let ball = number.ball(context).real
        guard let precision else {
            if reachesBeyondDoubles, !ball.isNearDoubles {
                return ball.decimalText(significantDigits: Self.doubleDigits).map { MathJSDigits(decimal: $0) }
            }
            switch ball.nearestDouble {
            case .value(let double): return MathJSDigits(double)
            case .overflow: return MathJSDigits(ball.isNegative == true ? -.infinity : .infinity)
            case .undetermined: return nil
            }
        }
        return ball.decimalText(significantDigits: precision).map { MathJSDigits(decimal: $0) }
    }
}

extension RealBall {
    /// Whether some double is nearer than infinity and 0.
    fileprivate var isNearDoubles: Bool {
        switch nearestDouble {
        case .value(let double): double != 0 || isZero
        case .overflow: false
        case .undetermined: true
        }
    }
}
