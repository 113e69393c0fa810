import Numbers

/// A = Q R: the columns of Q have length 1 and are at right angles, R has zeros below its diagonal, and what stands on it
/// is not negative (Gram-Schmidt; exact where the elements are).
struct Orthogonalisation {
    /// Square, with as many rows as A.
    let q: [[Number]]
    /// Of the size of A.
    let r: [[Number]]

    /// Bits of a squared length whose root is worth a closed form: of longer ones the squares in it are hard to find.
    private static let longestSquare = 64

    /// A vector at right angles to those before, not yet of length 1.
    private struct Direction {
        let vector: [Number]
        let length: Number
        let square: Number
    }

    /// - Throws: `undecided` when the precision does not tell whether columns depend on those before them.
    init(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) {
        let (rowCount, columnCount) = (rows.count, rows[0].count)
        var directions: [Direction] = []
        var r = [[Number]](repeating: [Number](repeating: Number(0), count: columnCount), count: rowCount)
        for column in 0..<columnCount {
            try context.checkDeadline()
            let vector = rows.map { $0[column] }
            let isComplete = directions.count == rowCount
            let rest = isComplete ? nil : try Self.rest(of: vector, directions, context)
            for (row, direction) in directions.enumerated() {
                let product = try Vectors.dot(direction.vector, vector, context)
                r[row][column] = try product.divided(by: direction.length, context)
            }
            if let rest, let direction = try Self.direction(rest, context) {
                r[directions.count][column] = direction.length
                directions.append(direction)
            }
        }
        try Self.complete(&directions, rowCount, context)
        var q = [[Number]](repeating: [], count: rowCount)
        for direction in directions {
            for row in 0..<rowCount {
                q[row].append(try direction.vector[row].divided(by: direction.length, context))
            }
        }
        (self.q, self.r) = (q, r)
    }

    /// What is left of a vector when its parts along the directions are taken away.
    private static func rest(
        of vector: [Number], _ directions: [Direction], _ context: EvaluationContext
    ) throws(Fault) -> [Number] {
        let field = NumberField(context: context)
        var rest = vector
        for direction in directions {
            let factor = try Vectors.dot(direction.vector, rest, context).divided(by: direction.square, context)
            for index in rest.indices {
                rest[index] = try field.difference(
                    rest[index], try factor.multiplied(by: direction.vector[index], context))
            }
        }
        return rest
    }

    /// Nil for a vector of zeros.
    private static func direction(_ vector: [Number], _ context: EvaluationContext) throws(Fault) -> Direction? {
        guard try NumberField(context: context).pivot(among: vector) != nil else { return nil }
        let square = try Vectors.squaredLength(vector, context)
        return Direction(vector: vector, length: try length(square, context), square: square)
    }

    /// The square root, in closed form while it is short.
    private static func length(_ square: Number, _ context: EvaluationContext) throws(Fault) -> Number {
        guard let value = square.asRational, value.bitSize > longestSquare else {
            return try square.squareRoot(context)
        }
        if let root = try? value.exactRoot(2) { return .rational(root) }
        return Number(RealBall(value, bits: context.bits).squareRoot(bits: context.bits))
    }

    /// Adds the parts of unit vectors that point in new directions until there are as many as rows.
    private static func complete(
        _ directions: inout [Direction], _ rowCount: Int, _ context: EvaluationContext
    ) throws(Fault) {
        for index in 0..<rowCount where directions.count < rowCount {
            let unit = (0..<rowCount).map { Number($0 == index ? 1 : 0) }
            let rest = try rest(of: unit, directions, context)
            if let direction = try direction(rest, context) { directions.append(direction) }
        }
    }
}
