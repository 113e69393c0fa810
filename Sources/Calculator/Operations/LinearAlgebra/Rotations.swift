import Numbers

/// Turns in the plane and in space.
extension MathOperation {
    static let rotationMatrix = MathOperation(
        "rotationMatrix", .linearAlgebra,
        "The matrix that turns vectors by an angle: in the plane, or about an axis in space (Rodrigues' formula).",
        [
            .any("theta", "the angle in radians, or such as 90 deg"),
            .list(
                "axis", "the axis, a vector of three elements; left out in the plane", count: 3...3, isRequired: false),
        ],
        examples: [
            "rotationMatrix(pi/2)": "[[0, -1], [1, 0]]",
            "rotationMatrix(90 deg, [0, 0, 1])": "[[0, -1, 0], [1, 0, 0], [0, 0, 1]]",
        ]
    ) { arguments, context throws(Fault) in
        .matrix(
            try Rotation.matrix(
                try Rotation.angle(try arguments.value(0), context), axis: try Rotation.axis(arguments, 1), context))
    }

    static let rotate = MathOperation(
        "rotate", .linearAlgebra, "A vector turned by an angle: in the plane, or about an axis in space.",
        [
            .list("w", "the vector, of two or three elements", count: 2...3),
            .any("theta", "the angle in radians, or such as 90 deg"),
            .list("v", "the axis, for a vector of three elements", count: 3...3, isRequired: false),
        ],
        examples: ["rotate([11, 12], pi/2)": "[-12, 11]", "rotate([1, 0, 0], pi/3, [0, 0, 1])": "[1/2, sqrt(3)/2, 0]"]
    ) { arguments, context throws(Fault) in
        let vector = try arguments.numbers(0)
        let axis = try Rotation.axis(arguments, 2)
        guard (vector.count == 3) == (axis != nil) else {
            throw Fault(
                .dimensionMismatch, parameter: "v",
                "Give an axis for a vector of three elements, and none for one of two")
        }
        let matrix = try Rotation.matrix(
            try Rotation.angle(try arguments.value(1), context), axis: axis, context)
        var result: [Value] = []
        for row in matrix {
            var products: [Number] = []
            for (x, y) in zip(row, vector) { products.append(try x.multiplied(by: y, context)) }
            result.append(.number(try Folding.sum(products, context)))
        }
        return .list(result)
    }
}

enum Rotation {
    /// In radians.
    static func angle(_ value: Value, _ context: EvaluationContext) throws(Fault) -> Number {
        switch value {
        case .number(let number): return number
        case .quantity(let quantity):
            if let angle = try quantity.radians(context) { return angle }
            fallthrough
        default: throw Fault(.typeMismatch, parameter: "theta", "Give an angle, such as pi/2 or 90 deg")
        }
    }

    /// The axis at that place of the arguments; nil where it was left out.
    static func axis(_ arguments: Arguments, _ index: Int) throws(Fault) -> [Number]? {
        arguments.has(index) ? try arguments.numbers(index) : nil
    }

    /// - Throws: `domain` for an axis without a direction.
    static func matrix(
        _ angle: Number, axis: [Number]?, _ context: EvaluationContext
    ) throws(Fault) -> [[Number]] {
        let cosine = try MathOperation.cos.number(of: angle, context)
        let sine = try MathOperation.sin.number(of: angle, context)
        guard let axis else { return [[cosine, sine.negated], [sine, cosine]] }
        let length = try Vectors.squaredLength(axis, context).squareRoot(context)
        guard try !length.isZero(context) else {
            throw Fault(.domain, parameter: "axis", "Give an axis other than [0, 0, 0]")
        }
        var u: [Number] = []
        for part in axis { u.append(try part.divided(by: length, context)) }
        let rest = try Number(1).subtracting(cosine, context)
        var rows: [[Number]] = []
        for i in 0..<3 {
            var row: [Number] = []
            for j in 0..<3 {
                let projected = try u[i].multiplied(by: u[j], context).multiplied(by: rest, context)
                let turned =
                    i == j
                    ? cosine : try u[3 - i - j].multiplied(by: (j - i + 3) % 3 == 1 ? sine.negated : sine, context)
                row.append(try projected.adding(turned, context))
            }
            rows.append(row)
        }
        return rows
    }
}
