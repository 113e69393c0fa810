import HTTPTypes
import Hummingbird
import JSON

/// What the web app needs to know of the service before anybody has signed in.
enum ServiceEndpoints {
    static var endpoints: [Endpoint] { [.anyone(.options, options)] }

    private static func options(_ call: Call) async throws -> Response {
        .json { json in
            json.beginObject()
            json.key("registration")
            json.string(call.services.configuration.registration == .closed ? "closed" : "open")
            json.key("version")
            json.string(call.services.configuration.versionNumber)
            json.endObject()
        }
    }
}
