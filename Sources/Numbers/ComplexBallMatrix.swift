internal import CFlint

/// A matrix of complex balls (Arb's `acb_mat`).
///
/// Where every entry is known to be real, so is every result that is real by its nature: its imaginary part is exactly
/// 0 although the methods behind it may not see that.
public struct ComplexBallMatrix: Sendable {
    let owner: FlintComplexMatrix

    /// The matrix with these rows, all of one length.
    public init(_ rows: [[ComplexBall]]) {
        let columnCount = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == columnCount }, "rows of a matrix have one length")
        self = ComplexBallMatrix.made(rows.count, columnCount) { matrix in
            for (row, entries) in rows.enumerated() {
                for (column, entry) in entries.enumerated() {
                    entry.withFlint { acb_set(acb_matrix_entry(matrix, row, column), $0) }
                }
            }
        }
    }

    /// How many rows there are.
    public var rowCount: Int { owner.value.r }
    /// How many columns there are.
    public var columnCount: Int { owner.value.c }
    /// Whether there are as many rows as columns.
    public var isSquare: Bool { rowCount == columnCount }
    /// Whether every entry's imaginary part is exactly 0.
    public var isReal: Bool { withFlint { acb_mat_is_real($0) != 0 } }
    /// Whether every entry is bounded.
    public var isFinite: Bool { withFlint { acb_mat_is_finite($0) != 0 } }

    /// The entry in this row and column, both counted from 0.
    public subscript(row: Int, column: Int) -> ComplexBall {
        precondition((0..<rowCount).contains(row) && (0..<columnCount).contains(column), "no such entry")
        return withFlint { matrix in ComplexBall.made { acb_set($0, acb_matrix_entry(matrix, row, column)) } }
    }

    /// All entries, row by row.
    public var rows: [[ComplexBall]] {
        (0..<rowCount).map { row in (0..<columnCount).map { self[row, $0] } }
    }
}

/// The owner of one Arb matrix.
///
/// Unchecked because of the pointers inside: the matrix is never written after `init`, and nothing in it belongs to a
/// thread.
final class FlintComplexMatrix: @unchecked Sendable {
    let value: acb_mat_struct

    init(adopting value: acb_mat_struct) {
        self.value = value
    }

    deinit {
        var value = value
        acb_mat_clear(&value)
    }
}

extension ComplexBallMatrix {
    typealias Pointer = UnsafeMutablePointer<acb_mat_struct>
    typealias Lent = UnsafePointer<acb_mat_struct>

    init(owner: FlintComplexMatrix) {
        self.owner = owner
    }

    /// Lends the matrix to Arb for reading.
    func withFlint<Result>(_ body: (Lent) -> Result) -> Result {
        withExtendedLifetime(owner) { withUnsafePointer(to: owner.value, body) }
    }

    /// The matrix that `fill` writes into one of zeros.
    static func made(_ rowCount: Int, _ columnCount: Int, _ fill: (Pointer) -> Void) -> ComplexBallMatrix {
        var value = acb_mat_struct()
        acb_mat_init(&value, rowCount, columnCount)
        fill(&value)
        return ComplexBallMatrix(owner: FlintComplexMatrix(adopting: value))
    }
}
