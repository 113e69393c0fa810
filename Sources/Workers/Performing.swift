package import Calculator

extension CalculationJob {
    /// Carries the job out where it is called.
    /// - Parameters:
    ///   - deadline: when to give up with `time_limit`.
    ///   - reply: called for each reply in its order, as soon as it is known.
    func perform(deadline: ContinuousClock.Instant?, _ reply: (CalculationReply) -> Void) {
        switch self {
        case .operation(let name, let isLegacy, let arguments, let precision):
            guard let operation = isLegacy ? Catalogue.legacyOperation(named: name) : Catalogue.operation(named: name)
            else {
                reply(.failure(CalculationFailure(Fault(.undefinedFunction, "There is no operation \(name)"))))
                return
            }
            reply(CalculationReply(operation, arguments, precision: precision, deadline: deadline))
        case .expressions(let sources, let recalled, let precision):
            let calculation = Calculation(precision: precision, deadline: deadline)
            for source in recalled { if let program = try? Program(source) { calculation.recall(program) } }
            for source in sources { reply(CalculationReply(Program.read(source), in: calculation)) }
        case .mathJS(let sources, let precision):
            let calculation = MathJSCalculation(precision: precision, deadline: deadline)
            for source in sources {
                let one = CalculationReply(Program.read(source), in: calculation)
                reply(one)
                if case .failure = one { return }
            }
        }
    }
}

extension CalculationReply {
    /// What an operation makes of its arguments.
    package init(
        _ operation: MathOperation, _ arguments: [(name: String, value: RawArgument)], precision: Int,
        deadline: ContinuousClock.Instant? = nil
    ) {
        do throws(CalculationFailure) {
            let value = try operation.answer(to: arguments, precision: precision, deadline: deadline)
            guard !value.isTooDeep else { throw CalculationFailure(.tooDeeplyNested) }
            self = .answer(
                WrittenAnswer(
                    operation, inputJSON: operation.inputJSON(arguments), value, precision: precision))
        } catch {
            self = .failure(error)
        }
    }

    /// What becomes of a program, or of a source that is none.
    package init(_ program: Result<Program, Fault>, in calculation: Calculation) {
        do throws(Fault) {
            let program = try program.get()
            let outcomes = try calculation.outcomes(of: program)
            let last = outcomes.count - 1
            for (index, outcome) in outcomes.enumerated() where index == last || !outcome.statement.isHidden {
                guard !outcome.value.isTooDeep else { throw .tooDeeplyNested }
            }
            self = .answer(
                WrittenAnswer(
                    program, outcomes, precision: calculation.precision, defines: calculation.lastHasDefined))
        } catch {
            self = .failure(CalculationFailure(error))
        }
    }

    /// The same, as mathjs writes it.
    package init(_ program: Result<Program, Fault>, in calculation: MathJSCalculation) {
        do throws(Fault) {
            self = .text(try calculation.text(of: try program.get()))
        } catch {
            self = .failure(CalculationFailure(error))
        }
    }
}

extension Fault {
    fileprivate static let tooDeeplyNested = Fault(
        .tooLarge, "The lists of the answer stand more than \(Rendering.mostLevels) deep in one another")
}

extension Rendering {
    /// More than anybody reads, and less than readers of JSON take.
    fileprivate static let mostLevels = 60

    fileprivate var isTooDeep: Bool { result.isDeep(Self.mostLevels) }
}

extension ResultValue {
    fileprivate func isDeep(_ levels: Int) -> Bool {
        guard case .array(let elements) = self else { return false }
        return levels == 0 || elements.contains { $0.isDeep(levels - 1) }
    }
}
