import Accounts
import HTTPServer
import HTTPTypes

/// Decides from a request's head, before the body is there, who sends it.
struct SenderGate: Sendable {
    let authenticator: Authenticator
    /// The paths of endpoints whose bodies are short, whoever sends them.
    let shortPaths: Set<String>

    /// The sender, where that can be said at once.
    func knownSender(of request: HTTPRequest) -> Sender? {
        guard let header = request.headerFields[.authorization] else { return .stranger }
        return authenticator.accounts.cachedPrincipal(authorization: header).map { .user($0.username) }
    }

    /// The sender, whose token has to be verified.
    func sender(of request: HTTPRequest) async -> Sender {
        do {
            return .user(try await authenticator.verified(request.headerFields).username)
        } catch let error as AccountError {
            return .refused(RequestFault(APIError(error)))
        } catch let error as APIError {
            return .refused(RequestFault(error))
        } catch {
            // That the token could not be looked up is said where the request is answered.
            return .stranger
        }
    }

    func takesShortBody(_ request: HTTPRequest) -> Bool {
        guard let path = request.path else { return false }
        return shortPaths.contains(String(path.prefix { $0 != "?" }))
    }
}

extension RequestFault {
    /// A refusal that is told before the request is whole.
    fileprivate init(_ error: APIError) {
        let message =
            switch error.detail {
            case .text(let text): text
            case .problems(let problems): problems.told.map(\.message).joined(separator: "; ")
            }
        self.init(error.status, code: error.code, message, headers: error.headers)
    }
}
