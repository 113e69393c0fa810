import Numbers

/// The arguments of a call, each in the place of its parameter and of its parameter's type.
struct Arguments: Sendable {
    /// One for each parameter, nil where it was left out and has no default.
    let values: [Value?]

    /// Whether the argument was given or has a default.
    func has(_ index: Int) -> Bool { values[index] != nil }

    /// The rational number at that place.
    func rational(_ index: Int) throws(Fault) -> Rational {
        guard case .number(.exact(let value)) = values[index] else {
            throw Fault(.numberExpected, "Give an exact number here")
        }
        return value
    }

    /// The whole number at that place.
    func integer(_ index: Int) throws(Fault) -> Integer {
        let value = try rational(index)
        guard value.isInteger else { throw Fault(.integerExpected, "Give a whole number here") }
        return value.numerator
    }

    /// The whole number at that place, whose parameter's bounds keep it small.
    func int(_ index: Int) throws(Fault) -> Int {
        guard let value = try integer(index).asInt else { throw Fault(.tooLarge, "Give a smaller number here") }
        return value
    }

    /// The word at that place.
    func word(_ index: Int) throws(Fault) -> String {
        guard case .string(let word) = values[index] else { throw Fault(.choiceExpected, "Give a word here") }
        return word
    }

    /// What was given to an operation over `a, b` or `values`, as one list.
    func numbers() throws(Fault) -> [Rational] {
        guard case .list(let elements) = values[2] else { return [try rational(0), try rational(1)] }
        var numbers: [Rational] = []
        numbers.reserveCapacity(elements.count)
        for element in elements {
            guard case .number(.exact(let number)) = element else {
                throw Fault(.numberExpected, parameter: "values", "Give a list of exact numbers")
            }
            numbers.append(number)
        }
        return numbers
    }
}
