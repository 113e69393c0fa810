import Accounts
import Events
import Logging
import Store

/// What endpoints work with, made once by whoever runs the service. A class, so that a request carries one reference
/// and not ten.
final class Services: Sendable {
    let configuration: ServiceConfiguration
    let database: ServiceDatabase
    let eventStore: EventStore
    let feed: EventFeed
    let accounts: AccountService
    let authenticator: Authenticator
    let calculations: Calculations
    let metrics: ServiceMetrics
    let logger: Logger

    init(
        configuration: ServiceConfiguration, database: ServiceDatabase, eventStore: EventStore, feed: EventFeed,
        accounts: AccountService, workers: WorkerPool, logger: Logger
    ) {
        self.configuration = configuration
        self.database = database
        self.eventStore = eventStore
        self.feed = feed
        self.accounts = accounts
        self.logger = logger
        let limit = configuration.rateLimitPerMinute
        authenticator = Authenticator(
            accounts: accounts, limiter: limit > 0 ? RateLimiter(limitPerMinute: limit) : nil)
        calculations = Calculations(workers: workers)
        metrics = ServiceMetrics(version: configuration.version)
        metrics.registry.computed("events_appended_total", type: "counter") { Double(database.statistics.events) }
        metrics.registry.computed("journal_commits_total", type: "counter") { Double(database.statistics.commits) }
        metrics.registry.computed("events_pending", type: "gauge") { Double(database.pendingEvents) }
        metrics.registry.computed("events_stored_total", type: "counter") { Double(eventStore.storedEvents) }
    }
}
