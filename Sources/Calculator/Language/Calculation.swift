import Numbers

/// Expressions that share their variables, evaluated one after the other: what one defines, the next may use.
public final class Calculation {
    private let precision: Int
    private let deadline: ContinuousClock.Instant?
    /// The programs so far that have assigned or defined something, or made a unit. At a higher precision they are run
    /// again.
    private var definitions: [[Statement]] = []
    /// Whether the last answer was to a source that later ones may build on.
    public private(set) var lastHasDefined = false
    /// Whether the program that runs has made a unit, which may be deep in a function.
    private var hasMadeUnit = false
    /// The variables and units at each precision that was needed, and how many of `definitions` they know.
    private var states: [Int: (variables: [String: Value], units: UnitTable, count: Int)] = [:]
    private let closedForms = ClosedForms()

    /// - Parameters:
    ///   - precision: significant digits of `decimal`.
    ///   - deadline: when to give up with `time_limit`; looked at between steps.
    public init(precision: Int = Limits.defaultPrecision, deadline: ContinuousClock.Instant? = nil) {
        self.precision = precision
        self.deadline = deadline
    }

    /// Evaluates one expression, of one or more statements.
    /// - Throws: what is wrong, with its place in the source.
    public func answer(to source: String) throws(Fault) -> ExpressionAnswer {
        guard Limits.precision.contains(precision) else { throw .precisionBounds(precision) }
        let precision = precision
        let (program, values) = try evaluate(source) { value, context throws(Fault) in
            try ExpressionValue(value, precision: precision, context)
        }
        guard let last = values.last else { throw .cannotCertify }
        let shown = zip(values, program).filter { !$0.1.isHidden }.map(\.0)
        return ExpressionAnswer(
            source: source, precision: precision, value: last, values: program.count > 1 ? shown : nil,
            sourceLaTeX: program.map(\.node.latex).joined(separator: ";\\; "))
    }

    /// Takes up what an earlier calculation was told: its sources that have defined something, in their order. They are
    /// evaluated with the next source, and nothing is said of them.
    public func recall(_ source: String) {
        guard let program = try? Parser.statements(of: source) else { return }
        definitions.append(program)
    }

    /// The statements of a source, and what `render` makes of the value of each; nil asks for more precision.
    func evaluate<Shown>(
        _ source: String, _ render: @escaping (Value, EvaluationContext) throws(Fault) -> Shown?
    ) throws(Fault) -> (program: [Statement], shown: [Shown]) {
        let program = try Parser.statements(of: source)
        let isShallow = definitions.isEmpty && program.allSatisfy { $0.node.isShallow }
        if isShallow { return (program, try shown(of: program, render)) }
        return (program, try Stack.deep { () throws(Fault) in try self.shown(of: program, render) })
    }

    private func shown<Shown>(
        of program: [Statement], _ render: (Value, EvaluationContext) throws(Fault) -> Shown?
    ) throws(Fault) -> [Shown] {
        let bits = program.reduce(0) { $0 + $1.node.literalBits } + Limits.programBits
        (hasMadeUnit, lastHasDefined) = (false, false)
        let shown = try Ziv.repeated(
            precision: precision, argumentBits: bits, deadline: deadline, closedForms: closedForms
        ) { context throws(Fault) in try self.shown(of: program, context, render) }
        lastHasDefined = hasMadeUnit || program.contains { $0.node.definesSomething }
        if lastHasDefined { definitions.append(program) }
        return shown
    }

    /// The rendered values of the statements at one precision; nil when it does not suffice.
    private func shown<Shown>(
        of program: [Statement], _ context: EvaluationContext,
        _ render: (Value, EvaluationContext) throws(Fault) -> Shown?
    ) throws(Fault) -> [Shown]? {
        let evaluator = Evaluator(context)
        var state = states[context.bits] ?? (variables: [:], units: .standard, count: 0)
        (evaluator.variables, evaluator.units) = (state.variables, state.units)
        for earlier in definitions[state.count...] {
            for statement in earlier { _ = try evaluator.evaluate(statement.node) }
        }
        state = (evaluator.variables, evaluator.units, definitions.count)
        states[context.bits] = state
        var values: [Shown] = []
        for statement in program {
            let value = try evaluator.evaluate(statement.node)
            do throws(Fault) {
                guard let shown = try render(value, context) else { return nil }
                values.append(shown)
            } catch {
                throw error.at(statement.node.place)
            }
        }
        hasMadeUnit = evaluator.units.ownCount > state.units.ownCount
        return values
    }

    /// The value of a variable as the last evaluation knew it.
    func variable(named name: String) -> Value? {
        states.values.first { $0.count == definitions.count }?.variables[name]
    }
}

extension ExpressionValue {
    /// Nil while a ball is too wide to tell every digit.
    init?(_ value: Value, precision: Int, _ context: EvaluationContext) throws(Fault) {
        guard let rendering = try Rendering(value, precision: precision, context) else { return nil }
        self.init(rendering, latex: rendering.latex)
    }

    init(_ rendering: Rendering, latex: String? = nil) {
        self.init(
            result: rendering.result, exact: rendering.exact, decimal: rendering.decimal, type: rendering.type,
            latex: latex)
    }
}

extension Node {
    /// Whether evaluating it changes a variable.
    var definesSomething: Bool {
        switch kind {
        case .assignment, .indexAssignment, .definition: true
        default: children.contains { $0.definesSomething }
        }
    }
}

extension Node {
    /// Whether evaluating it needs no more of the stack than any thread has: no deep nesting, and no function that could
    /// call itself.
    fileprivate var isShallow: Bool { isShallow(levels: 24) }

    private func isShallow(levels: Int) -> Bool {
        if case .definition = kind { return false }
        return levels > 0 && children.allSatisfy { $0.isShallow(levels: levels - 1) }
    }
}
