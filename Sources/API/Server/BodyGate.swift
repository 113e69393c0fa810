import Accounts
import HTTPTypes
import NIOCore

/// Decides from a request's head, before the body is there, how much of the body is taken.
struct BodyGate: Sendable {
    /// Who sends a body, as far as that decides how long it may be.
    enum Sender: Sendable {
        case stranger
        /// Somebody whose token is good.
        case user(String)
        /// Somebody whose token is not.
        case refused(APIError)
    }

    /// Bytes of a body that come out of no budget: a sign-in gets through, whatever else is on its way.
    static let freeBytes = 1024

    let authenticator: Authenticator
    /// The paths of endpoints whose bodies are short, whoever sends them.
    let shortPaths: Set<String>
    /// Room for bodies that are not complete, and for those that are being answered.
    let bodies = ByteBudget(total: 256 << 20, each: 32 << 20)
    let strangersBodies = ByteBudget(total: 32 << 20, each: 8 << 20)

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
            return .refused(APIError(error))
        } catch let error as APIError {
            return .refused(error)
        } catch {
            // That the token could not be looked up is said where the request is answered.
            return .stranger
        }
    }

    func isShort(_ request: HTTPRequest) -> Bool {
        guard let path = request.path else { return false }
        return shortPaths.contains(String(path.prefix { $0 != "?" }))
    }
}
