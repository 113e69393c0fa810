internal import CFlint

extension RationalPolynomial {
    /// The complex roots of a polynomial of degree at least 1 without repeated roots, each in a ball of its own that is
    /// accurate to `bits`, as far as a part may not be 0.
    ///
    /// Real roots come first, in increasing order and with imaginary part exactly 0; then pairs of conjugates, the one
    /// above the real axis before its mirror image. A part that is 0 by the symmetry of the polynomial is exactly 0.
    public func roots(bits: Int) -> [ComplexBall] {
        precondition(degree >= 1, "a constant has no roots, or all")
        guard let half = evenHalf else { return isolatedRoots(bits: bits) }
        // The polynomial is p(x^2): its roots are the square roots of those of p.
        let squares = half.roots(bits: bits + 8)
        let real = squares.filter { $0.isReal && $0.real.isPositive == true }.map { $0.real.squareRoot(bits: bits) }
        let imaginary = squares.filter { $0.isReal && $0.real.isNegative == true }
            .map { (-$0.real).squareRoot(bits: bits) }
        let others = squares.filter { $0.imaginary.isPositive == true }.map { $0.squareRoot(bits: bits) }
        let zeros = squares.filter { $0.isReal && $0.real.isZero }
        let ascending = real.reversed().map { ComplexBall(-$0) } + zeros + real.map { ComplexBall($0) }
        return ascending
            + imaginary.flatMap { [ComplexBall(RealBall(0), $0), ComplexBall(RealBall(0), -$0)] }
            + others.flatMap { [$0, $0.conjugate, -$0.conjugate, -$0] }
    }

    /// p with p(x^2) = the polynomial, when there is one and 0 is not a root.
    private var evenHalf: RationalPolynomial? {
        let coefficients = coefficients
        let indices = coefficients.indices
        guard !coefficients[0].isZero, indices.allSatisfy({ $0.isMultiple(of: 2) || coefficients[$0].isZero }) else {
            return nil
        }
        return RationalPolynomial(indices.filter { $0.isMultiple(of: 2) }.map { coefficients[$0] })
    }

    private func isolatedRoots(bits: Int) -> [ComplexBall] {
        withNumerator { numerator in
            let count = degree
            // Not nil for a count above 0.
            guard let vector = _acb_vec_init(count) else { return [] }
            defer { _acb_vec_clear(vector, count) }
            arb_fmpz_poly_complex_roots(vector, numerator, 0, RealBall.precision(bits))
            return (0..<count).map { index in ComplexBall.made { acb_set($0, vector + index) } }
        }
    }
}
