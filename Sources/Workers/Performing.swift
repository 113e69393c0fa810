import Calculator

extension CalculationJob {
    /// Carries the job out where it is called.
    /// - Parameters:
    ///   - deadline: when to give up with `time_limit`.
    ///   - reply: called for each reply in its order, as soon as it is known.
    package func perform(deadline: ContinuousClock.Instant?, _ reply: (CalculationReply) -> Void) {
        switch self {
        case .operation(let name, let isLegacy, let arguments, let precision):
            guard let operation = isLegacy ? Catalogue.legacyOperation(named: name) : Catalogue.operation(named: name)
            else {
                reply(.failure(CalculationFailure(Fault(.undefinedFunction, "There is no operation \(name)"))))
                return
            }
            do throws(CalculationFailure) {
                let answer = try operation.answer(to: arguments, precision: precision, deadline: deadline)
                reply(.value(answer.value))
            } catch {
                reply(.failure(error))
            }
        case .expressions(let sources, let recalled, let precision):
            let calculation = Calculation(precision: precision, deadline: deadline)
            for source in recalled { calculation.recall(source) }
            for source in sources {
                do throws(Fault) {
                    let answer = try calculation.answer(to: source)
                    reply(.answer(answer, defines: calculation.lastHasDefined))
                } catch {
                    reply(.failure(CalculationFailure(error)))
                }
            }
        case .mathJS(let sources, let precision):
            let calculation = MathJSCalculation(precision: precision, deadline: deadline)
            for source in sources {
                do throws(Fault) {
                    reply(.text(try calculation.text(of: source)))
                } catch {
                    reply(.failure(CalculationFailure(error)))
                    return
                }
            }
        }
    }
}
