import Accounts
import Events
import HTTPServer
import HTTPTypes
import Hummingbird

/// The way of every request: an id, the route, then what all answers have in common.
struct ServiceResponder: Responder {
    let router: RouterResponder<APIContext>
    let crossOrigin: CrossOriginPolicy
    let clientAddress: ClientAddress
    let unmatched: RouteMetrics
    let senders: SenderGate
    let accessLog: AccessLog

    /// Answers a request; never throws, because what goes wrong is an answer too.
    func respond(to request: Request, from remoteAddress: String) async -> Response {
        let requestID = RequestIdentity.identity(for: request.headers)
        let client = clientAddress.client(
            remote: remoteAddress, forwardedFor: request.headers[values: .xForwardedFor])
        let context = APIContext(
            source: .init(
                logger: accessLog.logger, requestID: requestID, remoteAddress: client,
                traceParent: request.headers[.traceParent].flatMap(TraceParent.init)))
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
        accessLog.write(request, response, context)
        return response
    }

    /// The answer to what is no complete request.
    /// - Parameter request: as much of it as is known.
    func refuse(_ request: Request?, _ fault: RequestFault) -> Response {
        let requestID = RequestIdentity.identity(for: request?.headers ?? HTTPFields())
        var response = APIError(fault).response(requestID: requestID)
        complete(&response, requestID: requestID)
        if let request { crossOrigin.allow(request, on: &response) }
        unmatched.record(status: fault.status.code, nanoseconds: 0)
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
}

/// Who sends what has not come yet.
extension ServiceResponder {
    func knownSender(of request: HTTPRequest) -> Sender? { senders.knownSender(of: request) }
    func sender(of request: HTTPRequest) async -> Sender { await senders.sender(of: request) }
    func takesShortBody(_ request: HTTPRequest) -> Bool { senders.takesShortBody(request) }
    func network(of remoteAddress: String) -> String { RemoteAddress(remoteAddress).network }
}
