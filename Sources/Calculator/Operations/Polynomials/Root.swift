import Numbers

/// A root, with what is known of its real part beyond a ball.
struct Root: Sendable {
    let number: Number
    /// The real part, when it is known to be this fraction.
    let center: Rational?
    /// The same for two roots that are known to be conjugates of each other, and for no others.
    let pair: Int?

    init(_ number: Number, center: Rational? = nil, pair: Int? = nil) {
        self.number = number
        self.center = center ?? number.asRational
        self.pair = pair
    }
}

/// Roots by real part, then by imaginary part.
enum RootOrder {
    /// - Throws: `undecided` when the precision does not tell the order.
    static func sorted(_ roots: [Root], _ context: EvaluationContext) throws(Fault) -> [Root] {
        try Ordering.sorted(roots) { a, b throws(Fault) in try precedes(a, b, context) }
    }

    /// Whether the first comes before the second.
    static func precedes(_ a: Root, _ b: Root, _ context: EvaluationContext) throws(Fault) -> Bool {
        let (left, right) = (a.number.ball(context), b.number.ball(context))
        if let isLess = separated(left.real, right.real) { return isLess }
        let order = try compareRealParts(a, b, context)
        if order != 0 { return order < 0 }
        if let isLess = separated(left.imaginary, right.imaginary) { return isLess }
        return try compare(a.number.imaginary(context), b.number.imaginary(context), context) < 0
    }

    /// Whether the first is less; nil when the balls overlap.
    private static func separated(_ a: RealBall, _ b: RealBall) -> Bool? {
        if a.isLess(than: b) == true { return true }
        return b.isLess(than: a) == true ? false : nil
    }

    private static func compareRealParts(_ a: Root, _ b: Root, _ context: EvaluationContext) throws(Fault) -> Int {
        if a.pair != nil, a.pair == b.pair { return 0 }
        if let left = a.center, let right = b.center { return left < right ? -1 : left == right ? 0 : 1 }
        return try compare(a.number.real(context), b.number.real(context), context)
    }

    private static func compare(_ a: Number, _ b: Number, _ context: EvaluationContext) throws(Fault) -> Int {
        do throws(Fault) {
            return try a.compare(b, context)
        } catch {
            guard error.code == .undecided else { throw error }
            throw Fault(
                .undecided, "Which of two roots or eigenvalues comes first could not be decided: give exact numbers")
        }
    }
}
