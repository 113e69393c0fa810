/// What kind of thing went wrong: stable names that clients may test for.
public enum FaultCode: String, Sendable, CaseIterable {
    /// A required argument was not given.
    case missing
    /// An argument was given that the operation does not know.
    case extraForbidden = "extra_forbidden"
    /// An argument was given twice, or in two forms that exclude each other.
    case conflict
    /// The text is not a number.
    case numberParsing = "number_parsing"
    /// Something other than a number was given: a boolean, a list, an object, null.
    case numberExpected = "number_expected"
    /// The number is not a whole number.
    case integerExpected = "integer_expected"
    /// Something other than a list was given.
    case listExpected = "list_expected"
    /// The word is not one of those to choose from.
    case choiceExpected = "choice_expected"
    /// The list has too few elements.
    case tooShort = "too_short"
    /// The list has too many elements.
    case tooLong = "too_long"
    /// The number is below the parameter's minimum.
    case greaterThanEqual = "greater_than_equal"
    /// The number is above the parameter's maximum.
    case lessThanEqual = "less_than_equal"
    /// The number of digits asked for is not between 1 and the maximum.
    case precisionBounds = "precision_bounds"
    /// A division by zero, in whatever guise.
    case divisionByZero = "division_by_zero"
    /// The operation has no value at these arguments.
    case domain
    /// An argument or the result passes the limits of the service.
    case tooLarge = "too_large"
    /// The digits asked for could not be proven within the limits.
    case cannotCertify = "cannot_certify"
    /// The text is not a unit.
    case unitExpected = "unit_expected"
    /// A comparison could not be decided within the limits.
    case undecided
    /// The calculation ran out of its time.
    case timeLimit = "time_limit"
    /// Something other than a matrix was given, or its rows differ in length.
    case matrixExpected = "matrix_expected"
    /// Something other than a text was given.
    case textExpected = "text_expected"
    /// Something other than an expression or a function was given.
    case expressionExpected = "expression_expected"
    /// Something other than true or false was given.
    case booleanExpected = "boolean_expected"
    /// The source is not an expression of the language.
    case syntaxError = "syntax_error"
    /// The name means nothing here.
    case undefinedSymbol = "undefined_symbol"
    /// There is no such function.
    case undefinedFunction = "undefined_function"
    /// A function was given too few or too many arguments.
    case argumentCount = "argument_count"
    /// An operator or function does not take values of this kind.
    case typeMismatch = "type_mismatch"
    /// Lists or matrices do not fit together in size.
    case dimensionMismatch = "dimension_mismatch"
    /// An index is outside the list, or is no whole number.
    case indexOutOfRange = "index_out_of_range"
    /// Units do not fit together.
    case unitMismatch = "unit_mismatch"
    /// The value would be infinite or not a number.
    case notFinite = "not_finite"
    /// Functions call each other without an end.
    case recursionLimit = "recursion_limit"
    /// The calculation needs more memory than it may have.
    case memoryLimit = "memory_limit"
}
