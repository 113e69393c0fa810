import Numbers

/// Walks a tree at one working precision. Variables live as long as the evaluator.
final class Evaluator: Interpreter {
    private let base: EvaluationContext
    /// What has been assigned and defined, by name.
    var variables: [String: Value] = [:]
    /// The standard units and those that were made.
    var units = UnitTable.standard
    /// The parameters of the function that is being called.
    private var locals: [String: Value] = [:]
    /// The lengths that `end` stands for, of the innermost index.
    private var ends: [Int] = []
    private var callDepth = 0
    private var steps = 0

    init(_ context: EvaluationContext) {
        base = context
    }

    /// What functions may know of this evaluation.
    var context: EvaluationContext {
        base.with(evaluator: self)
    }

    static func operation(named name: String) -> (any Callable)? { Catalogue.operation(named: name) }

    static func undefinedFunction(_ name: String) -> Fault { Names.undefinedFunction(name, known: [], at: nil) }

    func evaluate(_ node: Node) throws(Fault) -> Value {
        steps += 1
        if steps.isMultiple(of: 64) { try base.checkDeadline() }
        if Stack.isNearlyFull { throw .tooDeep }
        do throws(Fault) {
            return try value(of: node)
        } catch {
            throw error.at(node.place)
        }
    }

    func evaluate(_ node: Node, with bindings: [String: Value]) throws(Fault) -> Value {
        let outer = locals
        defer { locals = outer }
        locals.merge(bindings) { _, new in new }
        return try evaluate(node)
    }

    func define(_ unit: Unit) throws(Fault) {
        guard units.ownCount < Limits.ownUnits else {
            throw Fault(.tooLarge, "A request makes at most \(Limits.ownUnits) units")
        }
        units.define(unit)
    }

    func value(named name: String) -> Value? { locals[name] ?? variables[name] }

    private func value(of node: Node) throws(Fault) -> Value {
        switch node.kind {
        case .number(let value, _): return .rational(value)
        case .string(let text): return .string(text)
        case .symbol(let name): return try symbol(name, node.place)
        case .group(let inner): return try evaluate(inner)
        case .list(let elements): return .list(try values(of: elements))
        case .matrix(let rows): return .list(try rows.map { row throws(Fault) in .list(try values(of: row)) })
        case .range(let start, let step, let end): return try range(start, step, end)
        case .prefix(let symbol, let operand): return try symbol.apply(try evaluate(operand), context)
        case .postfix(let symbol, let operand): return try symbol.apply(try evaluate(operand), context)
        case .power(let a, let b, let isElementwise):
            let (base, exponent) = (try evaluate(a), try evaluate(b))
            return try (isElementwise ? BinaryOperator.elementPower : .power).apply(base, exponent, context)
        case .chain(let first, let links): return try chain(first, links)
        case .comparison(let first, let comparisons): return try comparison(first, comparisons)
        case .conditional(let condition, let first, let second):
            return try truth(condition) ? try evaluate(first) : try evaluate(second)
        case .call(let name, let arguments): return try call(name, arguments, node.place)
        case .index(let list, let indices): return try element(of: try evaluate(list), indices)
        case .assignment(let name, let value):
            let value = try evaluate(value)
            variables[name] = value
            return value
        case .indexAssignment(let name, let indices, let value): return try assign(name, indices, value)
        case .definition(let name, let parameters, let body):
            let function = Value.function(
                .defined(DefinedFunction(name: name, parameters: parameters, body: body)))
            variables[name] = function
            return function
        }
    }

    /// The truth of a condition.
    func truth(_ node: Node) throws(Fault) -> Bool {
        do throws(Fault) {
            return try Operators.truth(of: try evaluate(node), context)
        } catch {
            throw error.at(node.place)
        }
    }

    private func values(of nodes: [Node]) throws(Fault) -> [Value] {
        try nodes.map { node throws(Fault) in try evaluate(node) }
    }

    private func range(_ start: Node?, _ step: Node?, _ end: Node?) throws(Fault) -> Value {
        guard let start, let end else {
            throw Fault(.syntaxError, "A range without an end has a meaning in an index only: give both ends")
        }
        let first = try evaluate(start)
        let width = try step.map { node throws(Fault) in try evaluate(node) }
        return try Ranges.list(first, width, try evaluate(end), context)
    }

    private func comparison(_ first: Node, _ comparisons: [Node.Comparison]) throws(Fault) -> Value {
        var left = try evaluate(first)
        guard comparisons.count > 1 else {
            let right = try evaluate(comparisons[0].operand)
            return try Operators.compare(comparisons[0].symbol, left, right, context)
        }
        for comparison in comparisons {
            let right = try evaluate(comparison.operand)
            let holds = try Operators.compare(comparison.symbol, left, right, context)
            guard try Operators.truth(of: holds, context) else { return .boolean(false) }
            left = right
        }
        return .boolean(true)
    }

