/// Gauss-Jordan elimination over any field, for small matrices.
public struct Elimination<F: Field> {
    /// The rows in reduced row echelon form; those of zeros at the end.
    public private(set) var rows: [[F.Element]]
    /// The columns of the leading ones, counted from 0, in increasing order.
    public private(set) var pivotColumns: [Int] = []
    /// The product of the pivots, with the sign of the order of the rows: the determinant of a square matrix whose
    /// columns all have a pivot.
    public private(set) var pivotProduct: F.Element
    private let field: F
    private let columnCount: Int

    /// Eliminates. All rows have one length; leading ones are looked for in the first `pivotLimit` columns, in all of
    /// them when it is nil.
    public init(_ rows: [[F.Element]], over field: F, pivotLimit: Int? = nil) throws(F.Failure) {
        self.rows = rows
        self.field = field
        columnCount = rows.first?.count ?? 0
        pivotProduct = field.one
        for column in 0..<min(pivotLimit ?? columnCount, columnCount) where pivotColumns.count < rows.count {
            try field.checkTime()
            try eliminate(column)
        }
    }

    private mutating func eliminate(_ column: Int) throws(F.Failure) {
        let step = pivotColumns.count
        guard let offset = try field.pivot(among: rows[step...].map { $0[column] }) else {
            for row in step..<rows.count { rows[row][column] = field.zero }
            return
        }
        if offset > 0 {
            rows.swapAt(step, step + offset)
            pivotProduct = try field.difference(field.zero, pivotProduct)
        }
        let pivot = rows[step][column]
        pivotProduct = try field.product(pivotProduct, pivot)
        rows[step][column] = field.one
        for index in column + 1..<max(column + 1, columnCount) {
            rows[step][index] = try field.quotient(rows[step][index], pivot)
        }
        for row in rows.indices where row != step { try clear(column, in: row, by: step) }
        pivotColumns.append(column)
    }

    private mutating func clear(_ column: Int, in row: Int, by step: Int) throws(F.Failure) {
        let factor = rows[row][column]
        rows[row][column] = field.zero
        for index in column + 1..<max(column + 1, columnCount) {
            let change = try field.product(factor, rows[step][index])
            rows[row][index] = try field.difference(rows[row][index], change)
        }
    }

    /// Vectors that span the solutions of A x = 0, one for each column without a leading one: 1 in that place and 0 in
    /// the places of the others.
    public func nullspace() throws(F.Failure) -> [[F.Element]] {
        var vectors: [[F.Element]] = []
        for free in 0..<columnCount where !pivotColumns.contains(free) {
            var vector = [F.Element](repeating: field.zero, count: columnCount)
            vector[free] = field.one
            for (row, pivot) in pivotColumns.enumerated() {
                vector[pivot] = try field.difference(field.zero, rows[row][free])
            }
            vectors.append(vector)
        }
        return vectors
    }
}
