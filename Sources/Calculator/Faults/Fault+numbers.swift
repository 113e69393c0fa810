import Numbers

extension Fault {
    /// Runs `body` and says what `Numbers` refuses as a fault of that parameter.
    static func of<Result>(
        _ parameter: String?, _ body: () throws(NumberError) -> Result
    ) throws(Fault) -> Result {
        do throws(NumberError) {
            return try body()
        } catch {
            throw Fault(error, parameter: parameter)
        }
    }

    private init(_ error: NumberError, parameter: String?) {
        switch error {
        case .divisionByZero: self.init(.divisionByZero, parameter: parameter, error.message)
        case .domain(let text): self.init(.domain, parameter: parameter, text)
        case .tooLarge(let text): self.init(.tooLarge, parameter: parameter, text)
        }
    }
}

extension Rational {
    /// The quotient.
    /// - Throws: `division_by_zero` naming the parameter that is 0.
    func divided(by divisor: Rational, parameter: String) throws(Fault) -> Rational {
        try Fault.of(parameter) { () throws(NumberError) in try divided(by: divisor) }
    }
}
