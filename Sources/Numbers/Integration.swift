internal import CFlint

/// Integrals with a proven enclosure (Arb's adaptive Gauss-Legendre quadrature, `acb_calc_integrate`).
public enum Integration {
    /// A function of a complex ball at a precision. With `isAnalytic` the value must be nil unless the function is
    /// analytic on the whole ball; without, an enclosure of all its values there. Nil also where there is no finite one.
    public typealias Integrand = (_ x: ComplexBall, _ isAnalytic: Bool, _ bits: Int) -> ComplexBall?

    /// The integral along the straight path; nil when it did not converge within so many evaluations.
    public static func integral(
        from start: ComplexBall, to end: ComplexBall, bits: Int, evaluations: Int, of integrand: Integrand
    ) -> ComplexBall? {
        withoutActuallyEscaping(integrand) { integrand in
            let call = Call(integrand)
            let goal = RealBall.precision(bits)
            var hasConverged = false
            let result = ComplexBall.made { result in
                var options = acb_calc_integrate_opt_struct()
                acb_calc_integrate_opt_init(&options)
                options.eval_limit = evaluations
                var tolerance = mag_struct()
                mag_init(&tolerance)
                defer { mag_clear(&tolerance) }
                mag_set_ui_2exp_si(&tolerance, 1, -goal)
                start.withFlint { start in
                    end.withFlint { end in
                        let status = acb_calc_integrate(
                            result, Self.callback, Unmanaged.passUnretained(call).toOpaque(), start, end, goal,
                            &tolerance, &options, goal)
                        hasConverged = status == ARB_CALC_SUCCESS
                    }
                }
            }
            return withExtendedLifetime(call) { hasConverged && result.isFinite ? result : nil }
        }
    }

    /// The integrand for the time of the call, as C's context pointer.
    private final class Call {
        let integrand: Integrand

        init(_ integrand: @escaping Integrand) {
            self.integrand = integrand
        }
    }

    private static let callback: acb_calc_func_t = { result, argument, context, order, bits in
        guard let result, let argument, let context else { return 0 }
        let call = Unmanaged<Call>.fromOpaque(context).takeUnretainedValue()
        let x = ComplexBall.made { acb_set($0, argument) }
        if let value = call.integrand(x, order > 0, bits) {
            value.withFlint { acb_set(result, $0) }
        } else {
            acb_indeterminate(result)
        }
        return 0
    }
}
