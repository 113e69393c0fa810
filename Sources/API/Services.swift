import Accounts
import Events
import HTTPServer
import Logging
import Store
import Synchronization
import Workers

/// What endpoints work with, made once by whoever runs the service. A class, so that a request carries one reference
/// and not ten.
final class Services: Sendable {
    let configuration: ServiceConfiguration
    let database: ServiceDatabase
    let eventStore: any EventReading
    let feed: EventFeed
    let accounts: AccountService
    let authenticator: Authenticator
    let addresses: AddressLimits
    let throttled: ThrottledRequests
    let calculations: Calculations
    /// Room for long answers that have not been read yet.
    let answers = ByteBudget(total: 256 << 20, each: 32 << 20)
    let metrics: ServiceMetrics
    let logger: Logger
    /// How many connections are open.
    let connections = OpenConnections()
    /// Whether the process has been told to stop.
    let isStopping = Atomic(false)

    init(
        configuration: ServiceConfiguration, database: ServiceDatabase, eventStore: any EventReading, feed: EventFeed,
        accounts: AccountService, workers: WorkerPool, logger: Logger, clock: AccountClock = .system
    ) {
        self.configuration = configuration
        self.database = database
        self.eventStore = eventStore
        self.feed = feed
        self.accounts = accounts
        self.logger = logger
        let limit = configuration.rateLimitPerMinute
        addresses = AddressLimits(configuration, clock: clock)
        throttled = ThrottledRequests(database: database, logger: logger)
        authenticator = Authenticator(
            accounts: accounts, limiter: limit > 0 ? RateLimiter(limit: limit, clock: clock) : nil,
            addresses: addresses, throttled: throttled, allowsAnonymousV4: configuration.allowsAnonymousV4)
        calculations = Calculations(workers: workers, answers: answers)
        metrics = ServiceMetrics(version: configuration.version)
        registerState(in: metrics.registry)
    }

    /// How many events that have happened are not in the event store yet, as far as known.
    var eventsBehind: Int {
        database.pendingEvents + Int(clamping: feed.topicDelivery?.lag ?? 0)
    }
}
