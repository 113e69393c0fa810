/// What a worker is for.
enum Lane: Sendable {
    /// Any job, for as long as it may take.
    case general
    /// Jobs of users who have had little of late, for a moment each, while the other workers are taken: however many long
    /// ones run and wait, a short one does not wait for them.
    case short

    /// The most that a job gets in the short lane. One that needs more is done again in the general lane.
    static let moment = Duration.milliseconds(250)

    /// How long a job may take here.
    func limit(_ timeLimit: Duration) -> Duration {
        self == .short ? min(Self.moment, timeLimit) : timeLimit
    }

    /// How long past its deadline a worker may still answer by itself: its own answer says more.
    var grace: Duration { .milliseconds(self == .short ? 50 : 250) }

    /// Whoever waits for a short answer comes before whoever waits for a long one.
    var niceness: Int { self == .short ? 0 : 5 }
}
