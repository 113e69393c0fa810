import Accounts
import Events
import HTTPServer
import Prometheus
import Store
import Workers

/// What is read off the service's parts when the page of metrics is made.
extension Services {
    /// The page for Prometheus.
    func metricsPage() async -> [UInt8] {
        // Asked of the journal on a connection that only reads; while that fails the rest of the page matters more.
        let waiting = try? await database.oldestPendingTime()
        metrics.pendingAge.set(waiting.map { max(0, Double(Event.now() - $0) / 1_000_000) } ?? 0)
        return metrics.page()
    }

    func registerState(in registry: PrometheusRegistry) {
        registerJournal(in: registry)
        registerDelivery(in: registry)
        registerWaiting(in: registry)
    }

    private func registerJournal(in registry: PrometheusRegistry) {
        registry.computed("math_events_appended_total", type: "counter") { [database] in
            Double(database.statistics.events)
        }
        registry.computed("math_journal_commits_total", type: "counter") { [database] in
            Double(database.statistics.commits)
        }
        registry.computed("math_events_pending", type: "gauge") { [database] in Double(database.pendingEvents) }
        registry.computed("math_data_disk_available_bytes", type: "gauge") { [database] in
            database.diskSpace.map { Double($0.available) } ?? .nan
        }
        registry.computed("math_data_disk_size_bytes", type: "gauge") { [database] in
            database.diskSpace.map { Double($0.size) } ?? .nan
        }
        for (name, path) in [("service.db", database.path), ("events.db", eventStore.path)] {
            for ending in ["", "-wal"] {
                registry.computed("math_database_size_bytes", type: "gauge", [("file", name + ending)]) {
                    Double(DiskSpace.size(ofFile: path + ending) ?? 0)
                }
            }
        }
    }

    /// The way of the events into their store. In the same process that is a short one.
    private func registerDelivery(in registry: PrometheusRegistry) {
        let numbers: [(name: String, type: String, value: @Sendable (TopicDelivery) -> Int64)] = [
            ("math_events_published_total", "counter", { Int64($0.published) }),
            ("math_event_publish_failures_total", "counter", { Int64($0.failures) }),
            ("math_events_dead_lettered_total", "counter", { $0.deadLetters }),
            ("math_events_lost_total", "counter", { $0.lost }), ("math_consumer_lag", "gauge", { $0.lag }),
        ]
        for (name, type, value) in numbers {
            registry.computed(name, type: type) { [feed] in Double(feed.topicDelivery.map(value) ?? 0) }
        }
        let store = eventStore as? EventStore
        registry.computed("math_events_stored_total", type: "counter") { [feed] in
            Double(store?.storedEvents ?? Int(feed.topicDelivery?.stored ?? 0))
        }
    }

    /// What has to wait for something that there is not much of.
    private func registerWaiting(in registry: PrometheusRegistry) {
        let workers = calculations.workers
        registry.computed("math_workers", type: "gauge") { Double(workers.size) }
        registry.computed("math_workers_busy", type: "gauge") { Double(workers.load.running) }
        registry.computed("math_worker_jobs_waiting", type: "gauge") { Double(workers.load.waiting) }
        for cause in WorkerRestarts.Cause.allCases {
            registry.computed("math_worker_restarts_total", type: "counter", [("cause", cause.rawValue)]) {
                Double(workers.restarts.count(of: cause))
            }
        }
        registry.computed("math_password_hashes_waiting", type: "gauge") { [accounts] in
            Double(accounts.waitingHashes)
        }
        registry.computed("math_http_connections", type: "gauge") { [connections] in Double(connections.count) }
    }
}
