internal import Foundation
import Numbers

/// Runs what may recurse deeply on a thread with room for it: the threads of pools have half a megabyte.
enum Stack {
    private static let size = 256 << 20

    /// The result of `body`, run on a thread of its own while the caller waits; right here on one that has the room.
    static func deep<Result>(_ body: @escaping () throws(Fault) -> Result) throws(Fault) -> Result {
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
    private final class Call<Result>: @unchecked Sendable {
        private let body: () throws(Fault) -> Result
        private var outcome: Swift.Result<Result, Fault>?
        private let done = DispatchSemaphore(value: 0)

        init(_ body: @escaping () throws(Fault) -> Result) {
            self.body = body
        }

        func run() {
            do throws(Fault) {
                outcome = .success(try body())
            } catch {
                outcome = .failure(error)
            }
            NumberCaches.releaseThread()
            done.signal()
        }

        func wait() throws(Fault) -> Result {
            done.wait()
            guard let outcome else { throw .timeLimit }
            return try outcome.get()
        }
    }
}
