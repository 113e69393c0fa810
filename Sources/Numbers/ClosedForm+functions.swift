internal import CFlint

// Each is nil where there is no finite value, where none is known to exist, or where it would be too long to be useful.
extension ClosedForm {
    /// The sum.
    public func adding(_ other: ClosedForm) -> ClosedForm? { apply(other, ca_add) }
    /// The difference.
    public func subtracting(_ other: ClosedForm) -> ClosedForm? { apply(other, ca_sub) }
    /// The product.
    public func multiplied(by other: ClosedForm) -> ClosedForm? { apply(other, ca_mul) }
    /// The quotient.
    public func divided(by other: ClosedForm) -> ClosedForm? { apply(other, ca_div) }

    /// The power: principal value.
    public func power(_ exponent: ClosedForm) -> ClosedForm? { apply(exponent, ca_pow) }

    /// The square root with a real part that is not negative.
    public var squareRoot: ClosedForm? { apply(ca_sqrt) }
    /// e to this power.
    public var exponential: ClosedForm? { apply(ca_exp) }
    /// The natural logarithm, imaginary part in (-π, π].
    public var logarithm: ClosedForm? { apply(ca_log) }

    /// The sine.
    public var sine: ClosedForm? { apply(ca_sin) }
    /// The cosine.
    public var cosine: ClosedForm? { apply(ca_cos) }
    /// The tangent.
    public var tangent: ClosedForm? { apply(ca_tan) }
    /// The principal arcsine.
    public var arcsine: ClosedForm? { apply(ca_asin) }
    /// The principal arccosine.
    public var arccosine: ClosedForm? { apply(ca_acos) }
    /// The principal arctangent.
    public var arctangent: ClosedForm? { apply(ca_atan) }

    /// The real part: half the sum with the conjugate, which Calcium simplifies where its own real part stays inert.
    public var real: ClosedForm? {
        Self.made(in: context) { result, calcium in
            ca_conj_deep(result, owner.value, calcium)
            ca_add(result, result, owner.value, calcium)
            ca_div_ui(result, result, 2, calcium)
        }
    }

    /// The imaginary part.
    public var imaginary: ClosedForm? {
        Self.made(in: context) { result, calcium in
            ca_conj_deep(result, owner.value, calcium)
            ca_sub(result, result, owner.value, calcium)
            ca_div_ui(result, result, 2, calcium)
            var unit = ca_struct()
            ca_init(&unit, calcium)
            ca_i(&unit, calcium)
            ca_mul(result, result, &unit, calcium)
            ca_clear(&unit, calcium)
        }
    }

    /// The number with the other imaginary part.
    public var conjugate: ClosedForm? { apply(ca_conj_deep) }
    /// The absolute value.
    public var magnitude: ClosedForm? { apply(ca_abs) }
    /// The angle in (-π, π].
    public var argument: ClosedForm? { apply(ca_arg) }

    /// The greatest integer that is not above the number, if Calcium can decide it.
    public var floor: Integer? { apply(ca_floor)?.asRational?.asInteger }
}
