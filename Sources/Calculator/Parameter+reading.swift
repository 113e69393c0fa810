import Numbers

extension Parameter {
    /// The value that was meant, checked against the bounds.
    /// - Throws: what is wrong with it; with a list, what is wrong with each of its first elements.
    func read(_ raw: RawArgument) throws(CalculationFailure) -> Value {
        switch type {
        case .number, .integer:
            do throws(Fault) {
                return .rational(try number(raw, isInteger: type == .integer))
            } catch {
                throw CalculationFailure(error)
            }
        case .choice(let words):
            if case .text(let word) = raw, words.contains(word) { return .string(word) }
            throw CalculationFailure(
                Fault(
                    .choiceExpected, parameter: name, "Give one of these words: \(words.joined(separator: ", "))",
                    input: raw.echo))
        case .numbers, .integers:
            return .list(try list(raw, isInteger: type == .integers))
        }
    }

    private func number(_ raw: RawArgument, isInteger: Bool) throws(Fault) -> Rational {
        guard case .text(let text) = raw else {
            throw Fault(.numberExpected, parameter: name, "Give a number, not \(raw.kind)", input: raw.echo)
        }
        let value = try parse(text)
        if isInteger, !value.isInteger {
            throw Fault(.integerExpected, parameter: name, "Give a whole number, such as 12", input: raw.echo)
        }
        if let minimum, value < Rational(minimum) {
            throw Fault(.greaterThanEqual, parameter: name, "Give a number of at least \(minimum)", input: raw.echo)
        }
        if let maximum, value > Rational(maximum) {
            throw Fault(codeAboveMaximum, parameter: name, "Give a number of at most \(maximum)", input: raw.echo)
        }
        if maximumDigits < Limits.argumentDigits, value.numerator.decimalDigitCount > maximumDigits {
            throw Fault(.tooLarge, parameter: name, "Give a number of at most \(maximumDigits) digits", input: raw.echo)
        }
        return value
    }

    private func parse(_ text: String) throws(Fault) -> Rational {
        do throws(NumberSyntaxError) {
            return try Rational(parsing: text)
        } catch {
            throw Fault(error, parameter: name, input: RawArgument.text(text).echo)
        }
    }

    /// A single number counts as a list of one, because that is what a query with one `values=` looks like.
    private func list(_ raw: RawArgument, isInteger: Bool) throws(CalculationFailure) -> [Value] {
        let elements: [RawArgument]
        switch raw {
        case .list(let list): elements = list
        case .text: elements = [raw]
        default:
            throw CalculationFailure(
                Fault(.listExpected, parameter: name, "Give a list of numbers, such as [1, 2, 3]", input: raw.echo))
        }
        if let count, !count.contains(elements.count) {
            let isShort = elements.count < count.lowerBound
            let text = isShort ? "at least \(count.lowerBound) number" : "at most \(count.upperBound) numbers"
            throw CalculationFailure(
                Fault(isShort ? .tooShort : .tooLong, parameter: name, "Give \(text) in the list", input: raw.echo))
        }
        return try read(elements, isInteger)
    }

    private func read(_ elements: [RawArgument], _ isInteger: Bool) throws(CalculationFailure) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        var faults: [Fault] = []
        var bits = 0
        for element in elements {
            do throws(Fault) {
                let value = try number(element, isInteger: isInteger)
                bits += value.numerator.bitWidth + value.denominator.bitWidth
                guard bits <= Limits.listBits else {
                    throw Fault(.tooLarge, parameter: name, "Give a shorter list, or numbers with fewer digits")
                }
                values.append(.rational(value))
            } catch {
                faults.append(error)
                if faults.count == 20 || error.code == .tooLarge { break }
            }
        }
        guard let first = faults.first else { return values }
        throw CalculationFailure(first, Array(faults.dropFirst()))
    }
}

extension RawArgument {
    /// What it is, as a person says it.
    fileprivate var kind: String {
        switch self {
        case .text: "a text"
        case .boolean: "true or false"
        case .null: "null"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
