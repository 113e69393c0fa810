import Accounts
import Events
import HTTPServer
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// One line for a request that was answered: refusals always, failures loudly, and a sample of the successes.
///
/// It names the route and never the path or the query, which hold what clients calculate.
final class AccessLog: Sendable {
    let logger: Logger
    private let accounts: AccountService
    /// Of so many successes one is logged; 0 for none. All are there at the level `debug`.
    private let every: Int
    private let successes = Atomic<Int>(0)

    init(logger: Logger, accounts: AccountService, every: Int) {
        self.logger = logger
        self.accounts = accounts
        self.every = every
    }

    func write(_ request: Request, _ response: Response, _ context: APIContext) {
        let status = response.status.code
        let level: Logger.Level = status >= 500 ? .error : status >= 400 || isSampled() ? .info : .debug
        guard logger.logLevel <= level else { return }
        var metadata: Logger.Metadata = [
            "request_id": .string(context.requestID), "method": .string(request.method.rawValue),
            "route": .string(context.endpointPath ?? "unmatched"), "status": .stringConvertible(status),
            "dur_us": .stringConvertible(context.microseconds), "remote": .string(context.remoteAddress),
        ]
        if let trace = context.traceParent { metadata["trace_id"] = .string(trace.traceID) }
        // Looked up only for a line that is written. A session that has just ended has no user any more.
        if let header = request.headers[.authorization], let user = accounts.cachedPrincipal(authorization: header) {
            metadata["user"] = .string(user.username)
        }
        logger.log(level: level, "request", metadata: metadata)
    }

    /// Whether it is this success's turn.
    private func isSampled() -> Bool {
        guard every > 0 else { return false }
        return successes.wrappingAdd(1, ordering: .relaxed).oldValue % every == 0
    }
}
