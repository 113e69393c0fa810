import HTTPTypes
import Hummingbird
import Logging

/// The way of every request: an id, the route, then what all answers have in common.
struct ServiceResponder: Sendable {
    let router: RouterResponder<APIContext>
    let crossOrigin: CrossOriginPolicy
    let unmatched: RouteMetrics
    let logger: Logger

    /// Answers a request; never throws, because what goes wrong is an answer too.
    func respond(to request: Request, from remoteAddress: String) async -> Response {
        let requestID = RequestIdentity.identity(for: request.headers)
        let context = APIContext(
            source: .init(logger: logger, requestID: requestID, remoteAddress: remoteAddress))
        var response: Response
        if let preflight = crossOrigin.preflight(request) {
            response = preflight
        } else {
            do {
                response = try await router.respond(to: V4Endpoints.rooted(request), context: context)
            } catch {
                response = APIError(error, context: context).response(requestID: requestID)
            }
        }
        complete(&response, requestID: requestID)
        crossOrigin.allow(request, on: &response)
        log(request, response, context)
        return response
    }

    /// The answer to what is no complete request.
    func refuseRequest(_ error: APIError) -> Response {
        let requestID = RequestIdentity.identity(for: HTTPFields())
        var response = error.response(requestID: requestID)
        complete(&response, requestID: requestID)
        unmatched.record(status: error.status.code, nanoseconds: 0)
        return response
    }

    /// Appended, not set: no endpoint gives these, and to look for them would cost every answer.
    private func complete(_ response: inout Response, requestID: String) {
        response.headers.append(HTTPField(name: .xRequestID, value: requestID))
        response.headers.append(HTTPField(name: .date, value: HTTPDate.now))
        response.headers.append(HTTPField(name: .xContentTypeOptions, value: "nosniff"))
        if !response.headers.contains(.cacheControl) {
            response.headers.append(HTTPField(name: .cacheControl, value: "no-store"))
        }
        if !response.headers.contains(.contentSecurityPolicy) {
            response.headers.append(HTTPField(name: .contentSecurityPolicy, value: Self.contentSecurityPolicy))
        }
    }

    private static let contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'"

    /// Successes are for those who ask for them (debug); refusals are worth a line, failures a loud one.
    private func log(_ request: Request, _ response: Response, _ context: APIContext) {
        let status = response.status.code
        let level: Logger.Level = status >= 500 ? .error : status >= 400 ? .info : .debug
        guard logger.logLevel <= level else { return }
        logger.log(
            level: level, "request",
            metadata: [
                "request_id": .string(context.requestID), "method": .string(request.method.rawValue),
                "route": .string(context.endpointPath ?? "unmatched"), "status": .stringConvertible(status),
                "dur_us": .stringConvertible(context.microseconds), "remote": .string(context.remoteAddress),
            ])
    }
}
