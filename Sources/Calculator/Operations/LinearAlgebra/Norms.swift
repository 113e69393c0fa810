import Numbers

/// Lengths of vectors and norms of matrices.
enum Norms {
    /// - Parameter order: a number, or one of the words `inf`, `-inf`, `fro`.
    static func norm(_ value: Value, order: Value, _ context: EvaluationContext) throws(Fault) -> Number {
        if case .number(let number) = value { return try number.magnitude(context) }
        let rows = try value.rows()
        return value.isMatrix
            ? try matrixNorm(rows, order, context) : try vectorNorm(rows.map { $0[0] }, order, context)
    }

    private static func vectorNorm(
        _ vector: [Number], _ order: Value, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        switch order {
        case .string("fro", _): return try Vectors.squaredLength(vector, context).squareRoot(context)
        case .string("inf", _): return try greatest(try magnitudes(vector, context), context)
        case .string("-inf", _):
            let negated = try magnitudes(vector, context).map(\.negated)
            return try greatest(negated, context).negated
        case .number(let p):
            if p.asRational == 2 { return try Vectors.squaredLength(vector, context).squareRoot(context) }
            guard try p.isReal(context), try !p.isZero(context) else { throw unknown }
            var powers: [Number] = []
            for size in try magnitudes(vector, context) { powers.append(try Power.of(size, p, context)) }
            let exponent = try Number(1).divided(by: p, context)
            return try Power.of(try Folding.sum(powers, context), exponent, context)
        default: throw unknown
        }
    }

    private static func matrixNorm(
        _ rows: [[Number]], _ order: Value, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        switch order {
        case .string("fro", _): return try Vectors.squaredLength(rows.flatMap { $0 }, context).squareRoot(context)
        case .string("inf", _): return try greatestSum(rows, context)
        case .number(let p) where p.asRational == 1: return try greatestSum(Matrices.transposed(rows), context)
        case .number(let p) where p.asRational == 2: return try spectralNorm(rows, context)
        default:
            throw Fault(.choiceExpected, parameter: "p", "Give 1, 2, \"inf\" or \"fro\" for the norm of a matrix")
        }
    }

    /// The square root of the greatest eigenvalue of the conjugate transpose times the matrix, which has none below 0.
    private static func spectralNorm(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> Number {
        let square: [[Number]]
        if let fractions = NumberMatrix.fractions(rows) {
            try MatrixLimits.checkCommon(fractions, budget: MatrixLimits.characteristic)
            let matrix = RationalMatrix(fractions)
            square = (matrix.transposed * matrix).numbers
        } else {
            try MatrixLimits.checkDecided(rows)
            square = try MatrixArithmetic.product(try Matrices.conjugateTransposed(rows, context), rows, context)
        }
        guard let greatest = try Eigenvalues.values(square, context).last else { return Number(0) }
        return try greatest.real(context).squareRoot(context)
    }

    private static func greatestSum(_ rows: [[Number]], _ context: EvaluationContext) throws(Fault) -> Number {
        var sums: [Number] = []
        for row in rows { sums.append(try Folding.sum(try magnitudes(row, context), context)) }
        return try greatest(sums, context)
    }

    private static func magnitudes(_ vector: [Number], _ context: EvaluationContext) throws(Fault) -> [Number] {
        var magnitudes: [Number] = []
        for element in vector { magnitudes.append(try element.magnitude(context)) }
        return magnitudes
    }

    private static func greatest(_ numbers: [Number], _ context: EvaluationContext) throws(Fault) -> Number {
        guard !numbers.isEmpty else { return Number(0) }
        return try Folding.fold(numbers[...], context) { a, b throws(Fault) in
            try a.isLess(than: b, context) ? b : a
        }
    }

    private static let unknown = Fault(
        .choiceExpected, parameter: "p", "Give a real number other than 0, \"inf\", \"-inf\" or \"fro\"")
}
