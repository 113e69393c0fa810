internal import CFlint

/// A polynomial whose coefficients are complex balls.
public struct ComplexBallPolynomial: Sendable {
    /// The coefficients, the constant one first.
    public let coefficients: [ComplexBall]

    /// The polynomial with these coefficients, the constant one first.
    public init(_ coefficients: [ComplexBall]) {
        self.coefficients = coefficients
    }

    /// The roots when all are simple and told apart, in balls of which no two overlap; nil when at this precision they
    /// are not, or when the leading coefficient may be 0. There is at least a leading coefficient.
    ///
    /// When all coefficients are known to be real, so are the roots that are: their imaginary part is exactly 0.
    public func roots(bits: Int) -> [ComplexBall]? {
        precondition(!coefficients.isEmpty, "a polynomial without coefficients is 0")
        let (count, bits) = (coefficients.count - 1, RealBall.precision(bits))
        guard coefficients.allSatisfy(\.isFinite), coefficients[count].containsZero == false else { return nil }
        if count == 0 { return [] }
        guard let vector = _acb_vec_init(count) else { return nil }
        defer { _acb_vec_clear(vector, count) }
        var polynomial = acb_poly_struct()
        acb_poly_init(&polynomial)
        defer { acb_poly_clear(&polynomial) }
        for (index, coefficient) in coefficients.enumerated() {
            coefficient.withFlint { acb_poly_set_coeff_acb(&polynomial, index, $0) }
        }
        let isolated = acb_poly_find_roots(vector, &polynomial, nil, 0, bits)
        guard isolated == count else { return nil }
        let isReal = coefficients.allSatisfy(\.isReal)
        // Tells which balls hold a real root, or that it cannot.
        if isReal, acb_poly_validate_real_roots(vector, &polynomial, bits) == 0 { return nil }
        return (0..<count).map { index in
            let root = ComplexBall.made { acb_set($0, vector + index) }
            return isReal && root.imaginary.containsZero ? ComplexBall(root.real) : root
        }
    }
}

extension ComplexBall {
    /// Whether 0 is in the ball.
    public var containsZero: Bool { withFlint { acb_contains_zero($0) != 0 } }
}
