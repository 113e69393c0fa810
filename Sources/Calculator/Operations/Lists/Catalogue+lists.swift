extension Catalogue {
    /// Operations of lists and matrices as containers, higher-order functions.
    static let lists: [MathOperation] = [
        .map, .filter, .sort, .flatten, .reshape, .squeeze, .range, .count, .cumsum, .diff, .partitionSelect,
        .dotMultiply, .dotDivide, .dotPow, .format, .string,
    ]
}
