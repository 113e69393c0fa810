internal import CFlint

/// An exact real or complex number: algebraic, or built from algebraic numbers, π, exponentials and logarithms
/// (Calcium). What it knows is proven: where Calcium cannot decide, the answer is nil.
public struct ClosedForm: Sendable {
    typealias Pointer = UnsafeMutablePointer<ca_struct>
    typealias Context = UnsafeMutablePointer<ca_ctx_struct>
    typealias Unary = (Pointer, UnsafePointer<ca_struct>, Context) -> Void
    typealias Binary = (Pointer, UnsafePointer<ca_struct>, UnsafePointer<ca_struct>, Context) -> Void

    /// Numbers that need more than these are too slow to go on with: they become balls.
    private static let generatorLimit = 10
    private static let termLimit = 200

    let owner: CalciumElement

    /// The context that the number belongs to.
    public var context: CalciumContext { owner.context }

    /// The fraction as a number of this context.
    public init(_ value: Rational, in context: CalciumContext) {
        owner = Self.element(in: context) { result, calcium in
            value.withFlint { ca_set_fmpq(result, $0, calcium) }
        }
    }

    private init(owner: CalciumElement) {
        self.owner = owner
    }

    /// π
    public static func pi(in context: CalciumContext) -> ClosedForm {
        ClosedForm(owner: element(in: context) { ca_pi($0, $1) })
    }

    /// e, the base of the natural logarithm.
    public static func e(in context: CalciumContext) -> ClosedForm {
        ClosedForm(
            owner: element(in: context) { result, calcium in
                ca_one(result, calcium)
                ca_exp(result, result, calcium)
            })
    }

    /// The imaginary unit.
    public static func imaginaryUnit(in context: CalciumContext) -> ClosedForm {
        ClosedForm(owner: element(in: context) { ca_i($0, $1) })
    }

    /// The number with the other sign: as long as it was.
    public var negated: ClosedForm {
        ClosedForm(owner: Self.element(in: context) { ca_neg($0, owner.value, $1) })
    }

    private static func element(in context: CalciumContext, _ fill: (Pointer, Context) -> Void) -> CalciumElement {
        let value = Pointer.allocate(capacity: 1)
        context.use { calcium in
            ca_init(value, calcium)
            fill(value, calcium)
        }
        return CalciumElement(adopting: value, of: context)
    }

    /// The number that `fill` writes; nil when it is none, is not known to be one, or has become too long.
    static func made(in context: CalciumContext, _ fill: (Pointer, Context) -> Void) -> ClosedForm? {
        let owner = element(in: context, fill)
        let isUsable = context.use { calcium in
            let generators = ca_generator_count(owner.value, calcium)
            return generators >= 0 && generators <= generatorLimit
                && ca_term_count(owner.value, calcium) <= termLimit
        }
        return isUsable ? ClosedForm(owner: owner) : nil
    }

    func apply(_ function: Unary) -> ClosedForm? {
        Self.made(in: context) { function($0, owner.value, $1) }
    }

    func apply(_ other: ClosedForm, _ function: Binary) -> ClosedForm? {
        precondition(context === other.context, "numbers of two contexts")
        return Self.made(in: context) { function($0, owner.value, other.owner.value, $1) }
    }

    func ask<Result>(_ question: (Pointer, Context) -> Result) -> Result {
        context.use { question(owner.value, $0) }
    }
}

extension ClosedForm {
    /// The number as a fraction; nil when it is none, or is not known to be one.
    public var asRational: Rational? {
        // Of a transcendental number Calcium can only find out, with many digits, that it does not know.
        guard ask({ ca_can_evaluate_qqbar($0, $1) != 0 && ca_check_is_rational($0, $1) == T_TRUE }) else { return nil }
        var isKnown = false
        let value = Rational.made { result in
            isKnown = ask { ca_get_fmpq(result, $0, $1) } != 0
        }
        return isKnown ? value : nil
    }

    /// Whether the number is 0.
    public var isZero: Bool? { ask { ca_check_is_zero($0, $1) }.asBool }
    /// Whether the imaginary part is 0.
    public var isReal: Bool? {
        if let known = ask({ _, _ in owner.realness }) { return known.asBool }
        var answer = quickRealness
        if answer == T_UNKNOWN { answer = ask { ca_check_is_real($0, $1) } }
        if answer == T_UNKNOWN, let isZero = imaginary?.isZero { answer = isZero ? T_TRUE : T_FALSE }
        ask { [answer] _, _ in owner.realness = answer }
        return answer.asBool
    }

    /// Whether the imaginary part is 0, as far as few digits or its form tell: Calcium itself looks at thousands of digits
    /// of a transcendental number before it looks at its form.
    private var quickRealness: truth_t {
        if ask({ ca_can_evaluate_qqbar($0, $1) }) != 0 { return T_UNKNOWN }
        let glance = ComplexBall.made { result in ask { ca_get_acb_raw(result, $0, 64, $1) } }
        if !glance.imaginary.containsZero { return T_FALSE }
        if glance.imaginary.isZero { return T_TRUE }
        guard let imaginary else { return T_UNKNOWN }
        return imaginary.ask { ca_is_zero_check_fast($0, $1) } == T_TRUE ? T_TRUE : T_UNKNOWN
    }

    /// Whether both are the same number.
    public func equals(_ other: ClosedForm) -> Bool? {
        precondition(context === other.context, "numbers of two contexts")
        return ask { ca_check_equal($0, other.owner.value, $1) }.asBool
    }

    /// Whether this real number is the smaller one; nil also when one of them is not real.
    public func isLess(than other: ClosedForm) -> Bool? {
        precondition(context === other.context, "numbers of two contexts")
        return ask { ca_check_lt($0, other.owner.value, $1) }.asBool
    }

    /// A ball of about this relative accuracy in each part; the imaginary part is exactly 0 when the number is known to
    /// be real, and the real part when it is known to be imaginary.
    public func ball(bits: Int) -> ComplexBall {
        let isReal = isReal == true
        let isImaginary = !isReal && ask { ca_check_is_imaginary($0, $1) } == T_TRUE
        let ball = ComplexBall.made { result in
            ask { ca_get_acb_accurate_parts(result, $0, RealBall.precision(bits), $1) }
        }
        let zero = RealBall(Integer.zero)
        if isReal { return ComplexBall(ball.real, zero) }
        return isImaginary ? ComplexBall(zero, ball.imaginary) : ball
    }
}

extension truth_t {
    /// Nil for what is not known.
    fileprivate var asBool: Bool? {
        switch self {
        case T_TRUE: true
        case T_FALSE: false
        default: nil
        }
    }
}
