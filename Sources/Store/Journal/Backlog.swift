internal import Synchronization

/// How much of the journal no sink has carried on yet, and how much that may be.
final class Backlog: Sendable {
    private let limit: BacklogLimit
    /// The last sequence that a sink has carried on; -1 until a sink has said so.
    private let carried = Atomic<Int64>(-1)
    private let bytesAppended = Atomic<Int>(0)
    private let bytesCarried = Atomic<Int>(0)

    init(limit: BacklogLimit) {
        self.limit = limit
    }

    func added(bytes: Int) {
        bytesAppended.wrappingAdd(bytes, ordering: .relaxed)
    }

    func markCarried(through sequence: Int64, bytes: Int) {
        carried.max(sequence, ordering: .relaxed)
        bytesCarried.wrappingAdd(bytes, ordering: .relaxed)
    }

    func rows(committed: Int64) -> Int {
        Int(max(0, committed - max(0, carried.load(ordering: .relaxed))))
    }

    var bytes: Int {
        max(0, bytesAppended.load(ordering: .relaxed) - bytesCarried.load(ordering: .relaxed))
    }

    /// Whether no more may be added. Until a sink has said how far it is nobody knows, and nothing is refused.
    ///
    /// - Parameter isAction: sign-ins and account changes have a tenth more room than calculations, so that people can
    ///   still get in and look when these are refused already.
    func isFull(committed: Int64, isAction: Bool) -> Bool {
        guard carried.load(ordering: .relaxed) >= 0 else { return false }
        return rows(committed: committed) >= Self.room(limit.rows, isAction)
            || bytes >= Self.room(limit.bytes, isAction)
    }

    private static func room(_ limit: Int, _ isAction: Bool) -> Int {
        isAction ? limit + max(limit / 10, 1) : limit
    }
}

/// How much may wait in the journal to be carried on.
public struct BacklogLimit: Sendable, Equatable {
    /// Events.
    public var rows: Int
    /// Bytes of their messages.
    public var bytes: Int

    /// What the service is shipped with.
    public static let standard = BacklogLimit(rows: 1_000_000, bytes: 1 << 30)

    /// A limit of this size.
    public init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }
}
