extension Catalogue {
    /// Operations of complex numbers.
    static let complexNumbers: [MathOperation] = [.re, .im, .arg, .conj, .complex, .nthRoots]
}
