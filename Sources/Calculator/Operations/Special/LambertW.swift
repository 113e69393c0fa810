import Numbers

extension MathOperation {
    static let lambertw = MathOperation(
        "lambertw", .special, "Lambert's W function: the w with w*e^w = x.",
        [
            .number("x", "any number; not 0 except on branch 0"),
            .integer("k", "the branch; 0 is the principal one", digits: 1_000, default: "0"),
        ], cost: .quick(upToDigits: 0),
        examples: [
            "lambertw(0)": "0", "lambertw(1)": "0.56714329040978387300", "lambertw(-0.1, -1)": "-3.5771520639572972184",
            "lambertw(-1)": "-0.31813150520476413531 + 1.3372357014306894089i",
        ]
    ) { arguments, context throws(Fault) in
        let (x, branch) = (try arguments.number(0), try arguments.integer(1))
        if x.asRational == 0 {
            if branch.isZero { return .integer(0) }
            throw Fault(.domain, parameter: "x", "Only branch 0 has a finite value at 0: give another x, or k = 0")
        }
        if let value = try exactLambert(x, branch, context) { return .number(value) }
        let argument = try SpecialValue.ball(x, upTo: 100_000, parameter: "x", context)
        return .number(try SpecialValue.number(argument.lambertW(branch: branch, bits: context.bits)))
    }

    /// The values at e and at the branch point -1/e, where a ball decides nothing.
    private static func exactLambert(
        _ x: Number, _ branch: Integer, _ context: EvaluationContext
    ) throws(Fault) -> Number? {
        guard case .closed(let form) = x else { return nil }
        let e = ClosedForm.e(in: context.calcium)
        if branch.isZero, form.equals(e) == true { return Number(1) }
        let isBranchPoint = form.multiplied(by: e)?.asRational == -1
        return isBranchPoint && (branch.isZero || branch == -1) ? Number(-1) : nil
    }
}
