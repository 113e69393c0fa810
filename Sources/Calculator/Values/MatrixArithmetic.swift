import Numbers

/// Products and powers of matrices over exact numbers and balls.
enum MatrixArithmetic {
    /// Most products of elements that one matrix product takes.
    private static let workLimit = 4_000_000

    /// The product of two lists: of matrices, of a matrix and a vector, or the scalar product of two vectors.
    static func multiply(_ a: Value, _ b: Value, _ context: EvaluationContext) throws(Fault) -> Value {
        let (left, right) = (try a.rows(), try b.rows())
        switch (a.isMatrix, b.isMatrix) {
        case (true, true): return .matrix(try product(left, right, context))
        case (true, false):
            return .list(try product(left, right, context).map { .number($0[0]) })
        case (false, true):
            let row = try product([left.map { $0[0] }], right, context)
            return .list(row[0].map { .number($0) })
        case (false, false):
            let scalar = try product([left.map { $0[0] }], right, context)
            return .number(scalar.first?.first ?? Number(0))
        }
    }

    /// The product of two matrices.
    static func product(
        _ a: [[Number]], _ b: [[Number]], _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        let (height, inner, width) = (a.count, b.count, b.first?.count ?? 0)
        guard a.allSatisfy({ $0.count == inner }) else {
            throw Fault(
                .dimensionMismatch,
                "The first has \(a.first?.count ?? 0) columns and the second \(inner) rows: they have to be equal")
        }
        guard height * inner * width <= workLimit else { throw .tooManyElements }
        return try a.map { row throws(Fault) in
            try context.checkDeadline()
            return try (0..<width).map { column throws(Fault) in
                let terms = try row.indices.map { index throws(Fault) in
                    try row[index].multiplied(by: b[index][column], context)
                }
                return try Folding.sum(terms, context)
            }
        }
    }

    /// The power of a square matrix.
    static func power(
        _ matrix: [[Number]], _ exponent: UInt, _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        let size = matrix.count
        var base = matrix
        var result = (0..<size).map { row in (0..<size).map { Number($0 == row ? 1 : 0) } }
        var left = exponent
        while left > 0 {
            if left & 1 == 1 { result = try product(result, base, context) }
            left >>= 1
            if left > 0 { base = try product(base, base, context) }
        }
        return result
    }
}

extension Fault {
    static let tooManyElements = Fault(.tooLarge, "The matrices have too many elements: use smaller ones")
}
