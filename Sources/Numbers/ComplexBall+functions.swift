internal import CFlint

extension ComplexBall {
    /// e to this power.
    public func exponential(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.exponential(bits: bits) }, acb_exp)
    }

    /// The natural logarithm, imaginary part in (-π, π].
    public func logarithm(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.logarithm(bits: bits) }, acb_log)
    }

    /// The logarithm to any base.
    public func logarithm(base: ComplexBall, bits: Int) -> ComplexBall {
        logarithm(bits: bits + 8).divided(by: base.logarithm(bits: bits + 8), bits: bits)
    }

    /// The square root with a real part that is not negative.
    public func squareRoot(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.squareRoot(bits: bits) }, acb_sqrt)
    }

    /// The principal root of this degree, at least 1.
    public func root(_ degree: UInt, bits: Int) -> ComplexBall {
        precondition(degree >= 1, "a root's degree is at least 1")
        return apply(bits) { acb_root_ui($0, $1, degree, $2) }
    }

    /// The principal power: the exponential of the exponent times the logarithm.
    public func power(_ exponent: ComplexBall, bits: Int) -> ComplexBall { apply(exponent, bits, acb_pow) }

    /// The sine.
    public func sine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.sine(bits: bits) }, acb_sin)
    }

    /// The cosine.
    public func cosine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.cosine(bits: bits) }, acb_cos)
    }

    /// The tangent.
    public func tangent(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.tangent(bits: bits) }, acb_tan)
    }

    /// The principal arcsine; cuts beyond ±1 on the real axis.
    public func arcsine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.arcsine(bits: bits) }, acb_asin)
    }

    /// The principal arccosine; cuts beyond ±1 on the real axis.
    public func arccosine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.arccosine(bits: bits) }, acb_acos)
    }

    /// The principal arctangent; cuts beyond ±i on the imaginary axis.
    public func arctangent(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.arctangent(bits: bits) }, acb_atan)
    }

    /// The hyperbolic sine.
    public func hyperbolicSine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.hyperbolicSine(bits: bits) }, acb_sinh)
    }

    /// The hyperbolic cosine.
    public func hyperbolicCosine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.hyperbolicCosine(bits: bits) }, acb_cosh)
    }

    /// The hyperbolic tangent.
    public func hyperbolicTangent(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.hyperbolicTangent(bits: bits) }, acb_tanh)
    }

    /// The principal inverse hyperbolic sine; cuts beyond ±i on the imaginary axis.
    public func inverseHyperbolicSine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.inverseHyperbolicSine(bits: bits) }, acb_asinh)
    }

    /// The principal inverse hyperbolic cosine; cut below 1 on the real axis.
    public func inverseHyperbolicCosine(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.inverseHyperbolicCosine(bits: bits) }, acb_acosh)
    }

    /// The principal inverse hyperbolic tangent; cuts beyond ±1 on the real axis.
    public func inverseHyperbolicTangent(bits: Int) -> ComplexBall {
        apply(bits, real: { $0.inverseHyperbolicTangent(bits: bits) }, acb_atanh)
    }
}

extension ComplexBall {
    /// The power with a whole exponent.
    public func power(_ exponent: Integer, bits: Int) -> ComplexBall {
        ComplexBall.made { result in
            withFlint { base in exponent.withFlint { acb_pow_fmpz(result, base, $0, RealBall.precision(bits)) } }
        }
    }
}
