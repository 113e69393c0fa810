internal import Foundation
internal import Synchronization

/// A loop that blocks, on a thread of its own, for as long as a task runs.
enum OwnThread {
    /// Whether the loop is to end.
    final class Stop: Sendable {
        private let isSet = Atomic(false)

        var isRequested: Bool { isSet.load(ordering: .relaxed) }

        func request() { isSet.store(true, ordering: .relaxed) }
    }

    /// Runs the loop until it returns; it is asked to when the task is cancelled.
    static func run(
        _ name: String, _ loop: @escaping @Sendable (Stop) throws(KafkaError) -> Void
    ) async throws(KafkaError) {
        let stop = Stop()
        let result: Result<Void, KafkaError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    do throws(KafkaError) {
                        continuation.resume(returning: .success(try loop(stop)))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
                thread.name = name
                thread.start()
            }
        } onCancel: {
            stop.request()
        }
        try result.get()
    }
}
