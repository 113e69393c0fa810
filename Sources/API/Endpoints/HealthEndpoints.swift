import HTTPTypes
import Hummingbird
import JSON
import Store
import Synchronization

/// Whether the service lives, and whether it can do its work.
enum HealthEndpoints {
    static var endpoints: [Endpoint] {
        [
            .anyone(.health, health), .anyone(.readiness, readiness), .anyone(.legacyHealth, health),
        ]
    }

    /// Says only that requests are answered: a restart cures nothing else (so neither disk nor broker is asked).
    private static func health(_ call: Call) async throws -> Response {
        .bytes(Self.healthy, contentType: "application/json")
    }

    private static let healthy = Array(#"{"status":"ok"}"#.utf8)

    /// 503 while the journal cannot be written, or so much waits in it that calculations are refused: then nothing may
    /// be answered. A failure counts until something can be written again, which the journal finds out by itself. 503 too
    /// once the process is told to stop, so that load balancers look elsewhere. A broker that is away is told and changes
    /// nothing: events wait for it.
    private static func readiness(_ call: Call) async throws -> Response {
        let database = call.services.database
        let failure = database.statistics.lastFailure
        let isStopping = call.services.isStopping.load(ordering: .relaxed)
        let isWritable = failure == nil && !database.isBacklogFull
        let isReady = isWritable && !isStopping
        let delivery = call.services.feed.topicDelivery
        return .json(status: isReady ? .ok : .serviceUnavailable) { json in
            json.beginObject()
            json.key("status")
            json.string(isReady ? "ready" : isStopping ? "stopping" : "unavailable")
            json.key("mode")
            json.string(delivery == nil ? "embedded" : "kafka")
            json.key("journal")
            json.string(failure != nil ? "not writable" : isWritable ? "ok" : "backlog full")
            json.key("events_pending")
            json.number(database.pendingEvents)
            if let delivery { write(delivery, to: &json) }
            json.key("events_behind")
            json.number(call.services.eventsBehind)
            json.endObject()
        }
    }

    private static func write(_ delivery: TopicDelivery, to json: inout JSONWriter) {
        json.key("kafka")
        json.string(delivery.broker.rawValue)
        json.key("consumer_lag")
        json.number(delivery.lag)
        json.key("events_lost")
        json.number(delivery.lost)
        json.key("event_store")
        json.string(!delivery.hasStore ? "missing" : delivery.isStored ? "ok" : "not being filled")
    }
}
