import Numbers

extension MathOperation {
    /// Calls the operation as the language does: arguments by their order, a list mapped over where a number belongs.
    /// - Parameter places: where the arguments stand in the source, for faults; may be empty.
    func call(_ arguments: [Value], _ places: [SourceRange], _ context: EvaluationContext) throws(Fault) -> Value {
        do throws(Fault) {
            if let value = try QuantityFunctions.value(self, arguments, context) { return value }
            if takesPairOrList { return try callFolding(arguments, context) }
            guard arguments.count <= parameters.count else { throw tooMany(arguments.count) }
            if let mapped = try callForEach(arguments, context) { return mapped }
            return try function(Arguments(values: try ordered(arguments, from: 0, context)), context)
        } catch {
            var fault = error
            if fault.place == nil, let name = fault.parameter,
                let index = parameters.firstIndex(where: { $0.name == name }), index < places.count
            {
                fault.place = places[index]
            }
            throw fault
        }
    }

    /// The values in the places of the parameters from `first` on, checked; defaults where they end.
    private func ordered(
        _ arguments: [Value], from first: Int, _ context: EvaluationContext
    ) throws(Fault) -> [Value?] {
        var values = [Value?](repeating: nil, count: first)
        for (index, parameter) in parameters[first...].enumerated() {
            if index < arguments.count {
                values.append(try parameter.accept(arguments[index], context))
            } else if let text = parameter.defaultValue {
                values.append(try parameter.defaultArgument(text, context))
            } else if parameter.isRequired {
                throw Fault(
                    .argumentCount,
                    "\(name) takes \(signature): give \(parameter.name), \(parameter.summary)")
            } else {
                values.append(nil)
            }
        }
        return values
    }

    /// Where a number belongs and a list is given, the operation is called for each element.
    private func callForEach(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value? {
        var length: Int?
        for (parameter, argument) in zip(parameters, arguments) where parameter.type.isScalar {
            guard case .list(let elements) = argument else { continue }
            guard length == nil || length == elements.count else {
                throw Fault(.dimensionMismatch, "\(name) needs lists of one length")
            }
            length = elements.count
        }
        guard let length else { return nil }
        var results: [Value] = []
        results.reserveCapacity(length)
        for index in 0..<length {
            try context.checkDeadline()
            let element = zip(parameters, arguments).map { parameter, argument in
                if parameter.type.isScalar, case .list(let elements) = argument { elements[index] } else { argument }
            }
            results.append(try call(element, [], context))
        }
        return .list(results)
    }

    /// `add(1, 2, 3)`, `add([1, 2, 3])`, `std([1, 2, 3], "uncorrected")`: all leading arguments are one list.
    private func callFolding(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value {
        guard let first = arguments.first else {
            throw Fault(.argumentCount, "\(name) takes numbers, or a list of them: give at least one")
        }
        let others = parameters.count - 3
        var options: [Value] = []
        var numbers = arguments
        while options.count < others, case .string? = numbers.last { options.insert(numbers.removeLast(), at: 0) }
        var values: Value
        if numbers.count == 1, case .list = first {
            values = .list(first.flattened)
        } else if numbers.contains(where: { $0.asList != nil }), let symbol = elementwiseOperator {
            var result = first
            for number in numbers.dropFirst() { result = try Operators.apply(symbol, result, number, context) }
            return result
        } else {
            values = .list(numbers.flatMap(\.flattened))
        }
        values = try parameters[2].accept(values, context)
        let rest = try ordered(options, from: 3, context)
        return try function(Arguments(values: [nil, nil, values] + rest[3...]), context)
    }

    /// The operator that the operation is, for lists given to it side by side.
    private var elementwiseOperator: BinaryOperator? {
        switch name {
        case "add": .add
        case "multiply": .multiply
        default: nil
        }
    }

    private func tooMany(_ count: Int) -> Fault {
        Fault(.argumentCount, "\(name) takes \(signature), not \(Names.count(count, "argument"))")
    }

    /// `no argument`, `x`, `a and b`
    private var signature: String {
        if parameters.isEmpty { return "no argument" }
        let names = parameters.map(\.name)
        return names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }
}

extension Parameter {
    /// The default as a value of the parameter's type.
    func defaultArgument(_ text: String, _ context: EvaluationContext) throws(Fault) -> Value {
        do throws(CalculationFailure) {
            switch try read(.text(text)) {
            case .absent: return .null
            case .value(let value): return value
            case .source(let node): return try acceptDefault(node, context)
            }
        } catch {
            throw error.faults[0]
        }
    }

    private func acceptDefault(_ node: Node, _ context: EvaluationContext) throws(CalculationFailure) -> Value {
        do throws(Fault) {
            return try accept(try Evaluator(context).evaluate(node), context)
        } catch {
            throw CalculationFailure(error)
        }
    }
}

extension ParameterType {
    /// Whether a single value belongs here, so that a list means one call for each element.
    var isScalar: Bool {
        switch self {
        case .number, .real, .integer: true
        default: false
        }
    }
}

extension Value {
    /// The single values of nested lists, in order.
    var flattened: [Value] {
        if case .list(let elements) = self { elements.flatMap(\.flattened) } else { [self] }
    }
}
