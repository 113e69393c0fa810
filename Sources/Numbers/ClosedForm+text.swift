internal import CFlint

/// A formula as a tree: a name or a number, and what it is applied to.
public indirect enum ClosedFormula: Sendable, Equatable {
    /// A name (`Pi`, `NumberI`) or the digits of an integer.
    case atom(String)
    /// A function's name and its arguments: `Add`, `Mul`, `Div`, `Pow`, `Sqrt`, `Exp`, `Log`, `Cos`, …
    case call(String, [ClosedFormula])
}

extension ClosedForm {
    /// Radicals of algebraic numbers of higher degree are longer than anybody wants to read.
    private static let formulaDegree = 12

    /// The number as Calcium represents it, generators written out.
    public var formula: ClosedFormula? {
        formula { result in
            ask { ca_get_fexpr(result, $0, 0, $1) }
            return true
        }
    }

    /// An algebraic number in radicals or in sines and cosines of parts of π; nil for any other.
    public var algebraicFormula: ClosedFormula? {
        formula { result in
            var value = qqbar_struct()
            qqbar_init(&value)
            defer { qqbar_clear(&value) }
            guard ask({ ca_get_qqbar(&value, $0, $1) }) != 0, qqbar_degree(&value) <= Self.formulaDegree else {
                return false
            }
            return qqbar_formula(result, &value) != 0
        }
    }

    private func formula(_ write: (UnsafeMutablePointer<fexpr_struct>) -> Bool) -> ClosedFormula? {
        var expression = fexpr_struct()
        fexpr_init(&expression)
        defer { fexpr_clear(&expression) }
        guard write(&expression), fexpr_num_leaves(&expression) <= 400, let text = fexpr_get_str(&expression) else {
            return nil
        }
        defer { flint_free(text) }
        var reader = FormulaReader(text: Array(String(cString: text).utf8))
        return reader.read()?.substituted([:])
    }
}

/// Reads what FLINT writes: `Where(Div(a_1, 2), Def(a_1, Sqrt(2)))`.
private struct FormulaReader {
    let text: [UInt8]
    var position = 0

    mutating func read() -> ClosedFormula? {
        let start = position
        while position < text.count,
            ![UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ",")].contains(text[position])
        {
            if text[position] == UInt8(ascii: "\"") { return nil }
            position += 1
        }
        let name = String(decoding: text[start..<position], as: UTF8.self)
        guard !name.isEmpty, position < text.count, text[position] == UInt8(ascii: "(") else {
            return name.isEmpty ? nil : .atom(name)
        }
        var arguments: [ClosedFormula] = []
        position += 1
        while position < text.count, text[position] != UInt8(ascii: ")") {
            guard let argument = read() else { return nil }
            arguments.append(argument)
            while position < text.count, [UInt8(ascii: ","), UInt8(ascii: " ")].contains(text[position]) {
                position += 1
            }
        }
        position += 1
        return .call(name, arguments)
    }
}

extension ClosedFormula {
    /// The formula without `Where`: each definition in the place of its name. Definitions use those after them.
    fileprivate func substituted(_ definitions: [String: ClosedFormula]) -> ClosedFormula {
        switch self {
        case .atom(let name): return definitions[name] ?? self
        case .call("Where", let arguments):
            guard let body = arguments.first else { return self }
            var known = definitions
            for case .call("Def", let pair) in arguments.dropFirst().reversed() where pair.count == 2 {
                if case .atom(let name) = pair[0] { known[name] = pair[1].substituted(known) }
            }
            return body.substituted(known)
        case .call(let name, let arguments):
            return .call(name, arguments.map { $0.substituted(definitions) })
        }
    }
}
