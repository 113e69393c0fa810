import Accounts
import Calculator
import HTTPServer
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store
import Text
import Workers

extension APIError {
    /// The answer to whatever an endpoint threw. What nobody foresaw is logged whole and answered with 503, because
    /// the request was not carried out and may be sent again.
    init(_ error: any Error, context: APIContext) {
        switch error {
        case let error as APIError: self = error
        case let error as AccountError: self.init(error)
        case let error as StoreError: self.init(error)
        case let error as RequestFault: self.init(error)
        case let error as WorkerFault: self = error == .interrupted ? .interrupted : .overloaded()
        case let error as HTTPError:
            self.init(error.status, code: "http_\(error.status.code)", error.status.reasonPhrase)
        case is CancellationError:
            self = .overloaded()
        default:
            context.logger.error(
                "unforeseen error", metadata: ["error": "\(error)", "request_id": "\(context.requestID)"])
            self = .overloaded()
        }
    }

    init(_ fault: RequestFault) {
        self.init(fault.status, code: fault.code, fault.message, headers: fault.headers)
    }

    init(_ error: AccountError) {
        guard error.faults.isEmpty else {
            self.init(
                problems: error.faults.map {
                    Problem(type: $0.code, location: ["body", $0.field], message: $0.message, input: $0.input)
                })
            return
        }
        var headers = HTTPFields()
        if let seconds = error.retryAfter { headers[.retryAfter] = "\(seconds)" }
        if error.status == 401 {
            let isToken = error == .tokenInvalid || error == .tokenExpired
            headers[.wwwAuthenticate] = isToken ? #"Bearer error="invalid_token""# : "Bearer"
        }
        self.init(HTTPResponse.Status(code: error.status), code: error.code, error.message, headers: headers)
    }

    private init(_ error: StoreError) {
        let status: HTTPResponse.Status = error.kind == .diskFull ? HTTPResponse.Status(code: 507) : .serviceUnavailable
        let code = error.kind == .backlogFull ? "backlog_full" : "storage_unavailable"
        self.init(status, code: code, Self.text(error), headers: [.retryAfter: "5"])
    }

    private static func text(_ error: StoreError) -> String {
        switch error.kind {
        case .diskFull: "The service's disk is full, so nothing was done: try again when there is room"
        case .overloaded: "Too much is waiting to be written, so nothing was done: try again in a moment"
        case .backlogFull:
            "Too many events wait to be carried on, so nothing was done: try again when the backlog is smaller"
        default: "The service cannot write its journal at the moment, so nothing was done: try again in a moment"
        }
    }

    /// The contract's answer to a calculation that has no result.
    init(_ failure: CalculationFailure, for input: OperationInput) {
        let problems = failure.faults.map { fault in
            let unreadable = fault.parameter == "precision" ? input.unreadablePrecision : nil
            return Problem(
                type: fault.code.rawValue, location: [input.place] + (fault.parameter.map { [$0] } ?? []),
                message: fault.message, input: unreadable?.shown ?? fault.input,
                place: fault.place, hint: fault.hint)
        }
        self.init(problems: ProblemList(problems, untold: failure.untold))
    }

    /// The whole answer.
    func response(requestID: String) -> Response {
        var headers = self.headers
        headers[.contentType] = "application/json"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body(requestID: requestID))))
    }
}
