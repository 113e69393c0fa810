import Accounts
import HTTPTypes
import Hummingbird

/// Finds out who makes a request, and whether they make too many.
struct Authenticator: Sendable {
    let accounts: AccountService
    /// Requests a minute for each user; `nil` where there is no limit.
    let limiter: RateLimiter?
    let addresses: AddressLimits
    let throttled: ThrottledRequests
    /// Whether requests of `/v4/` need no token.
    let allowsAnonymousV4: Bool

    /// The signed-in user of a request.
    /// - Throws: 401 without a bearer token or with one that is refused, 429 over the limit.
    func principal(of request: Request, _ context: APIContext, isLimited: Bool = true) async throws -> Principal {
        let principal = try await verified(request.headers)
        if isLimited, let limiter, let wait = limiter.take(principal.username) {
            throttled.count(.user(principal.username), requestID: context.requestID)
            throw APIError.tooManyRequests(retryAfter: wait)
        }
        return principal
    }

    /// The user of a token that is good, without counting that.
    func verified(_ headers: HTTPFields) async throws -> Principal {
        guard let header = headers[.authorization] else { throw APIError.notAuthenticated }
        if let principal = accounts.cachedPrincipal(authorization: header) { return principal }
        return try await accounts.authenticate(bearer: try Self.bearerToken(header))
    }

    /// The signed-in user of a request; nil without a token, where the settings allow that.
    func principalOrGuest(of request: Request, _ context: APIContext) async throws -> Principal? {
        guard allowsAnonymousV4, request.headers[.authorization] == nil else {
            return try await principal(of: request, context)
        }
        do throws(APIError) {
            try addresses.admitCalculation(from: context.remote)
        } catch {
            throttled.count(context.throttledKey, requestID: context.requestID)
            throw error
        }
        return nil
    }

    /// The bearer token of a request that has been let in.
    static func token(of request: Request) -> String {
        request.headers[.authorization].flatMap { try? bearerToken($0) } ?? ""
    }

    /// `Bearer`, one blank or several, the token (RFC 9110, section 11.4).
    private static func bearerToken(_ header: String) throws -> String {
        let scheme = header.utf8.prefix(7)
        guard scheme.count == 7, scheme.elementsEqual("bearer ".utf8, by: { $0 | 0x20 == $1 }) else {
            throw APIError.notAuthenticated
        }
        let token = String(decoding: header.utf8.dropFirst(7).drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
        guard !token.isEmpty else { throw APIError.notAuthenticated }
        return token
    }
}
