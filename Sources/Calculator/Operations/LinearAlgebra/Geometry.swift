import Numbers

/// Points and lines, in any number of dimensions.
extension MathOperation {
    static let distance = MathOperation(
        "distance", .linearAlgebra, "The distance of two points.",
        [point("x", "the first point, such as [0, 0]"), point("y", "the second point, with as many coordinates")],
        examples: ["distance([0, 0], [3, 4])": "5", "distance([0, 0, 0], [1, 1, 1])": "sqrt(3)"]
    ) { arguments, context throws(Fault) in
        let (a, b) = (try arguments.numbers(0), try arguments.numbers(1))
        return .number(
            try Vectors.squaredLength(try Points.difference(b, a, "y", context), context).squareRoot(context))
    }

    static let intersect = MathOperation(
        "intersect", .linearAlgebra,
        "The point where two lines meet, each through two points; null when they do not meet or are the same.",
        [
            point("w", "a point of the first line"), point("x", "another point of it"),
            point("y", "a point of the second line"), point("z", "another point of it"),
        ],
        examples: [
            "intersect([0, 0], [10, 10], [10, 0], [0, 10])": "[5, 5]",
            "intersect([0, 0, 0], [1, 1, 1], [1, 0, 0], [1, 2, 2])": "[1, 1, 1]",
            "intersect([0, 0], [1, 1], [0, 1], [1, 2])": "null",
        ]
    ) { arguments, context throws(Fault) in
        let points = [
            try arguments.numbers(0), try arguments.numbers(1), try arguments.numbers(2), try arguments.numbers(3),
        ]
        let meeting = try Points.meeting(points[0], points[1], points[2], points[3], context)
        return meeting.map { .list($0.map { .number($0) }) } ?? .null
    }

    private static func point(_ name: String, _ summary: String) -> Parameter { .list(name, summary, count: 2...20) }
}

enum Points {
    static func difference(
        _ a: [Number], _ b: [Number], _ parameter: String, _ context: EvaluationContext
    ) throws(Fault) -> [Number] {
        guard a.count == b.count else {
            throw Fault(.dimensionMismatch, parameter: parameter, "Give points with as many coordinates each")
        }
        var result: [Number] = []
        for (x, y) in zip(a, b) { result.append(try x.subtracting(y, context)) }
        return result
    }

    /// Where the line from `a` to `b` meets that from `c` to `d`: a + t (b - a) = c + s (d - c), solved for t and s.
    static func meeting(
        _ a: [Number], _ b: [Number], _ c: [Number], _ d: [Number], _ context: EvaluationContext
    ) throws(Fault) -> [Number]? {
        let (along, other) = (try difference(b, a, "x", context), try difference(c, d, "z", context))
        let between = try difference(c, a, "y", context)
        let equations = zip(zip(along, other), between).map { [$0.0, $0.1, $1] }
        let form = try Echelon(equations, context)
        let unknowns = try Echelon(equations.map { Array($0[..<2]) }, context)
        guard unknowns.rank == 2, form.rank == 2 else { return nil }
        let t = form.rows[0][2]
        var point: [Number] = []
        for (start, step) in zip(a, along) {
            point.append(try start.adding(try step.multiplied(by: t, context), context))
        }
        return point
    }
}
