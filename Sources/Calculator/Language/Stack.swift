internal import Foundation
import Numbers

/// Runs what may recurse deeply on a thread with room for it: the threads of pools have half a megabyte.
public enum Stack {
    /// How much room that is, in bytes. A thread that has as much runs it itself.
    public static let size = 256 << 20

    /// The result of `body`, run on a thread of its own while the caller waits; right here on one that has the room.
    /// Whoever has many bodies runs them in one, since a new thread has to compute pi and its like again.
    public static func deep<Result, Failure: Error>(
        _ body: @escaping () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if Thread.current.stackSize >= size { return try body() }
        let call = Call(body)
        let thread = Thread { call.run() }
        thread.stackSize = size
        thread.start()
        return try call.wait()
    }

    /// What passes between the two threads.
    ///
    /// Unchecked because one thread only waits while the other runs `body`, and because `outcome` is written before `done` is signalled and read after it has been waited for.
    private final class Call<Result, Failure: Error>: @unchecked Sendable {
        private let body: () throws(Failure) -> Result
        private var outcome: Swift.Result<Result, Failure>?
        private let done = DispatchSemaphore(value: 0)

        init(_ body: @escaping () throws(Failure) -> Result) {
            self.body = body
        }

        func run() {
            do throws(Failure) {
                outcome = .success(try body())
            } catch {
                outcome = .failure(error)
            }
            NumberCaches.releaseThread()
            done.signal()
        }

        func wait() throws(Failure) -> Result {
            done.wait()
            guard let outcome else { preconditionFailure("signalled before the outcome was there") }
            return try outcome.get()
        }
    }
}
