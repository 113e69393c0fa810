import Numbers

/// The arguments of a call, each in the place of its parameter and of its parameter's type.
struct Arguments: Sendable {
    /// One for each parameter, nil where it was left out and has no default.
    let values: [Value?]

    /// Whether the argument was given or has a default.
    func has(_ index: Int) -> Bool { values[index] != nil }

    /// The value at that place, whatever it is.
    func value(_ index: Int) throws(Fault) -> Value {
        guard let value = values[index] else { throw Fault(.missing, "Give a value here") }
        return value
    }

    /// The number at that place.
    func number(_ index: Int) throws(Fault) -> Number {
        guard case .number(let number) = values[index] else { throw Fault(.numberExpected, "Give a number here") }
        return number
    }

    /// The fraction at that place.
    func rational(_ index: Int) throws(Fault) -> Rational {
        guard let value = try number(index).asRational else {
            throw Fault(.numberExpected, "Give an exact fraction or whole number here")
        }
        return value
    }

    /// The whole number at that place.
    func integer(_ index: Int) throws(Fault) -> Integer {
        guard let value = try rational(index).asInteger else {
            throw Fault(.integerExpected, "Give a whole number here")
        }
        return value
    }

    /// The whole number at that place, whose parameter's bounds keep it small.
    func int(_ index: Int) throws(Fault) -> Int {
        guard let value = try integer(index).asInt else { throw Fault(.tooLarge, "Give a smaller number here") }
        return value
    }

    /// The number at that place as a ball.
    func ball(_ index: Int, _ context: EvaluationContext) throws(Fault) -> ComplexBall {
        try number(index).ball(context)
    }

    /// The real number at that place as a ball.
    func realBall(_ index: Int, _ context: EvaluationContext) throws(Fault) -> RealBall {
        try number(index).realBall(context)
    }

    /// The word or text at that place.
    func word(_ index: Int) throws(Fault) -> String {
        guard case .string(let word, _) = values[index] else { throw Fault(.choiceExpected, "Give a word here") }
        return word
    }

    /// The elements of the list at that place; of anything else, that alone.
    func list(_ index: Int) throws(Fault) -> [Value] {
        switch try value(index) {
        case .list(let elements): elements
        case let single: [single]
        }
    }

    /// The numbers of the list at that place.
    func numbers(_ index: Int) throws(Fault) -> [Number] { try list(index).numbers() }

    /// What was given to an operation over `a, b` or `values`, as one list.
    func numbers() throws(Fault) -> [Number] {
        guard case .list(let elements) = values[2] else { return [try number(0), try number(1)] }
        return try elements.numbers()
    }

    /// The rows of the matrix at that place; a plain list counts as a column, a number as a matrix of one element.
    func matrix(_ index: Int) throws(Fault) -> [[Number]] { try value(index).rows() }
}
