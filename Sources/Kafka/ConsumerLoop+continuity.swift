/// When the topic may have become another one unnoticed.
extension ConsumerLoop {
    /// How much longer than it should a wait for the next event may take on a busy machine.
    private static let standstill = Duration.milliseconds(500)
    /// How long the disk may take for a batch before that counts as well.
    private static let slowStoring = Duration.seconds(5)

    /// Looks whether the process has stood still (it was stopped, or its machine was): the topic may be another one now.
    func noteTurn(afterStoring: Bool = false) {
        let now = ContinuousClock.now
        if lastTurn.duration(to: now) > (afterStoring ? Self.slowStoring : Self.standstill) { proveAnew() }
        lastTurn = now
        state.pulse.beat(partitions: assigned?.partitions.count)
    }

    /// Has the message before each position compared again.
    func proveAnew() {
        if isFetching { partitions.proveAnew(now: .now) }
    }
}
