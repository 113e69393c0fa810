import Numbers

/// How large matrices may be for each kind of work, from measurements: what passes takes a second at most.
enum MatrixLimits {
    /// Rows times columns times the lesser of both times the bits of an element, for solving and determinants.
    static let elimination = 40_000_000
    /// The same where each element of the result is as long as a determinant.
    static let inversion = 10_000_000
    /// The fourth power of the size times the bits of an element.
    static let characteristic = 1_000_000_000
    /// The third power of the size times the bits of the precision.
    static let balls = 1_000_000_000
    /// Rows and columns of a matrix of irrational numbers on which elimination decides what is 0.
    static let decidedSize = 30
    /// The sixth power of the size times the bits of an element, for eigenvectors.
    static let eigenvectors = 20_000_000
    /// As `balls`, for exponentials.
    static let exponential = 50_000_000

    /// - Throws: `too_large` when elimination would take too long.
    static func check(_ rows: [[Rational]], budget: Int, parameter: String = "x") throws(Fault) {
        let (rowCount, columnCount) = (rows.count, rows[0].count)
        let most = budget / (rowCount * columnCount * min(rowCount, columnCount))
        for row in rows {
            if clearedBits(row, atMost: most) == nil { throw tooLarge(parameter) }
        }
    }

    /// - Throws: `too_large` when the work over one common denominator would take too long.
    static func checkCommon(_ rows: [[Rational]], budget: Int, parameter: String = "x") throws(Fault) {
        let size = max(rows.count, rows[0].count)
        let most = budget / (size * size * size * size)
        if clearedBits(rows.flatMap { $0 }, atMost: most) == nil { throw tooLarge(parameter) }
    }

    /// - Throws: `too_large` when so many elements would take too long at this precision.
    static func check(
        balls rows: [[Number]], budget: Int = balls, _ context: EvaluationContext
    ) throws(Fault) {
        let (rowCount, columnCount) = (rows.count, rows[0].count)
        if rowCount * columnCount * min(rowCount, columnCount) > budget / max(context.bits, 1) {
            throw Fault(
                .tooLarge,
                "The matrix has too many irrational elements for this precision: ask for fewer digits, or give a smaller one"
            )
        }
    }

    /// - Throws: `too_large` when elimination over irrational numbers would take too long.
    static func checkDecided(_ rows: [[Number]]) throws(Fault) {
        if max(rows.count, rows[0].count) > decidedSize {
            throw Fault(
                .tooLarge,
                "A matrix with irrational elements may have \(decidedSize) rows and columns here: give a smaller one, or fractions"
            )
        }
    }

    /// - Throws: `too_large` when the eigenvectors would take too long.
    static func checkEigenvectors(_ rows: [[Rational]]) throws(Fault) {
        let size = rows.count
        let most = eigenvectors / (size * size * size * size * size * size)
        if clearedBits(rows.flatMap { $0 }, atMost: most) == nil { throw tooLarge("x") }
    }

    /// Bits of the longest of these fractions times their common denominator; nil when that is more than `most`.
    private static func clearedBits(_ fractions: [Rational], atMost most: Int) -> Int? {
        var denominator = Integer(1)
        var longest = 0
        for fraction in fractions {
            guard fraction.bitSize <= most + 2 else { return nil }
            if fraction.denominator != denominator, fraction.denominator != 1 {
                guard let common = try? Integer.leastCommonMultiple(denominator, fraction.denominator) else {
                    return nil
                }
                denominator = common
            }
            longest = max(longest, fraction.numerator.bitWidth - fraction.denominator.bitWidth + 1)
            if denominator.bitWidth > most { return nil }
        }
        let bits = denominator.bitWidth + max(longest, 0)
        return bits <= most + 2 ? bits : nil
    }

    private static func tooLarge(_ parameter: String) -> Fault {
        Fault(
            .tooLarge, parameter: parameter,
            "The matrix is too large for an exact result: give fewer rows and columns, or elements with fewer digits")
    }
}
