import Numbers
import Text

extension MathOperation {
    /// Binds the arguments, checks their bounds, and evaluates until every printed digit is proven.
    ///
    /// Ziv's strategy (A. Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last bit,
    /// 1991): evaluate with an error bound, and while the bound leaves a digit open, again with twice the bits.
    /// - Parameters:
    ///   - input: names and values; a name may stand once.
    ///   - precision: significant digits of `decimal`.
    ///   - deadline: when to give up with `time_limit`; looked at between steps.
    public func answer(
        to input: [(name: String, value: RawArgument)], precision: Int = Limits.defaultPrecision,
        deadline: ContinuousClock.Instant? = nil
    ) throws(CalculationFailure) -> Rendering {
        let arguments = try bind(input, precision: precision)
        do throws(Fault) {
            return try evaluate(arguments, precision: precision, deadline: deadline)
        } catch {
            var fault = error
            if fault.input == nil, let parameter = fault.parameter {
                fault.input = input.first { $0.name.isExactly(parameter) }?.value.echo
            }
            throw CalculationFailure(fault)
        }
    }

    private func evaluate(
        _ arguments: [BoundArgument], precision: Int, deadline: ContinuousClock.Instant?
    ) throws(Fault) -> Rendering {
        try Ziv.repeated(precision: precision, argumentBits: Ziv.bits(of: arguments), deadline: deadline) {
            context throws(Fault) in
            let value = try function(Arguments(values: try values(of: arguments, context)), context)
            return try Rendering(value, precision: precision, context)
        }
    }

    /// The arguments at the working precision.
    private func values(
        of arguments: [BoundArgument], _ context: EvaluationContext
    ) throws(Fault) -> [Value?] {
        var values: [Value?] = []
        values.reserveCapacity(arguments.count)
        for (parameter, argument) in zip(parameters, arguments) {
            switch argument {
            case .absent: values.append(nil)
            case .value(let value): values.append(value)
            case .source(let node):
                do throws(Fault) {
                    values.append(try parameter.accept(try Evaluator(context).evaluate(node), context))
                } catch {
                    var fault = error
                    fault.parameter = fault.parameter ?? parameter.name
                    fault.place = nil
                    throw fault
                }
            }
        }
        return values
    }

    /// The arguments in the order of the parameters.
    public func inDeclaredOrder(
        _ input: [(name: String, value: RawArgument)]
    ) -> [(name: String, value: RawArgument)] {
        var isOrdered = true
        for index in input.indices where input[index].name != parameters[index].name { isOrdered = false }
        if isOrdered { return input }
        return parameters.flatMap { parameter in input.filter { $0.name == parameter.name } }
    }
}
