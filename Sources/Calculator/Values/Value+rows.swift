import Numbers

extension Value {
    /// Its rows as a matrix; a plain list counts as a column, a number as a matrix of one element.
    /// - Throws: `matrix_expected` when the rows differ in length; `number_expected`.
    func rows() throws(Fault) -> [[Number]] {
        let elements = asList ?? [self]
        guard case .list? = elements.first else { return try elements.numbers().map { [$0] } }
        let rows = try elements.map { element throws(Fault) in
            guard case .list(let row) = element else { throw .ragged }
            return try row.numbers()
        }
        guard rows.allSatisfy({ $0.count == rows[0].count }) else { throw .ragged }
        return rows
    }
}

extension [Value] {
    /// The elements as numbers.
    /// - Throws: `number_expected` for any other value.
    func numbers() throws(Fault) -> [Number] {
        var numbers: [Number] = []
        numbers.reserveCapacity(count)
        for element in self {
            guard case .number(let number) = element else {
                throw Fault(.numberExpected, "Give a list of numbers, not of \(element.kind)")
            }
            numbers.append(number)
        }
        return numbers
    }
}

extension Fault {
    static let ragged = Fault(.matrixExpected, "Give a matrix whose rows all have the same number of elements")
}
