import Accounts
import Events
import Logging
import Store
import Synchronization

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
        metrics.registry.computed("events_appended_total", type: "counter") { Double(database.statistics.events) }
        metrics.registry.computed("journal_commits_total", type: "counter") { Double(database.statistics.commits) }
        metrics.registry.computed("events_pending", type: "gauge") { Double(database.pendingEvents) }
        metrics.registry.computed("data_disk_available_bytes", type: "gauge") {
            database.diskSpace.map { Double($0.available) } ?? .nan
        }
        metrics.registry.computed("data_disk_size_bytes", type: "gauge") {
            database.diskSpace.map { Double($0.size) } ?? .nan
        }
        registerDelivery(in: metrics.registry)
    }

    /// The way of the events into their store. In the same process that is a short one.
    private func registerDelivery(in registry: PrometheusRegistry) {
        let numbers: [(name: String, type: String, value: @Sendable (TopicDelivery) -> Int64)] = [
            ("events_published_total", "counter", { Int64($0.published) }),
            ("event_publish_failures_total", "counter", { Int64($0.failures) }),
            ("events_stored_total", "counter", { $0.stored }),
            ("events_dead_lettered_total", "counter", { $0.deadLetters }),
            ("events_lost_total", "counter", { $0.lost }), ("consumer_lag", "gauge", { $0.lag }),
        ]
        let store = eventStore as? EventStore
        for (name, type, value) in numbers {
            registry.computed(name, type: type) { [feed] in
                if name == "events_stored_total", let store { return Double(store.storedEvents) }
                return Double(feed.topicDelivery.map(value) ?? 0)
            }
        }
    }

    /// How many events that have happened are not in the event store yet, as far as known.
    var eventsBehind: Int {
        database.pendingEvents + Int(clamping: feed.topicDelivery?.lag ?? 0)
    }
}
