extension MathOperation {
    /// The same operation with other names for its parameters, for interfaces that have their own.
    /// - Parameter names: the other name of each parameter by its name here; those that are not in it keep theirs.
    public func renamingParameters(_ names: [String: String]) -> MathOperation {
        MathOperation(
            name: name, category: category, summary: summary,
            parameters: parameters.map { $0.renamed(names[$0.name] ?? $0.name) },
            examples: examples.map { $0.renamingArguments(names) }, cost: cost, traits: traits
        ) { [function] arguments, context throws(Fault) in
            do throws(Fault) {
                return try function(arguments, context)
            } catch {
                var fault = error
                fault.parameter = fault.parameter.map { names[$0] ?? $0 }
                throw fault
            }
        }
    }
}

extension Parameter {
    fileprivate func renamed(_ name: String) -> Parameter {
        Parameter(
            name: name, type: type, summary: summary, minimum: minimum, maximum: maximum, maximumDigits: maximumDigits,
            count: count, defaultValue: defaultValue, isRequired: isRequired, codeAboveMaximum: codeAboveMaximum)
    }
}

extension Example {
    fileprivate func renamingArguments(_ names: [String: String]) -> Example {
        Example(
            arguments: arguments.map { (names[$0.name] ?? $0.name, $0.value) }, result: result, expression: expression)
    }
}
