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
    /// The fewest and the most elements; nil: not a list.
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
    /// Any rational number: an integer, a decimal, an exponent form or a fraction `p/q`.
    case number
    /// A whole number, however written (`3`, `3.0`, `6/2`).
    case integer
    /// One of these words.
    case choice([String])
    /// Several numbers.
    case numbers
    /// Several whole numbers.
    case integers
}

extension Parameter {
    /// A rational number.
    static func number(
        _ name: String, _ summary: String, minimum: Int? = nil, maximum: Int? = nil,
        digits: Int = Limits.argumentDigits, isRequired: Bool = true, default defaultValue: String? = nil
    ) -> Parameter {
        Parameter(
            name: name, type: .number, summary: summary, minimum: minimum, maximum: maximum, maximumDigits: digits,
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
        Parameter(
            name: "values", type: type, summary: summary, minimum: nil, maximum: nil,
            maximumDigits: Limits.argumentDigits, count: least...Limits.listElements, defaultValue: nil,
            isRequired: false, codeAboveMaximum: .tooLarge)
    }
}
