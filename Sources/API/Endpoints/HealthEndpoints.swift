import HTTPTypes
import Hummingbird
import JSON
import Store

/// Whether the service lives, whether it can do its work, and its numbers.
enum HealthEndpoints {
    static var endpoints: [Endpoint] {
        [
            .anyone(.health, health), .anyone(.readiness, readiness), .anyone(.metrics, metrics),
            .anyone(.legacyHealth, health), .anyone(.legacyMetrics, metrics),
        ]
    }

    /// Says only that requests are answered: a restart cures nothing else (so neither disk nor broker is asked).
    private static func health(_ call: Call) async throws -> Response {
        .bytes(Self.healthy, contentType: "application/json")
    }

    private static let healthy = Array(#"{"status":"ok"}"#.utf8)

    /// 503 while the journal cannot be written, since then nothing may be answered. A failure counts until a commit
    /// succeeds, and for ten seconds at most: without requests nobody would find out that it has passed.
    private static func readiness(_ call: Call) async throws -> Response {
        let failure = call.services.database.statistics.lastFailure.flatMap { failure in
            failure.at.duration(to: .now) < .seconds(10) ? failure.error : nil
        }
        return .json(status: failure == nil ? .ok : .serviceUnavailable) { json in
            json.beginObject()
            json.key("status")
            json.string(failure == nil ? "ready" : "unavailable")
            json.key("mode")
            json.string("embedded")
            json.key("journal")
            json.string(failure == nil ? "ok" : "not writable")
            json.key("events_pending")
            json.number(call.services.database.pendingEvents)
            json.endObject()
        }
    }

    private static func metrics(_ call: Call) async throws -> Response {
        .bytes(call.services.metrics.page(), contentType: "text/plain; version=0.0.4; charset=utf-8")
    }
}