    private func chain(_ first: Node, _ links: [Node.Link]) throws(Fault) -> Value {
        var result = try evaluate(first)
        for (index, link) in links.enumerated() {
            do throws(Fault) {
                if let logic = link.symbol.logic {
                    let left = try Operators.truth(of: result, context)
                    // Where the left one decides, any right one will do.
                    let right = logic == .shortCircuit(on: left) ? left : try truth(link.operand)
                    result = try link.symbol.apply(.boolean(left), .boolean(right), context)
                    continue
                }
                var right = try evaluate(link.operand)
                // `100 + 3%` is 103: a percentage that is added is one of what stands before it.
                if link.symbol.precedence == .sum, case .postfix(.percent, _) = link.operand.kind {
                    right = try Operators.multiply(result, right, context)
                }
                result = try link.symbol.apply(result, right, context)
            } catch {
                // Both operands, when nothing says more closely what is wrong.
                let start = index == 0 ? first.place : links[0].place
                throw error.at(error.code == .divisionByZero ? link.operand.place : start.union(link.operand.place))
            }
        }
        return result
    }
}

extension Evaluator {
    private func symbol(_ name: String, _ place: SourceRange) throws(Fault) -> Value {
        if let value = locals[name] ?? variables[name] { return value }
        if name == "end", let end = ends.last { return .integer(end) }
        if let value = try NamedConstants.value(named: name, context) { return value }
        if let operation = Catalogue.operation(named: name) { return .function(.operation(operation)) }
        if let unit = units.unit(named: name) { return .quantity(Quantity(unit)) }
        throw Names.undefined(name, known: Array(locals.keys) + Array(variables.keys), at: place)
    }

    private func call(_ name: String, _ arguments: [Node], _ place: SourceRange) throws(Fault) -> Value {
        let callee = SourceRange(offset: place.offset, length: name.unicodeScalars.count)
        switch locals[name] ?? variables[name] {
        case .function(let function)?: return try call(function, try values(of: arguments), arguments.map(\.place))
        case let value?:
            throw Fault(
                .typeMismatch,
                "\(name.shortened) is \(value.kind), not a function: to multiply write \(name.shortened) * (…)",
                at: callee)
        case nil:
            guard let operation = Catalogue.operation(named: name) else {
                throw Names.undefinedFunction(name, known: Array(variables.keys), at: callee)
            }
            return try call(.operation(operation), try values(of: arguments), arguments.map(\.place))
        }
    }

    func call(_ function: FunctionValue, _ arguments: [Value], _ places: [SourceRange]) throws(Fault) -> Value {
        switch function {
        case .operation(let operation): return try operation.call(arguments, places, context)
        case .defined(let function):
            guard arguments.count == function.parameters.count else {
                throw Fault(
                    .argumentCount,
                    "\(function.name.shortened) takes \(function.parameters.count.counted("argument")), not \(arguments.count)"
                )
            }
            guard callDepth < Limits.callDepth else {
                throw Fault(
                    .recursionLimit,
                    "\(function.name.shortened) calls functions more than \(Limits.callDepth) deep: give the recursion an end"
                )
            }
            let outer = (locals, ends)
            callDepth += 1
            defer {
                callDepth -= 1
                (locals, ends) = outer
            }
            locals = Dictionary(zip(function.parameters, arguments)) { first, _ in first }
            ends = []
            do throws(Fault) {
                return try evaluate(function.body)
            } catch {
                // The body may stand in another source: the place of the call is what the reader can see.
                throw error.withoutPlace
            }
        }
    }

    private func element(of list: Value, _ indices: [Node]) throws(Fault) -> Value {
        try Indexing.element(of: list, try selectors(indices, in: list))
    }

    private func assign(_ name: String, _ indices: [Node], _ value: Node) throws(Fault) -> Value {
        guard let list = variables[name] else { throw Names.undefined(name, known: Array(variables.keys), at: nil) }
        let value = try evaluate(value)
        variables[name] = try Indexing.replacing(try selectors(indices, in: list), in: list, with: value)
        return value
    }

    /// The places that each index selects, `end` being the length of its dimension.
    private func selectors(_ indices: [Node], in list: Value) throws(Fault) -> [Indexing.Selector] {
        let sizes = Indexing.sizes(of: list)
        return try indices.enumerated().map { dimension, node throws(Fault) in
            let length = dimension < sizes.count ? sizes[dimension] : 0
            ends.append(length)
            defer { ends.removeLast() }
            do throws(Fault) {
                return try Indexing.selector(try index(node, length: length), length: length)
            } catch {
                throw error.at(node.place)
            }
        }
    }

    /// The value of an index; a range may leave out where the dimension begins and ends.
    private func index(_ node: Node, length: Int) throws(Fault) -> Value {
        guard case .range(let start, let step, let end) = node.kind, start == nil || end == nil else {
            return try evaluate(node)
        }
        let first = try start.map { node throws(Fault) in try evaluate(node) } ?? .integer(1)
        let width = try step.map { node throws(Fault) in try evaluate(node) }
        let last = try end.map { node throws(Fault) in try evaluate(node) } ?? .integer(length)
        return try Ranges.list(first, width, last, context)
    }
}
