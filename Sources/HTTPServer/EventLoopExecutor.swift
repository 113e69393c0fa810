import NIOCore

/// Runs the task of a request on the event loop of its connection, so that a request never changes threads
/// between reading, computing and writing.
///
/// The loop looks at its sockets only when nothing is left to be run, and tasks that always have a next step would keep it
/// from them for ever. So the steps stand in a queue of their own, of which a turn runs for a few milliseconds: those of as
/// many requests as usually wait for one commit, since each pause costs the loop two system calls.
///
/// Sendable without the compiler's proof: all but `enqueue` happens on the loop, which runs one thing at a time.
final class EventLoopExecutor: TaskExecutor, @unchecked Sendable {
    let eventLoop: any EventLoop
    private var steps: CircularBuffer<UnownedJob> = CircularBuffer(initialCapacity: 64)
    private var isScheduled = false
    /// Nanoseconds that steps have taken since the sockets had their turn.
    private var spent: UInt64 = 0

    private static let turn: UInt64 = 4_000_000
    /// Long enough that the loop, which looks at its clock at once, looks at its sockets before the next step.
    private static let pause = TimeAmount.microseconds(20)

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if eventLoop.inEventLoop {
            add(job)
        } else {
            eventLoop.execute {
                self.steps.append(job)
                if !self.isScheduled { self.runSteps() }
            }
        }
    }

    /// To be called by whoever hears from a socket.
    func socketsHadTheirTurn() {
        spent = 0
    }

    /// Returns in a later step, so that what came meanwhile is looked at first.
    func nextStep() async {
        await withUnsafeContinuation { continuation in
            eventLoop.execute { continuation.resume() }
        }
    }

    private func add(_ job: UnownedJob) {
        steps.append(job)
        guard !isScheduled else { return }
        isScheduled = true
        eventLoop.execute { self.runSteps() }
    }

    private func runSteps() {
        isScheduled = true
        var now = NIODeadline.now().uptimeNanoseconds
        while spent < Self.turn {
            guard let job = steps.popFirst() else {
                isScheduled = false
                return
            }
            job.runSynchronously(on: asUnownedTaskExecutor())
            let then = NIODeadline.now().uptimeNanoseconds
            spent += then - now
            now = then
        }
        spent = 0
        eventLoop.scheduleTask(in: Self.pause) { self.runSteps() }
    }
}
