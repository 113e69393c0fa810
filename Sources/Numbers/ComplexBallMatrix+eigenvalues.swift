internal import CFlint

extension ComplexBallMatrix {
    /// The eigenvalues of a square matrix and for each a vector that it stretches.
    public struct Eigensystem: Sendable {
        /// Balls of which no two overlap.
        public let values: [ComplexBall]
        /// The vectors as columns, in the order of the values.
        public let vectors: ComplexBallMatrix
    }

    /// The eigenvalues of a square matrix and their vectors when all are simple and told apart; nil when at this
    /// precision they are not. Those of a matrix that is known to equal its conjugate transpose are real.
    public func eigensystem(isHermitian: Bool = false, bits: Int) -> Eigensystem? {
        precondition(isSquare, "only a square matrix has eigenvalues")
        let (size, bits) = (rowCount, RealBall.precision(bits))
        // Arb returns before it has looked at an empty matrix.
        if size == 0 { return Eigensystem(values: [], vectors: self) }
        guard isFinite, let approximate = _acb_vec_init(size), let exact = _acb_vec_init(size) else { return nil }
        defer {
            _acb_vec_clear(approximate, size)
            _acb_vec_clear(exact, size)
        }
        var isIsolated = false
        let vectors = ComplexBallMatrix.made(size, size) { vectors in
            let approximateVectors = ComplexBallMatrix.made(size, size) { right in
                withFlint { _ = acb_mat_approx_eig_qr(approximate, nil, right, $0, nil, 0, bits) }
            }
            isIsolated =
                withFlint { matrix in
                    approximateVectors.withFlint {
                        acb_mat_eig_simple(exact, nil, vectors, matrix, approximate, $0, bits)
                    }
                } != 0
        }
        guard isIsolated else { return nil }
        let values = (0..<size).map { index in ComplexBall.made { acb_set($0, exact + index) } }
        if isHermitian { return Eigensystem(values: values.map { ComplexBall($0.real) }, vectors: vectors) }
        return Eigensystem(values: isReal ? Self.symmetric(values) : values, vectors: vectors)
    }

    /// Of a real matrix an eigenvalue's mirror image at the real axis is one too: the only one that its own mirror
    /// image may be is real.
    private static func symmetric(_ values: [ComplexBall]) -> [ComplexBall] {
        values.enumerated().map { index, value in
            let mirror = value.conjugate
            let isAlone = !values.enumerated().contains { $0.offset != index && $0.element.overlaps(mirror) }
            return isAlone ? ComplexBall(value.real) : value
        }
    }
}

extension ComplexBall {
    /// Whether some number is in both.
    public func overlaps(_ other: ComplexBall) -> Bool {
        withFlint { a in other.withFlint { b in acb_overlaps(a, b) != 0 } }
    }
}
