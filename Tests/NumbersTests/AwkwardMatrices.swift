import Numbers

/// Matrices on which elimination and eigenvalue methods like to fail.
enum AwkwardMatrices {
    static func make(_ rows: [[Int]]) -> RationalMatrix { RationalMatrix(rows.map { $0.map { Rational($0) } }) }

    static func hilbert(_ size: Int) -> RationalMatrix {
        RationalMatrix(rowCount: size, columnCount: size) { row, column in
            (try? Rational(numerator: 1, denominator: Integer(row + column + 1))) ?? 0
        }
    }

    /// One Jordan block.
    static func jordan(_ size: Int, _ eigenvalue: Int) -> RationalMatrix {
        RationalMatrix(rowCount: size, columnCount: size) { row, column in
            row == column ? Rational(eigenvalue) : column == row + 1 ? 1 : 0
        }
    }

    static let named: [RationalMatrix] = [
        make([]), make([[0]]), make([[7]]), make([[0, 0], [0, 0]]), make([[0, 1], [1, 0]]), make([[0, -1], [1, 0]]),
        make([[1, 2], [2, 4]]), make([[2, 1], [0, 2]]), make([[0, 1, 2], [0, 0, 3], [0, 0, 0]]),
        make([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), make([[0, 0, 1], [1, 0, 0], [0, 1, 0]]), hilbert(6), jordan(5, 3),
        jordan(4, 0), make([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]]),
        make([[Int.max, Int.min], [1 << 62, 1 - 1 << 62]]), .identity(5),
    ]

    static func random(_ rowCount: Int, _ columnCount: Int, _ generator: inout SeededGenerator) -> RationalMatrix {
        // Few different small numbers make singular ones and repeated eigenvalues likely.
        let isSmall = Bool.random(using: &generator)
        return RationalMatrix(rowCount: rowCount, columnCount: columnCount) { _, _ in
            isSmall ? Rational(Int.random(in: -1...2, using: &generator)) : Awkward.rational(&generator)
        }
    }

    /// The named ones, and random ones of up to six rows.
    static func square() -> [RationalMatrix] {
        var generator = SeededGenerator(state: 11)
        return named
            + (0..<60).map { _ in
                let size = Int.random(in: 1...6, using: &generator)
                return random(size, size, &generator)
            }
    }

    /// Random ones of up to six rows and columns.
    static func rectangular() -> [RationalMatrix] {
        var generator = SeededGenerator(state: 12)
        return (0..<60).map { _ in
            random(
                Int.random(in: 1...6, using: &generator), Int.random(in: 1...6, using: &generator), &generator)
        }
    }
}
