import Numbers
import Text

extension Parameter {
    /// The value that was meant, checked against the bounds; of what is no plain number but an expression, the tree.
    /// - Throws: what is wrong with it; with a list, what is wrong with each of its first elements.
    func read(_ raw: RawArgument) throws(CalculationFailure) -> BoundArgument {
        switch type {
        case .number, .real, .integer:
            return try readNumber(raw)
        case .choice(let words):
            if case .text(let word) = raw, words.contains(where: word.isExactly) { return .value(.string(word)) }
            throw CalculationFailure(choiceFault(words, raw))
        case .numbers, .integers:
            return try readList(raw)
        case .matrix, .squareMatrix, .list, .any:
            return try .source(tree(raw))
        case .expression, .variable, .text:
            if count != nil, case .list = raw { return try .source(tree(raw)) }
            guard case .text(let text) = raw else {
                throw CalculationFailure(
                    Fault(.textExpected, parameter: name, "Give a text, not \(raw.kind)", input: raw.echo))
            }
            guard text.overlongMarkRun == nil else {
                throw CalculationFailure(
                    Fault(
                        .tooLong, parameter: name,
                        "Give a text with at most \(String.marksInARow) combining marks in a row", input: raw.echo))
            }
            return .value(.string(text))
        }
    }

    private func choiceFault(_ words: [String], _ raw: RawArgument) -> Fault {
        Fault(
            .choiceExpected, parameter: name, "Give one of these words: \(words.joined(separator: ", "))",
            input: raw.echo)
    }

    /// A number as it is written most often, else an expression such as `2 + 3i` or `pi/4`. What is neither is told as
    /// a number's fault.
    private func readNumber(_ raw: RawArgument) throws(CalculationFailure) -> BoundArgument {
        do throws(Fault) {
            return .value(.rational(try number(raw, isInteger: type == .integer)))
        } catch {
            if case .text(let text) = raw, let tree = Self.formula(text) {
                return .source(tree)
            }
            throw CalculationFailure(error)
        }
    }

    private func readList(_ raw: RawArgument) throws(CalculationFailure) -> BoundArgument {
        do throws(CalculationFailure) {
            return .value(.list(try list(raw, isInteger: type == .integers)))
        } catch {
            let isNoNumber = error.faults.allSatisfy { $0.code == .numberParsing || $0.code == .numberExpected }
            if isNoNumber || raw.isLoneFormula, raw.isTextual, let tree = try? tree(raw), tree.isClosed {
                return .source(tree)
            }
            throw error
        }
    }

    /// The tree of a text that is no number but has a meaning, its names all known.
    private static func formula(_ text: String) -> Node? {
        do throws(NumberSyntaxError) {
            _ = try Rational(parsing: text)
        } catch {
            guard error.kind == .unexpectedCharacter || error.kind == .whitespace else { return nil }
        }
        guard text.utf8.count <= Limits.formulaBytes, let node = try? Parser.expression(of: text), node.isClosed else {
            return nil
        }
        return node
    }

    /// The tree of any argument: a text as an expression, a list as one.
    private func tree(_ raw: RawArgument) throws(CalculationFailure) -> Node {
        do throws(Fault) {
            return try node(raw)
        } catch {
            var fault = error
            fault.parameter = name
            fault.input = raw.echo
            throw CalculationFailure(fault)
        }
    }

    private func node(_ raw: RawArgument) throws(Fault) -> Node {
        let place = SourceRange(offset: 0, length: 0)
        switch raw {
        case .text(let text):
            if let value = try? Rational(parsing: text) { return Node(.number(value, text: text), place) }
            return try Parser.expression(of: text)
        case .boolean(let value): return Node(.symbol(value ? "true" : "false"), place)
        case .null: return Node(.symbol("null"), place)
        case .list(let elements):
            guard elements.count <= Limits.listElements else {
                throw Fault(.tooLong, "Give at most \(Limits.listElements) elements in a list")
            }
            var nodes: [Node] = []
            for element in elements { nodes.append(try node(element)) }
            return Node(.list(nodes), place)
        case .object:
            throw Fault(.typeMismatch, "Give a number, a text or a list, not an object")
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
            let text =
                isShort
                ? "at least \(count.lowerBound.counted("number"))"
                : "at most \(count.upperBound.counted("number"))"
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
    /// Whether it is made of texts and lists of them alone.
    fileprivate var isTextual: Bool {
        switch self {
        case .text: true
        case .list(let elements): elements.allSatisfy(\.isTextual)
        case .boolean, .null, .object: false
        }
    }

    /// Whether it is one text, which may stand for a whole list: `[1, 2]`.
    fileprivate var isLoneFormula: Bool {
        guard case .text(let text) = self else { return false }
        return (try? Rational(parsing: text)) == nil
    }

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
