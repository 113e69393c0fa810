import Numbers

/// Reads the tree of an expression as a formula; functions that the program has defined are put in their place.
struct FormulaReader {
    /// The program that is running; nil outside one.
    private let evaluator: (any Interpreter)?
    private let language: any Interpreter.Type
    /// The unknown.
    private let variable: String?
    private var depth = 0
    private var size = 0

    private static let depthLimit = 40
    private static let sizeLimit = 5_000

    init(_ evaluator: (any Interpreter)?, variable: String? = nil, _ language: any Interpreter.Type) {
        self.evaluator = evaluator
        self.language = language
        self.variable = variable
    }

    /// The formula of an argument: a text, or a function of one variable, which is then called by this name.
    static func formula(
        of value: Value, in variable: String, _ context: EvaluationContext
    ) throws(Fault) -> Formula {
        var reader = FormulaReader(context.evaluator, variable: variable, context.language)
        do throws(Fault) {
            switch value {
            case .string(let source, _): return try reader.formula(of: try Parser.expression(of: source))
            case .function(let function): return try reader.call(function, [.symbol(variable)])
            default: throw Fault(.expressionExpected, "Give an expression as text, such as \"x^2 + 1\", or a function")
            }
        } catch {
            throw error.withoutPlace
        }
    }

    /// The formula of a tree.
    mutating func formula(of node: Node) throws(Fault) -> Formula {
        size += 1
        guard size <= Self.sizeLimit else { throw .formulaTooLarge }
        switch node.kind {
        case .number(let value, _): return .number(value)
        case .symbol("π"): return .pi
        case .symbol(let name): return try symbol(name)
        case .group(let inner), .prefix(.plus, let inner): return try formula(of: inner)
        case .prefix(.minus, let operand): return -(try formula(of: operand))
        case .postfix(.factorial, let operand): return .calling("factorial", [try formula(of: operand)])
        case .postfix(.percent, let operand):
            return try formula(of: operand).scaled(by: Self.hundredth)
        case .power(let base, let exponent, _):
            return try formula(of: base).raised(to: try formula(of: exponent))
        case .chain(let first, let links): return try chain(first, links)
        case .call(let name, let arguments):
            var formulas: [Formula] = []
            for argument in arguments { formulas.append(try formula(of: argument)) }
            return try call(name, formulas)
        default:
            throw Fault(
                .expressionExpected,
                "Give an expression made of numbers, variables, + - * / ^ and functions of numbers only")
        }
    }

    private static let hundredth = (try? Rational(numerator: 1, denominator: 100)) ?? 0

    private func symbol(_ name: String) throws(Fault) -> Formula {
        guard NamedConstants.names.contains(name) else { return .symbol(name) }
        if ["true", "false", "null"].contains(name) {
            throw Fault(.expressionExpected, "Give an expression made of numbers, not of \(name)")
        }
        if evaluator?.value(named: name) != nil {
            throw Fault(.conflict, "\(name) is a constant of the language: give your variable another name")
        }
        switch name {
        case "tau": return Formula.pi.scaled(by: 2)
        case "phi": return (Formula.number(5).squareRoot + .one).scaled(by: .half)
        default: return .symbol(name)
        }
    }

    private mutating func chain(_ first: Node, _ links: [Node.Link]) throws(Fault) -> Formula {
        switch links[0].symbol {
        case .add, .subtract:
            var terms = [try formula(of: first)]
            for link in links {
                var term = try formula(of: link.operand)
                if case .postfix(.percent, _) = link.operand.kind { term = .adding(terms) * term }
                terms.append(link.symbol == .add ? term : -term)
            }
            return .adding(terms)
        case .multiply, .implicit, .elementMultiply, .divide, .elementDivide, .modulo:
            var factors = [try formula(of: first)]
            for link in links {
                let factor = try formula(of: link.operand)
                switch link.symbol {
                case .divide, .elementDivide: factors.append(factor.raised(to: .number(-1)))
                case .modulo: factors = [.calling("mod", [.multiplying(factors), factor])]
                default: factors.append(factor)
                }
            }
            return .multiplying(factors)
        default:
            throw Fault(
                .expressionExpected,
                "The operator \(links[0].symbol.word) has no place here: use + - * / ^ and functions of numbers")
        }
    }

    private mutating func call(_ name: String, _ arguments: [Formula]) throws(Fault) -> Formula {
        if let value = evaluator?.value(named: name) {
            guard case .function(let function) = value else {
                throw Fault(
                    .typeMismatch, "\(name) is \(value.kind), not a function: to multiply write \(name) * (…)")
            }
            return try call(function, arguments)
        }
        if name == variable {
            throw Fault(.typeMismatch, "\(name) is the variable, not a function: to multiply write \(name) * (…)")
        }
        guard let operation = language.operation(named: name) else {
            throw language.undefinedFunction(name)
        }
        return try call(.operation(operation), arguments)
    }

    private mutating func call(_ function: FunctionValue, _ arguments: [Formula]) throws(Fault) -> Formula {
        switch function {
        case .operation(let operation):
            guard operation.takes(count: arguments.count) else {
                throw Fault(
                    .argumentCount, "\(operation.name) does not take \(arguments.count.counted("argument"))")
            }
            return .calling(operation.name, arguments)
        case .defined(let function):
            guard arguments.count == function.parameters.count else {
                throw Fault(
                    .argumentCount,
                    "\(function.name) takes \(function.parameters.count.counted("argument")), not \(arguments.count)"
                )
            }
            guard depth < Self.depthLimit else {
                throw Fault(.recursionLimit, "\(function.name) calls itself: give a function without recursion")
            }
            depth += 1
            defer { depth -= 1 }
            return try body(of: function, arguments)
        }
    }

    /// The body, its parameters replaced all at once: an argument may bear a parameter's name.
    private mutating func body(of function: DefinedFunction, _ arguments: [Formula]) throws(Fault) -> Formula {
        var body = try formula(of: function.body)
        let stand = function.parameters.indices.map { "\(function.parameters[$0])\u{2032}\(depth)" }
        for (parameter, name) in zip(function.parameters, stand) {
            body = body.replacing(parameter, with: .symbol(name))
        }
        for (name, argument) in zip(stand, arguments) { body = body.replacing(name, with: argument) }
        guard body.size <= Self.sizeLimit else { throw .formulaTooLarge }
        return body
    }
}

extension Fault {
    static let formulaTooLarge = Fault(.tooLarge, "The expression grows too large: give a simpler one")

    /// Makes a fault one that more bits do not mend.
    var finally: Fault {
        var fault = self
        fault.isFinal = true
        return fault
    }
}
