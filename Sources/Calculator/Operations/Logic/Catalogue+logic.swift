extension Catalogue {
    /// Operations of truth values and comparisons, and of bits.
    static let logic: [MathOperation] = [
        .and, .or, .xor, .not, .equal, .unequal, .smaller, .larger, .smallerEq, .largerEq, .deepEqual, .bitAnd, .bitOr,
        .bitXor, .bitNot, .leftShift, .rightArithShift, .rightLogShift,
        .isInteger, .isPositive, .isNegative, .isZero, .isNaN, .isNumeric, .hasNumericValue, .typeOf, .boolean,
        .equalText, .compareText, .compareNatural,
    ]
}
