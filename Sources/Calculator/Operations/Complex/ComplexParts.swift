import Numbers

extension MathOperation {
    static let re = function(
        "re", .complex, "The real part.", x: "any number", traits: .init(latex: .name("\\operatorname{Re}")),
        examples: ["re(2 + 3i)": "2", "re(sqrt(2))": "sqrt(2)"]
    ) { x, context in x.real(context) }

    static let im = function(
        "im", .complex, "The imaginary part.", x: "any number", traits: .init(latex: .name("\\operatorname{Im}")),
        examples: ["im(2 + 3i)": "3", "im(5)": "0"]
    ) { x, context in x.imaginary(context) }

    static let conj = function(
        "conj", .complex, "The number with the other imaginary part.", x: "any number",
        examples: ["conj(2 + 3i)": "2 - 3i"]
    ) { x, context throws(Fault) in try x.conjugate(context) }

    static let arg = function(
        "arg", .complex, "The angle of a number in the complex plane, from -pi to pi; 0 for 0.", x: "any number",
        traits: .init(latex: .name("\\arg")),
        examples: ["arg(2 + 2i)": "pi/4", "arg(-3)": "pi", "arg(2 + i)": "0.46364760900080611621"]
    ) { x, context throws(Fault) in
        let parts = [x.imaginary(context), x.real(context)]
        let (isReal, side) = (try parts[0].isZero(context), try parts[1].sign(context))
        if isReal, side == 0 { return Number(0) }
        let value = try MathOperation.atan2.function(Arguments(values: parts.map { .number($0) }), context)
        return value.asNumber ?? Number(0)
    }
}
