internal import Foundation
import Glibc
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
        if Thread.current.stackSize >= size {
            noteFloor()
            return try body()
        }
        let call = Call(body)
        let thread = Thread { call.run() }
        thread.stackSize = size
        thread.start()
        return try call.wait()
    }

    /// Whether the thread has little more room than what is called next needs. Known on threads with room for `deep`
    /// alone: the others are given nothing that recurses.
    static var isNearlyFull: Bool { position < UInt(bitPattern: pthread_getspecific(floor)) }

    /// Where the caller stands: the stack grows down.
    private static var position: UInt {
        var here: UInt8 = 0
        return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    }

    /// How far down recursion may go on each thread.
    private static let floor: pthread_key_t = {
        var key = pthread_key_t()
        let code = pthread_key_create(&key, nil)
        precondition(code == 0, "no room for one more value of each thread")
        return key
    }()

    /// Notes how far down recursion may go on this thread, at its outermost call of `deep`: most of the room is below.
    private static func noteFloor() {
        guard pthread_getspecific(floor) == nil else { return }
        pthread_setspecific(floor, UnsafeRawPointer(bitPattern: position - UInt(size - spare)))
    }

    /// What is left for what recursion calls, and was used before.
    private static let spare = 16 << 20

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
            Stack.noteFloor()
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
