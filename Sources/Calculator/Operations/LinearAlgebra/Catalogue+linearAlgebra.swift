extension Catalogue {
    /// Operations of linear algebra.
    static let linearAlgebra: [MathOperation] = [
        .identity, .zeros, .ones, .diag, .size, .concat, .transpose, .ctranspose, .dot, .cross, .kron, .norm, .trace,
        .det, .inv, .lusolve, .rank, .rref, .nullspace, .lu, .lup, .qr, .charpoly, .eigs, .eigenvectors, .expm,
        .pinv, .lsolve, .usolve, .row, .column, .resize, .matrix, .rotationMatrix, .rotate, .distance, .intersect,
    ]
}
