/// The faults that a refusal tells of: the first ones with all that is known, of the others how many there are, so that
/// the answer to a question that is wrong throughout stays short.
struct ProblemList: Sendable {
    /// How many are told.
    static let capacity = 20

    private(set) var told: [APIError.Problem] = []
    /// How many are not.
    private var untold: Int

    /// - Parameter untold: how many faults there are besides these.
    init(_ problems: some Sequence<APIError.Problem> = [], untold: Int = 0) {
        self.untold = untold
        for problem in problems { add(problem) }
    }

    var isEmpty: Bool { told.isEmpty }

    /// - Parameter problem: made only when it is told.
    mutating func add(_ problem: @autoclosure () -> APIError.Problem) {
        if told.count < Self.capacity { told.append(problem()) } else { untold += 1 }
    }

    /// Every entry of the answer's list: the faults, and one that counts the others.
    var entries: [APIError.Problem] {
        guard untold > 0 else { return told }
        let place = told.first?.location.first ?? "body"
        let message =
            untold == 1 ? "There is one more fault like these" : "There are \(untold) more faults that are not listed"
        return told + [.init(type: "more_faults", location: [place], message: message, input: nil)]
    }
}
