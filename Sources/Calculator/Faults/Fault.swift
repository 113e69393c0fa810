/// One thing that is wrong with a calculation, written for the person who asked for it.
public struct Fault: Error, Sendable, Equatable {
    /// What kind of thing went wrong.
    public var code: FaultCode
    /// The argument it concerns; nil when it is none in particular.
    public var parameter: String?
    /// What is wrong and what to do, in plain words.
    public var message: String
    /// The text that was given, cut to 100 characters.
    public var input: String?
    /// Where in the source of an expression; nil when there is none.
    public var place: SourceRange?
    /// What was probably meant.
    public var hint: String?
    /// Whether more bits would not help, though the code says that something could not be proven.
    var isFinal = false

    /// A fault; `input` is filled in by whoever knows the texts of the request.
    public init(
        _ code: FaultCode, parameter: String? = nil, _ message: String, input: String? = nil,
        at place: SourceRange? = nil, hint: String? = nil
    ) {
        self.code = code
        self.parameter = parameter
        self.message = message
        self.input = input
        self.place = place
        self.hint = hint
    }

    /// The fault with a place, when it has none yet.
    func at(_ place: SourceRange) -> Fault {
        var fault = self
        if fault.place == nil { fault.place = place }
        return fault
    }

    /// The fault without a place, which would be one in another source than the reader's.
    var withoutPlace: Fault {
        var fault = self
        fault.place = nil
        return fault
    }

    /// The calculation was given up because of its deadline.
    static let timeLimit = Fault(
        .timeLimit, "The calculation took too long: use smaller numbers or ask for fewer digits")
}

/// Why a calculation has no answer: everything that is wrong with it, at least one fault.
public struct CalculationFailure: Error, Sendable, Equatable {
    /// Never empty; faults of several arguments stand together, in the order of the parameters.
    public let faults: [Fault]
    /// How many faults there are besides, of which nothing more is said.
    public let untold: Int

    /// A failure of one fault or more.
    public init(_ first: Fault, _ others: [Fault] = [], untold: Int = 0) {
        faults = [first] + others
        self.untold = untold
    }

    /// What is thrown when a calculation is given up because of its deadline.
    public static let timeLimit = CalculationFailure(.timeLimit)
}
