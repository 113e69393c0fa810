import Numbers

/// Matrices made from others, or from nothing but their size.
enum Matrices {
    static func transposed(_ rows: [[Number]]) -> [[Number]] {
        (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
    }

    static func conjugateTransposed(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> [[Number]] {
        var result: [[Number]] = []
        for row in transposed(rows) {
            var conjugates: [Number] = []
            for element in row { conjugates.append(try element.conjugate(context)) }
            result.append(conjugates)
        }
        return result
    }

    /// The matrix with `on` where the column is the row plus the offset, and `off` elsewhere.
    static func made(_ rowCount: Int, _ columnCount: Int, on: Int, off: Int) -> [[Number]] {
        (0..<rowCount).map { row in (0..<columnCount).map { Number($0 == row ? on : off) } }
    }

    /// A square matrix with a vector on a diagonal, or the diagonal of a matrix; the k-th above the main one.
    static func diagonal(_ value: Value, _ k: Int) throws(Fault) -> Value {
        let rows = try value.rows()
        let (down, right) = (max(-k, 0), max(k, 0))
        if value.isMatrix {
            let count = min(rows.count - down, rows[0].count - right)
            return .list((0..<max(count, 0)).map { .number(rows[$0 + down][$0 + right]) })
        }
        let size = rows.count + abs(k)
        guard size <= 100 else {
            throw Fault(.tooLarge, parameter: "x", "The matrix would have more than 100 rows: give a shorter list")
        }
        var matrix = made(size, size, on: 0, off: 0)
        for (index, row) in rows.enumerated() { matrix[index + down][index + right] = row[0] }
        return .matrix(matrix)
    }

    /// How many rows and columns, or elements.
    static func size(of value: Value) -> Value {
        switch value {
        case .list(let elements):
            guard case .list(let first)? = elements.first else { return .list([.integer(elements.count)]) }
            return .list([.integer(elements.count), .integer(first.count)])
        case .string(let text, _): return .list([.integer(text.unicodeScalars.count)])
        default: return .list([])
        }
    }

    /// One after the other along a dimension, counted from 1; nil: the last one.
    static func joined(_ a: Value, _ b: Value, dimension: Int?) throws(Fault) -> Value {
        if case .string(let first, _) = a, case .string(let second, _) = b { return .string(first + second) }
        guard case .list(let left) = a, case .list(let right) = b else {
            throw Fault(.typeMismatch, "Give two lists, two matrices or two texts to join")
        }
        guard left.isEmpty || right.isEmpty || a.isMatrix == b.isMatrix else {
            throw Fault(.dimensionMismatch, "Give two lists or two matrices, not one of each")
        }
        let isMatrix = a.isMatrix || b.isMatrix
        guard (dimension ?? 1) <= (isMatrix ? 2 : 1) else {
            throw Fault(.indexOutOfRange, parameter: "dimension", "A list has one dimension, a matrix two")
        }
        if !isMatrix || dimension == 1 { return .list(try stacked(left, right)) }
        guard left.count == right.count else {
            throw Fault(.dimensionMismatch, "The matrices have \(left.count) and \(right.count) rows: give as many")
        }
        return .list(zip(left, right).map { .list(($0.asList ?? []) + ($1.asList ?? [])) })
    }

    private static func stacked(_ top: [Value], _ bottom: [Value]) throws(Fault) -> [Value] {
        if let a = top.first?.asList, let b = bottom.first?.asList, a.count != b.count {
            throw Fault(.dimensionMismatch, "The matrices have \(a.count) and \(b.count) columns: give as many")
        }
        guard top.count + bottom.count <= Limits.listElements else {
            throw Fault(.tooLarge, "The list would have more than \(Limits.listElements) elements")
        }
        return top + bottom
    }

    /// Each element replaced by it times the other matrix.
    static func kroneckerProduct(
        _ a: [[Number]], _ b: [[Number]], _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        guard a.count * b.count * a[0].count * b[0].count <= Limits.listElements else {
            throw Fault(.tooLarge, "The product would have more than \(Limits.listElements) elements")
        }
        var result: [[Number]] = []
        for left in a {
            for right in b {
                var row: [Number] = []
                for x in left { for y in right { row.append(try x.multiplied(by: y, context)) } }
                result.append(row)
            }
        }
        return result
    }
}
