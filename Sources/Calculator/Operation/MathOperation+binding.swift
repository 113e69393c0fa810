import Numbers
import Text

/// An argument in the place of its parameter.
enum BoundArgument: Sendable {
    /// Left out.
    case absent
    /// Within its bounds.
    case value(Value)
    /// To be evaluated at the working precision, and checked then.
    case source(Node)
}

extension MathOperation {
    /// Puts each argument in the place of its parameter, read and within its bounds.
    /// - Throws: everything that is wrong, not only the first of it.
    func bind(_ input: [(name: String, value: RawArgument)], precision: Int) throws(CalculationFailure)
        -> [BoundArgument]
    {
        var values: [BoundArgument] = []
        values.reserveCapacity(parameters.count)
        var faults: [Fault] = []
        var used = 0
        for parameter in parameters {
            var value = BoundArgument.absent
            if let raw = Self.argument(parameter.name, of: input) {
                used += 1
                do throws(CalculationFailure) {
                    value = try parameter.read(raw)
                } catch {
                    faults += error.faults
                }
            } else if let text = parameter.defaultValue {
                value = try parameter.read(.text(text))
            } else if parameter.isRequired {
                let text = "Give \(parameter.name): \(parameter.summary)"
                faults.append(Fault(.missing, parameter: parameter.name, text))
            }
            values.append(value)
        }
        if takesPairOrList { faults += pairOrListFaults(input) }
        var untold = 0
        if used < input.count {
            let stray = strayFaults(input)
            faults += stray.told
            untold = stray.untold
        }
        if !Limits.precision.contains(precision) { faults.append(.precisionBounds(precision)) }
        guard let first = faults.first else { return values }
        throw CalculationFailure(first, Array(faults.dropFirst()), untold: untold)
    }

    /// Whether `values` may stand in place of `a` and `b`.
    var takesPairOrList: Bool { if case .folding = traits.form { true } else { false } }

    private static func argument(_ name: String, of input: [(name: String, value: RawArgument)]) -> RawArgument? {
        for (given, value) in input where given.isExactly(name) { return value }
        return nil
    }

    private func pairOrListFaults(_ input: [(name: String, value: RawArgument)]) -> [Fault] {
        let hasList = Self.argument("values", of: input) != nil
        let (hasA, hasB) = (Self.argument("a", of: input) != nil, Self.argument("b", of: input) != nil)
        if hasList, hasA || hasB {
            return [Fault(.conflict, parameter: "values", "Give either a and b, or values, not both")]
        }
        if hasList || hasA && hasB { return [] }
        if !hasA && !hasB {
            return ["a", "b"].map { Fault(.missing, parameter: $0, "Give a and b, or a list as values") }
        }
        return [Fault(.missing, parameter: hasA ? "b" : "a", "Give \(hasA ? "b" : "a") as well, or a list as values")]
    }

    /// What is wrong with arguments that no parameter took: their names are unknown, or given before. Of very many the
    /// others are counted.
    private func strayFaults(_ input: [(name: String, value: RawArgument)]) -> (told: [Fault], untold: Int) {
        let most = 20
        let given = input.prefix(most).map(\.name)
        var seen: Set<ExactText> = []
        var told: [Fault] = []
        var untold = 0
        for (name, value) in input {
            let isKnown = parameters.contains { $0.name.isExactly(name) }
            if isKnown, seen.insert(ExactText(name)).inserted { continue }
            if told.count == most {
                untold += 1
            } else if isKnown {
                told.append(Fault(.conflict, parameter: name, "Give \(name) only once", input: value.echo))
            } else {
                told.append(
                    Fault(.extraForbidden, parameter: name.shown, unknownText(name, given), input: value.echo))
            }
        }
        return (told, untold)
    }

    private func unknownText(_ name: String, _ given: [String]) -> String {
        let shown = name.shown
        if let near = Spelling.nearest(to: name, among: parameters.map(\.name), given: given) {
            return "There is no parameter \"\(shown)\": did you mean \"\(near)\"?"
        }
        if parameters.isEmpty { return "There is no parameter \"\(shown)\": \(self.name) takes none, leave it out" }
        let names = parameters.map(\.name).joined(separator: ", ")
        return "There is no parameter \"\(shown)\": \(self.name) takes \(names)"
    }
}

extension Fault {
    static func precisionBounds(_ precision: Int) -> Fault {
        Fault(
            .precisionBounds, parameter: "precision",
            "Ask for \(Limits.precision.lowerBound) to \(Limits.precision.upperBound) digits", input: "\(precision)")
    }
}
