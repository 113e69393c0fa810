import Numbers

extension MathOperation: Callable {
    func takes(count: Int) -> Bool {
        takesPairOrList ? count >= 1 : (parameters.count { $0.isRequired }...parameters.count).contains(count)
    }

    /// Calls the operation as the language does: arguments by their order, a list mapped over where a number belongs.
    /// - Parameter places: where the arguments stand in the source, for faults; may be empty.
    func call(_ arguments: [Value], _ places: [SourceRange], _ context: EvaluationContext) throws(Fault) -> Value {
        do throws(Fault) {
            let context = try context.deeper()
            if case .folding(let lists) = traits.form { return try callFolding(arguments, lists, context) }
            if let value = try valueOfQuantities(arguments, context) { return value }
            if let value = try callInForm(arguments, context) { return value }
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
    func ordered(
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

    private func tooMany(_ count: Int) -> Fault {
        Fault(.argumentCount, "\(name) takes \(signature), not \(count.counted("argument"))")
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
            return try accept(try context.evaluate(node), context)
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
