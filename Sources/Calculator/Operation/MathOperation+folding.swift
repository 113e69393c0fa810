import Numbers

/// Calls of operations that make one value of many: `sum([1, 2, 3])`, `max(m, 1)`.
extension MathOperation {
    /// `add(1, 2, 3)`, `add([1, 2, 3])`, `std([1, 2, 3], "uncorrected")`: all leading arguments are one list.
    func callFolding(
        _ arguments: [Value], _ lists: Form.Lists, _ context: EvaluationContext
    ) throws(Fault) -> Value {
        if case .alongDimension = lists, let value = try callAlongDimension(arguments, context) { return value }
        if let value = try valueOfQuantities(arguments, context) { return value }
        guard let first = arguments.first else {
            throw Fault(.argumentCount, "\(name) takes numbers, or a list of them: give at least one")
        }
        let (numbers, options) = dividedFromOptions(arguments)
        var values: Value
        if numbers.count == 1, case .list = first {
            values = .list(first.flattened)
        } else if case .elementwise(let pair) = lists, numbers.contains(where: { $0.asList != nil }) {
            var result = numbers[0]
            for value in numbers.dropFirst() { result = try pair(self, result, value, context) }
            return result
        } else {
            values = .list(numbers.flatMap(\.flattened))
        }
        values = try parameters[2].accept(values, context)
        let rest = try ordered(options, from: 3, context)
        return try function(Arguments(values: [nil, nil, values] + rest[3...]), context)
    }

    /// The value along one dimension; nil for a call that names none.
    private func callAlongDimension(_ arguments: [Value], _ context: EvaluationContext) throws(Fault) -> Value? {
        let (values, options) = dividedFromOptions(arguments)
        guard values.count == 2, case .list = values[0], case .number(let number) = values[1] else { return nil }
        let depth = values[0].depth
        guard let dimension = number.asInteger?.asInt, (1...Swift.max(depth, 1)).contains(dimension) else {
            let known = depth == 1 ? "1, the only dimension of a list" : "a dimension from 1 to \(depth)"
            throw Fault(
                .indexOutOfRange,
                "After a list \(name) takes \(known): put the number into the list if it belongs there")
        }
        return try folded(values[0].asList ?? [], dimension, options, context)
    }

    /// The arguments without the words at their end that are options.
    private func dividedFromOptions(_ arguments: [Value]) -> (values: [Value], options: [Value]) {
        var (values, options) = (arguments, [Value]())
        while options.count < parameters.count - 3, case .string? = values.last {
            options.insert(values.removeLast(), at: 0)
        }
        return (values, options)
    }

    private func folded(
        _ elements: [Value], _ dimension: Int, _ options: [Value], _ context: EvaluationContext
    ) throws(Fault) -> Value {
        try context.checkDeadline()
        if dimension > 1 {
            var results: [Value] = []
            for element in elements {
                results.append(try folded(element.asList ?? [element], dimension - 1, options, context))
            }
            return .list(results)
        }
        guard case .list(let first)? = elements.first else { return try call([.list(elements)] + options, [], context) }
        var columns: [[Value]] = first.map { _ in [] }
        for element in elements {
            guard case .list(let row) = element, row.count == columns.count else { throw .ragged }
            for (index, value) in row.enumerated() { columns[index].append(value) }
        }
        var results: [Value] = []
        for column in columns { results.append(try folded(column, 1, options, context)) }
        return .list(results)
    }
}

extension Value {
    /// How many lists are inside each other; 0 for anything but a list.
    var depth: Int {
        guard case .list(let elements) = self else { return 0 }
        return 1 + (elements.first?.depth ?? 0)
    }
}
