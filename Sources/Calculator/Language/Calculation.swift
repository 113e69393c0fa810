import Numbers

/// Expressions that share their variables, evaluated one after the other: what one defines, the next may use.
public final class Calculation {
    /// Significant digits of `decimal`.
    public let precision: Int
    private let deadline: ContinuousClock.Instant?
    /// The programs so far that have assigned or defined something, or made a unit. At a higher precision they are run
    /// again.
    private var definitions: [Program] = []
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

    /// Evaluates one program: what becomes of each of its statements.
    /// - Throws: what is wrong, with its place in the source.
    public func outcomes(of program: Program) throws(Fault) -> [Outcome] {
        guard Limits.precision.contains(precision) else { throw .precisionBounds(precision) }
        let precision = precision
        let values = try evaluate(program) { value, context throws(Fault) in
            try Rendering(value, precision: precision, context)
        }
        return zip(program.statements, values).map { Outcome(statement: $0, value: $1) }
    }

    /// Takes up what an earlier calculation was told: its programs that have defined something, in their order. They are
    /// evaluated with the next one, and nothing is said of them.
    public func recall(_ program: Program) {
        definitions.append(program)
    }

    /// What `render` makes of the value of each statement; nil asks for more precision.
    func evaluate<Shown>(
        _ program: Program, _ render: @escaping (Value, EvaluationContext) throws(Fault) -> Shown?
    ) throws(Fault) -> [Shown] {
        let isShallow = definitions.isEmpty && program.statements.allSatisfy { $0.node.isShallow }
        if isShallow { return try shown(of: program, render) }
        return try Stack.deep { () throws(Fault) in try self.shown(of: program, render) }
    }

    private func shown<Shown>(
        of program: Program, _ render: (Value, EvaluationContext) throws(Fault) -> Shown?
    ) throws(Fault) -> [Shown] {
        let bits = program.statements.reduce(0) { $0 + $1.node.literalBits } + Limits.programBits
        (hasMadeUnit, lastHasDefined) = (false, false)
        let shown = try Ziv.repeated(
            precision: precision, argumentBits: bits, deadline: deadline, closedForms: closedForms
        ) { context throws(Fault) in try self.shown(of: program, context, render) }
        lastHasDefined = hasMadeUnit || program.statements.contains { $0.node.definesSomething }
        if lastHasDefined { definitions.append(program) }
        return shown
    }

    /// The rendered values of the statements at one precision; nil when it does not suffice.
    private func shown<Shown>(
        of program: Program, _ context: EvaluationContext,
        _ render: (Value, EvaluationContext) throws(Fault) -> Shown?
    ) throws(Fault) -> [Shown]? {
        let evaluator = Evaluator(context)
        var state = states[context.bits] ?? (variables: [:], units: .standard, count: 0)
        (evaluator.variables, evaluator.units) = (state.variables, state.units)
        for earlier in definitions[state.count...] {
            for statement in earlier.statements { _ = try evaluator.evaluate(statement.node) }
        }
        state = (evaluator.variables, evaluator.units, definitions.count)
        states[context.bits] = state
        var values: [Shown] = []
        for statement in program.statements {
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
