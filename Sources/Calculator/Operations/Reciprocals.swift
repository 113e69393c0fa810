import Numbers

/// The trigonometric and hyperbolic functions that are one over another, and their inverses (DLMF 4.14, 4.23, 4.28, 4.37).
extension MathOperation {
    static let sec = reciprocal(
        "sec", of: .cos, "Secant of an angle: one over the cosine.", is: ("sec(pi/3)", "2"), latex: .name("\\sec"))
    static let csc = reciprocal(
        "csc", of: .sin, "Cosecant of an angle: one over the sine.", is: ("csc(pi/6)", "2"), latex: .name("\\csc"))
    static let cot = function(
        "cot", .trigonometry, "Cotangent of an angle: cosine over sine.", x: "the angle in radians, no multiple of pi",
        traits: .init(quantity: .angle, latex: .name("\\cot")),
        examples: ["cot(pi/4)": "1", "cot(1)": "0.64209261593433070301"]
    ) { x, context throws(Fault) in
        try cos.number(of: x, context).divided(by: pole(sin, x, context), context)
    }

    static let asec = inverse("asec", of: .acos, "Inverse secant.", is: ("asec(2)", "pi/3"))
    static let acsc = inverse("acsc", of: .asin, "Inverse cosecant.", is: ("acsc(2)", "pi/6"))
    static let acot = function(
        "acot", .trigonometry, "Inverse cotangent, the inverse tangent of one over the number; pi/2 at 0.",
        x: "the cotangent", traits: .init(quantity: .angle),
        examples: ["acot(1)": "pi/4", "acot(0)": "pi/2", "acot(2)": "0.46364760900080611621"]
    ) { x, context throws(Fault) in
        if try x.isZero(context) {
            return try Number(.pi(in: context.calcium)).divided(by: Number(2), context)
        }
        return try atan.number(of: try Number(1).divided(by: x, context), context)
    }

    static let sech = reciprocal(
        "sech", of: .cosh, "Hyperbolic secant: one over the hyperbolic cosine.", is: ("sech(0)", "1"))
    static let csch = reciprocal(
        "csch", of: .sinh, "Hyperbolic cosecant: one over the hyperbolic sine.",
        is: ("csch(1)", "0.85091812823932154513"))
    static let coth = reciprocal(
        "coth", of: .tanh, "Hyperbolic cotangent: one over the hyperbolic tangent.",
        is: ("coth(1)", "1.3130352854993313036"), latex: .name("\\coth"))
    static let asech = inverse(
        "asech", of: .acosh, "Inverse hyperbolic secant.", is: ("asech(1/2)", "1.3169578969248167086"))
    static let acsch = inverse(
        "acsch", of: .asinh, "Inverse hyperbolic cosecant.", is: ("acsch(1)", "0.88137358701954302523"))
    static let acoth = inverse(
        "acoth", of: .atanh, "Inverse hyperbolic cotangent.", is: ("acoth(2)", "0.54930614433405484570"))

    /// All of them, by category.
    static let trigonometricReciprocals = [sec, csc, cot, asec, acsc, acot]
    static let hyperbolicReciprocals = [sech, csch, coth, asech, acsch, acoth]

    private static func reciprocal(
        _ name: String, of base: MathOperation, _ summary: String, is example: (String, String),
        latex: Notation? = nil
    ) -> MathOperation {
        function(
            name, base.category, summary, x: "any number where the other function is not 0",
            traits: .init(quantity: base.traits.quantity, latex: latex),
            examples: KeyValuePairs(dictionaryLiteral: example)
        ) { x, context throws(Fault) in
            try Number(1).divided(by: pole(base, x, context), context)
        }
    }

    /// A function of one over the number.
    private static func inverse(
        _ name: String, of base: MathOperation, _ summary: String, is example: (String, String)
    ) -> MathOperation {
        function(
            name, base.category, summary, x: "any number but 0", traits: .init(quantity: base.traits.quantity),
            examples: KeyValuePairs(dictionaryLiteral: example)
        ) { x, context throws(Fault) in
            try base.number(of: try Number(1).divided(by: x, context, parameter: "x"), context)
        }
    }

    /// The function's value, to divide by.
    /// - Throws: `domain` where it is 0.
    private static func pole(
        _ base: MathOperation, _ x: Number, _ context: EvaluationContext
    ) throws(Fault) -> Number {
        let value = try base.number(of: x, context)
        if try value.isZero(context) {
            throw Fault(.domain, parameter: "x", "The function has a pole there: give another number")
        }
        return value
    }
}
