internal import Glibc
internal import Text

/// What happened: one for every operation, sign-in and change that the service answered or refused.
public struct Event: Sendable {
    /// What an event is about; the history of a user shows calculations only.
    public enum Kind: Sendable {
        /// An operation or an evaluation.
        case calculation
        /// Everything else: accounts, sign-ins, deletions.
        case action
    }

    /// Unique; increases within the process.
    public var id: EventID
    /// Whether it is a calculation.
    public var kind: Kind
    /// The operation or the action: `add`, `login`, …; at most ``nameLimit`` bytes of it.
    public let name: String
    /// The arguments as JSON text. Never holds a password or a token.
    public var input: [UInt8]
    /// The result as JSON text, nil when there is none.
    public var result: [UInt8]?
    /// The name of the user who asked; of what was given as a name, at most ``nameLimit`` bytes.
    public let user: String
    /// Whether a name is not there in full.
    let hasCutName: Bool
    /// Whether the result came from a cache.
    public var cached: Bool
    /// Microseconds since 1970.
    public var time: Int64
    /// The HTTP status of the answer.
    public var status: Int
    /// The stable code of the refusal, nil for an answer.
    public var code: String?
    /// How long the work took, in microseconds.
    public var durationMicroseconds: Int
    /// The identity of the request, as the client and the log know it.
    public var requestID: String
    /// Of how many requests it tells, where it tells of several.
    public var count: Int?
    /// Where the request stands in a trace of its client's, if it said so.
    public var traceParent: TraceParent?

    /// The longest name, in bytes. That of an account is no longer.
    public static let nameLimit = 256

    /// An event that has happened now unless `time` says otherwise.
    public init(
        id: EventID = .next(), kind: Kind, name: String, input: [UInt8], result: [UInt8]? = nil, user: String,
        cached: Bool = false, time: Int64 = Event.now(), status: Int, code: String? = nil,
        durationMicroseconds: Int, requestID: String, count: Int? = nil, traceParent: TraceParent? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name.cut(toBytes: Self.nameLimit)
        self.input = input
        self.result = result
        self.user = user.cut(toBytes: Self.nameLimit)
        hasCutName = max(name.utf8.count, user.utf8.count) > Self.nameLimit
        self.cached = cached
        self.time = time
        self.status = status
        self.code = code
        self.durationMicroseconds = durationMicroseconds
        self.requestID = requestID
        self.count = count
        self.traceParent = traceParent
    }

    /// The system's clock: microseconds since 1970.
    public static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// Whether the history of its user shows it: a calculation that was answered.
    public var belongsToHistory: Bool {
        kind == .calculation && status == 200
    }
}
