import Accounts
import Events
import Logging
import Store

/// What endpoints work with, made once by whoever runs the service.
struct Services: Sendable {
    let configuration: ServiceConfiguration
    let database: ServiceDatabase
    let eventStore: EventStore
    let feed: EventFeed
    let accounts: AccountService
    let authenticator: Authenticator
    let calculations: CalculationPool
    let metrics: ServiceMetrics
    let logger: Logger
}

extension Services {
    init(
        configuration: ServiceConfiguration, database: ServiceDatabase, eventStore: EventStore, feed: EventFeed,
        accounts: AccountService, logger: Logger
    ) {
        let limit = configuration.rateLimitPerMinute
        let authenticator = Authenticator(
            accounts: accounts, limiter: limit > 0 ? RateLimiter(limitPerMinute: limit) : nil)
        let metrics = ServiceMetrics(version: configuration.version)
        metrics.registry.computed("events_appended_total", type: "counter") { Double(database.statistics.events) }
        metrics.registry.computed("journal_commits_total", type: "counter") { Double(database.statistics.commits) }
        metrics.registry.computed("events_pending", type: "gauge") { Double(database.pendingEvents) }
        metrics.registry.computed("events_stored_total", type: "counter") { Double(eventStore.storedEvents) }
        self.init(
            configuration: configuration, database: database, eventStore: eventStore, feed: feed, accounts: accounts,
            authenticator: authenticator,
            calculations: CalculationPool(
                width: 2, timeLimit: .milliseconds(configuration.evaluationTimeLimitMilliseconds)),
            metrics: metrics, logger: logger)
    }
}
