/// A job with whoever waits for it.
struct WaitingJob: Sendable {
    let job: CalculationJob
    let user: String
    /// Until when it may wait for a worker.
    let patience: ContinuousClock.Instant
    let continuation: CheckedContinuation<[CalculationReply], any Error>
    /// Whether it has been found to take longer than the short lane gives.
    var isLong = false

    /// Tells whoever waits that there is no room for it.
    func refuse() {
        continuation.resume(throwing: WorkerFault.overloaded)
    }
}
