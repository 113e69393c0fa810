import Numbers

extension MathOperation {
    static let sinh = function(
        "sinh", .hyperbolic, "Hyperbolic sine.", x: "any number",
        traits: .init(latex: .name("\\sinh")), examples: ["sinh(0)": "0", "sinh(1)": "1.1752011936438014569"]
    ) { x, context throws(Fault) in
        try checkExponent(x, context)
        return x.asRational?.isZero == true ? x : try x.applying(context) { $0.hyperbolicSine(bits: $1) }
    }

    static let cosh = function(
        "cosh", .hyperbolic, "Hyperbolic cosine.", x: "any number",
        traits: .init(latex: .name("\\cosh")), examples: ["cosh(0)": "1", "cosh(1)": "1.5430806348152437785"]
    ) { x, context throws(Fault) in
        try checkExponent(x, context)
        return x.asRational?.isZero == true ? Number(1) : try x.applying(context) { $0.hyperbolicCosine(bits: $1) }
    }

    static let tanh = function(
        "tanh", .hyperbolic, "Hyperbolic tangent.", x: "any number",
        traits: .init(latex: .name("\\tanh")), examples: ["tanh(0)": "0", "tanh(1)": "0.76159415595576488812"]
    ) { x, context throws(Fault) in
        x.asRational?.isZero == true ? x : try x.applying(context) { $0.hyperbolicTangent(bits: $1) }
    }

    static let asinh = function(
        "asinh", .hyperbolic, "Inverse hyperbolic sine.", x: "any number",
        examples: ["asinh(0)": "0", "asinh(1)": "0.88137358701954302523"]
    ) { x, context throws(Fault) in
        x.asRational?.isZero == true ? x : try x.applying(context) { $0.inverseHyperbolicSine(bits: $1) }
    }

    static let acosh = function(
        "acosh", .hyperbolic, "Inverse hyperbolic cosine; below 1 the principal complex value.", x: "any number",
        examples: [
            "acosh(1)": "0", "acosh(2)": "1.3169578969248167086", "acosh(0.5)": "pi/3*i",
            "acosh(-2)": "1.3169578969248167086 + 3.1415926535897932385i",
        ]
    ) { x, context throws(Fault) in
        // arccosh x = i arccos x for -1 <= x < 1 (DLMF 4.37(iv)): a ball does not show that its real part is 0.
        if case .rational(let value) = x, value.magnitude <= 1 {
            if value == 1 { return Number(0) }
            let angle = try MathOperation.acos.number(of: x, context)
            if let form = angle.closedForm(context), let result = form.multiplied(by: .imaginaryUnit(in: form.context))
            {
                return Number(result)
            }
            return .ball(ComplexBall(RealBall(Integer.zero), angle.ball(context).real))
        }
        return try x.applying(context) { $0.inverseHyperbolicCosine(bits: $1) }
    }

    static let atanh = function(
        "atanh", .hyperbolic, "Inverse hyperbolic tangent; beyond -1 and 1 the principal complex value.",
        x: "any number but -1 and 1",
        examples: [
            "atanh(0)": "0", "atanh(0.5)": "0.54930614433405484570",
            "atanh(2)": "0.54930614433405484570 - 1.5707963267948966192i",
        ]
    ) { x, context throws(Fault) in
        if x.asRational?.isZero == true { return x }
        if let value = x.asRational, value.magnitude == 1 {
            throw Fault(
                .domain, parameter: "x", "The value at \(value) would be infinite: give a number other than -1 and 1")
        }
        return try x.applying(context) { $0.inverseHyperbolicTangent(bits: $1) }
    }

    private static func checkExponent(_ x: Number, _ context: EvaluationContext) throws(Fault) {
        if case .rational(let value) = x {
            try Magnitude.check(exponentOfE: value, parameter: "x")
        } else {
            try Magnitude.check(exponentOfE: x.ball(context).real, parameter: "x")
        }
    }
}
