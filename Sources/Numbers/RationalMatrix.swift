internal import CFlint

/// A matrix of fractions, exact (FLINT's `fmpq_mat`). It may have no rows or no columns.
public struct RationalMatrix: Sendable {
    let owner: FlintRationalMatrix

    /// The matrix with these rows, all of one length.
    public init(_ rows: [[Rational]]) {
        let columnCount = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == columnCount }, "rows of a matrix have one length")
        self.init(rowCount: rows.count, columnCount: columnCount) { rows[$0][$1] }
    }

    /// The matrix whose entry in row i and column j, both counted from 0, is `entry(i, j)`.
    public init(rowCount: Int, columnCount: Int, _ entry: (Int, Int) -> Rational) {
        self = RationalMatrix.made(rowCount, columnCount) { matrix in
            for row in 0..<rowCount {
                for column in 0..<columnCount {
                    entry(row, column).withFlint { fmpq_set(fmpq_mat_entry(matrix, row, column), $0) }
                }
            }
        }
    }

    /// The square matrix with ones on the diagonal and zeros elsewhere.
    public static func identity(_ size: Int) -> RationalMatrix { made(size, size) { fmpq_mat_one($0) } }

    /// How many rows there are.
    public var rowCount: Int { owner.value.r }
    /// How many columns there are.
    public var columnCount: Int { owner.value.c }
    /// Whether there are as many rows as columns.
    public var isSquare: Bool { rowCount == columnCount }

    /// The entry in this row and column, both counted from 0.
    public subscript(row: Int, column: Int) -> Rational {
        precondition((0..<rowCount).contains(row) && (0..<columnCount).contains(column), "no such entry")
        return withFlint { matrix in Rational.made { fmpq_set($0, fmpq_mat_entry(matrix, row, column)) } }
    }

    /// All entries, row by row.
    public var rows: [[Rational]] {
        (0..<rowCount).map { row in (0..<columnCount).map { self[row, $0] } }
    }
}

extension RationalMatrix: Equatable {
    /// Whether both have the same size and the same entries.
    public static func == (left: RationalMatrix, right: RationalMatrix) -> Bool {
        left.withFlint { a in right.withFlint { b in fmpq_mat_equal(a, b) != 0 } }
    }
}

/// The owner of one FLINT matrix.
///
/// Unchecked because of the pointers inside: the matrix is never written after `init`, and nothing in it belongs to a
/// thread.
final class FlintRationalMatrix: @unchecked Sendable {
    let value: fmpq_mat_struct

    init(adopting value: fmpq_mat_struct) {
        self.value = value
    }

    deinit {
        var value = value
        fmpq_mat_clear(&value)
    }
}

extension RationalMatrix {
    typealias Pointer = UnsafeMutablePointer<fmpq_mat_struct>

    init(owner: FlintRationalMatrix) {
        self.owner = owner
    }

    /// Lends the matrix to FLINT for reading.
    func withFlint<Result>(_ body: (UnsafePointer<fmpq_mat_struct>) -> Result) -> Result {
        withExtendedLifetime(owner) { withUnsafePointer(to: owner.value, body) }
    }

    /// The matrix that `fill` writes into one of zeros.
    static func made(_ rowCount: Int, _ columnCount: Int, _ fill: (Pointer) -> Void) -> RationalMatrix {
        var value = fmpq_mat_struct()
        fmpq_mat_init(&value, rowCount, columnCount)
        fill(&value)
        return RationalMatrix(owner: FlintRationalMatrix(adopting: value))
    }
}
