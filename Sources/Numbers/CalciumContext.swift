internal import CFlint
internal import Synchronization

/// What Calcium keeps for the exact numbers of one calculation: the generators of their fields, each once.
///
/// Numbers of two contexts must not meet. A context lives as long as its numbers; what it has learnt is forgotten with
/// it, so that nothing a client sends adds up.
///
/// Unchecked because of the pointers inside: every use of them is inside `use`, which one thread enters at a time.
public final class CalciumContext: @unchecked Sendable {
    private let context: UnsafeMutablePointer<ca_ctx_struct>
    private let lock = Mutex<Void>(())

    /// An empty context, with limits on the work that one step may take.
    public init() {
        context = .allocate(capacity: 1)
        ca_ctx_init(context)
        ca_limit_work(context)
    }

    deinit {
        ca_ctx_clear(context)
        context.deallocate()
    }

    func use<Result>(_ body: (UnsafeMutablePointer<ca_ctx_struct>) -> Result) -> Result {
        lock.withLock { _ in body(context) }
    }
}

/// The owner of one Calcium number.
///
/// Unchecked because of the pointers inside: the number is written by `init` alone, and read and cleared only inside its
/// context's `use`, and so is what is remembered about it.
final class CalciumElement: @unchecked Sendable {
    let context: CalciumContext
    let value: UnsafeMutablePointer<ca_struct>
    /// Whether the number is real, once that has been asked.
    var realness: truth_t?

    /// Adopts a number of this context.
    init(adopting value: UnsafeMutablePointer<ca_struct>, of context: CalciumContext) {
        self.value = value
        self.context = context
    }

    deinit {
        context.use { ca_clear(value, $0) }
        value.deallocate()
    }
}
