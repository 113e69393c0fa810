/// One thing an operation takes: what it is called, what it means and how large it may be.
public struct Parameter: Sendable {
    /// The name in queries, bodies and the expression language.
    public let name: String
    /// What kind of value it is.
    public let type: ParameterType
    /// What it means, as a phrase.
    public let summary: String
    /// The least value allowed; nil: none but what `maximumDigits` implies.
    public let minimum: Int?
    /// The greatest value allowed; nil: none but what `maximumDigits` implies.
    public let maximum: Int?
    /// The most digits a number may have, before or after the point, written out without an exponent.
    public let maximumDigits: Int
    /// The fewest and the most elements; of a matrix, the most rows and columns; of an expression, those of the list of
    /// numbers that may stand in its place; nil: nothing of these.
    public let count: ClosedRange<Int>?
    /// What stands in when it is left out; nil: nothing does.
    public let defaultValue: String?
    /// Whether it must be given.
    public let isRequired: Bool
    /// The code of the fault above `maximum` or `maximumDigits`: `too_large` where the size of the result is the reason.
    let codeAboveMaximum: FaultCode
}

/// The kinds of values that parameters take.
public enum ParameterType: Sendable, Equatable {
    /// Any real or complex number.
    case number
    /// A real number.
    case real
    /// A whole number, however written (`3`, `3.0`, `6/2`).
    case integer
    /// One of these words.
    case choice([String])
    /// Several numbers.
    case numbers
    /// Several whole numbers.
    case integers
    /// Several values of any kind.
    case list
    /// Rows of numbers, all of one length.
    case matrix
    /// A matrix with as many rows as columns.
    case squareMatrix
    /// An expression of the language, as text, or a function.
    case expression
    /// The name of a variable.
    case variable
    /// A text.
    case text
    /// A value of any kind.
    case any
}

extension Parameter {
    /// Any number, real or complex.
    static func number(
        _ name: String, _ summary: String, minimum: Int? = nil, maximum: Int? = nil,
        digits: Int = Limits.argumentDigits, isRequired: Bool = true, default defaultValue: String? = nil
    ) -> Parameter {
        Parameter(
            name: name, type: minimum == nil && maximum == nil ? .number : .real, summary: summary, minimum: minimum,
            maximum: maximum, maximumDigits: digits, count: nil, defaultValue: defaultValue,
            isRequired: isRequired && defaultValue == nil, codeAboveMaximum: .tooLarge)
    }

    /// A real number.
    static func real(
        _ name: String, _ summary: String, minimum: Int? = nil, maximum: Int? = nil,
        digits: Int = Limits.argumentDigits, isRequired: Bool = true, default defaultValue: String? = nil
    ) -> Parameter {
        Parameter(
            name: name, type: .real, summary: summary, minimum: minimum, maximum: maximum, maximumDigits: digits,
            count: nil, defaultValue: defaultValue, isRequired: isRequired && defaultValue == nil,
            codeAboveMaximum: .tooLarge)
    }

    /// A whole number; `above` is the code of the fault when it is greater than `maximum`.
    static func integer(
        _ name: String, _ summary: String, minimum: Int? = nil, maximum: Int? = nil,
        digits: Int = Limits.argumentDigits, isRequired: Bool = true, default defaultValue: String? = nil,
        above: FaultCode = .tooLarge
    ) -> Parameter {
        Parameter(
            name: name, type: .integer, summary: summary, minimum: minimum, maximum: maximum, maximumDigits: digits,
            count: nil, defaultValue: defaultValue, isRequired: isRequired && defaultValue == nil,
            codeAboveMaximum: above)
    }

    /// A word out of a few.
    static func choice(_ name: String, _ summary: String, _ words: [String], default word: String) -> Parameter {
        Parameter(
            name: name, type: .choice(words), summary: summary, minimum: nil, maximum: nil, maximumDigits: 0,
            count: nil, defaultValue: word, isRequired: false, codeAboveMaximum: .lessThanEqual)
    }

    /// The list that may be given in place of `a` and `b`.
    static func values(_ summary: String, of type: ParameterType = .numbers, atLeast least: Int = 1) -> Parameter {
        list("values", summary, of: type, count: least...Limits.listElements, isRequired: false)
    }

    /// A list of numbers, of whole numbers, or of anything (`.list`).
    static func list(
        _ name: String, _ summary: String, of type: ParameterType = .numbers,
        count: ClosedRange<Int> = 1...Limits.listElements, isRequired: Bool = true
    ) -> Parameter {
        Parameter(
            name: name, type: type, summary: summary, minimum: nil, maximum: nil,
            maximumDigits: Limits.argumentDigits, count: count, defaultValue: nil,
            isRequired: isRequired, codeAboveMaximum: .tooLarge)
    }

    /// A matrix of at most that many rows and columns.
    static func matrix(
        _ name: String, _ summary: String, isSquare: Bool = false, maximumSize: Int = 100, isRequired: Bool = true
    ) -> Parameter {
        Parameter(
            name: name, type: isSquare ? .squareMatrix : .matrix, summary: summary, minimum: nil, maximum: nil,
            maximumDigits: Limits.argumentDigits, count: 1...maximumSize, defaultValue: nil, isRequired: isRequired,
            codeAboveMaximum: .tooLarge)
    }

    /// An expression of the language, as text, or a function.
    static func expression(_ name: String, _ summary: String) -> Parameter { plain(name, .expression, summary) }

    /// The name of a variable.
    static func variable(_ name: String, _ summary: String, default defaultValue: String? = nil) -> Parameter {
        plain(name, .variable, summary, default: defaultValue)
    }

    /// A text.
    static func text(
        _ name: String, _ summary: String, isRequired: Bool = true, default defaultValue: String? = nil
    ) -> Parameter {
        plain(name, .text, summary, isRequired: isRequired, default: defaultValue)
    }

    /// A value of any kind.
    static func any(_ name: String, _ summary: String, isRequired: Bool = true) -> Parameter {
        plain(name, .any, summary, isRequired: isRequired)
    }

    private static func plain(
        _ name: String, _ type: ParameterType, _ summary: String, isRequired: Bool = true,
        default defaultValue: String? = nil
    ) -> Parameter {
        Parameter(
            name: name, type: type, summary: summary, minimum: nil, maximum: nil, maximumDigits: 0, count: nil,
            defaultValue: defaultValue, isRequired: isRequired && defaultValue == nil, codeAboveMaximum: .tooLarge)
    }
}
