/// The reasons that have been told since the last time that all was well: each is told once, however often and in
/// whatever order librdkafka comes back to it.
public struct Reasons: Sendable {
    /// How many are remembered: a broker that always says something else does not fill the memory.
    private static let limit = 32

    private var told: [[UInt8]] = []

    /// None has been told.
    public init() {}

    /// Whether none has been told.
    public var isEmpty: Bool { told.isEmpty }

    /// Whether a reason is to be told, which it is then taken to be.
    public mutating func isNew(_ reason: String) -> Bool {
        let core = Self.core(of: Array(reason.utf8))
        guard !told.contains(core) else { return false }
        if told.count == Self.limit { told.removeFirst() }
        told.append(core)
        return true
    }

    /// All is well: what comes next is told.
    public mutating func clear() { told = [] }

    /// A reason without what differs from one attempt to the next: how long it took and how often it has been, and by
    /// which of its names librdkafka calls the broker.
    private static func core(of reason: [UInt8]) -> [UInt8] {
        var core = reason[...]
        if let end = core.firstRange(of: Array(" (after ".utf8)) { core = core[..<end.lowerBound] }
        // Names have no blanks, and stand before a colon.
        while let blank = core.firstIndex(of: UInt8(ascii: " ")), blank > core.startIndex,
            core[blank - 1] == UInt8(ascii: ":")
        {
            core = core[(blank + 1)...]
        }
        return core.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
    }
}
