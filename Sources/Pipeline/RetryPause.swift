/// A pause that grows with every failure in a row, with jitter, so that many who wait do not all come back at once.
struct RetryPause {
    private static let shortest = Duration.milliseconds(100)

    private let longest: Duration
    private var base = shortest

    /// Whether the last attempt failed.
    private(set) var isGrowing = false

    init(longest: Duration = .seconds(10)) {
        self.longest = longest
    }

    /// The pause before the next attempt.
    mutating func next() -> Duration {
        defer {
            base = min(base * 2, longest)
            isGrowing = true
        }
        return base * Double.random(in: 0.8...1.2)
    }

    /// The next pause is the shortest again.
    mutating func reset() {
        base = Self.shortest
        isGrowing = false
    }
}
