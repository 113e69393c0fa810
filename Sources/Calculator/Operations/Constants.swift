import Numbers

extension MathOperation {
    /// Transcendental (Lindemann 1882), so it never lies on a tie.
    static let pi = MathOperation(
        "pi", .constants, "The ratio of a circle's circumference to its diameter.", [], examples: ["pi()": "pi"]
    ) { _, context in .ball(.pi(bits: context.bits), closedForm: "pi") }

    /// Transcendental (Hermite 1873).
    static let e = MathOperation(
        "e", .constants, "The base of the natural logarithm.", [], examples: ["e()": "e"]
    ) { _, context in .ball(.e(bits: context.bits), closedForm: "e") }
}
