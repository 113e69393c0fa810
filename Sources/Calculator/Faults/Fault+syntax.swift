import Numbers

extension Fault {
    /// What is the matter with the text of a number.
    init(_ error: NumberSyntaxError, parameter: String, input: String) {
        let code: FaultCode =
            switch error.kind {
            case .tooLarge: .tooLarge
            case .zeroDenominator: .divisionByZero
            case .empty, .notFinite, .otherBase, .whitespace, .unexpectedCharacter, .missingDigits: .numberParsing
            }
        self.init(code, parameter: parameter, error.message, input: input)
    }
}
