import Numbers

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
    ) throws(CalculationFailure) -> Answer {
        let arguments = try bind(input, precision: precision)
        do throws(Fault) {
            let rendering = try evaluate(arguments, precision: precision, deadline: deadline)
            return Answer(
                operation: name, input: inDeclaredOrder(input), result: rendering.result, exact: rendering.exact,
                decimal: rendering.decimal, precision: precision, type: rendering.type)
        } catch {
            var fault = error
            if fault.input == nil, let parameter = fault.parameter {
                fault.input = input.first { $0.name == parameter }?.value.echo
            }
            throw CalculationFailure(fault)
        }
    }

    private func evaluate(
        _ arguments: Arguments, precision: Int, deadline: ContinuousClock.Instant?
    ) throws(Fault) -> Rendering {
        var context = EvaluationContext(bits: Ziv.firstBits(precision: precision), deadline: deadline)
        var limit = 0
        while true {
            let value = try function(arguments, context)
            if let rendering = try Rendering(value, precision: precision) { return rendering }
            if limit == 0 { limit = Ziv.lastBits(precision: precision, arguments) }
            guard context.bits < limit else { throw .cannotCertify }
            context.bits = Swift.min(2 * context.bits, limit)
            try context.checkDeadline()
        }
    }

    private func inDeclaredOrder(
        _ input: [(name: String, value: RawArgument)]
    ) -> [(name: String, value: RawArgument)] {
        var isOrdered = true
        for index in input.indices where input[index].name != parameters[index].name { isOrdered = false }
        if isOrdered { return input }
        return parameters.flatMap { parameter in input.filter { $0.name == parameter.name } }
    }
}

/// How many bits to begin with, and when to stop.
enum Ziv {
    /// The digits asked for, at least those of a double, and a few bits for rounding errors.
    static func firstBits(precision: Int) -> Int { max(bits(digits: precision), 54) + 24 }

    /// Where an argument is as short as it can be and near a special point, the second term of a series decides the
    /// last digit: that takes two or three times the bits of the argument itself.
    static func lastBits(precision: Int, _ arguments: Arguments) -> Int {
        var size = 0
        for value in arguments.values { size += value.map(bits) ?? 0 }
        return 4 * firstBits(precision: precision) + 3 * size + Limits.spareBits
    }

    private static func bits(of value: Value) -> Int {
        switch value {
        case .number(.exact(let number)): number.numerator.bitWidth + number.denominator.bitWidth
        case .list(let elements): elements.reduce(0) { $0 + bits(of: $1) }
        case .number(.ball), .complex, .boolean, .string: 0
        }
    }

    /// Decimal digits in bits, rounded up: log2(10) < 3.3220.
    private static func bits(digits: Int) -> Int { (digits * 33_220 + 9_999) / 10_000 }
}

extension Fault {
    static let cannotCertify = Fault(
        .cannotCertify,
        "The last digit could not be proven within the limits: ask for one digit more or less, or another argument")

    /// The result would pass `Limits.resultDigits`.
    static func resultTooLarge(_ parameter: String? = nil) -> Fault {
        Fault(
            .tooLarge, parameter: parameter,
            "The result would have more than \(Limits.resultDigits) digits: use smaller numbers")
    }
}
