import Accounts
import Testing

extension TestService {
    /// What each token is refused with, nil for those that are accepted.
    func outcomes(of tokens: [String]) async throws -> [AccountError?] {
        var outcomes: [AccountError?] = []
        for token in tokens {
            outcomes.append(try await refusal { try await accounts.authenticate(bearer: token) })
            #expect(accounts.cachedPrincipal(bearer: token) == nil || outcomes.last == .some(nil))
        }
        return outcomes
    }

    /// What all of them are refused with; fails for those that are not.
    func expectAllInvalid(_ tokens: [String]) async throws {
        for (token, outcome) in zip(tokens, try await outcomes(of: tokens)) {
            #expect(outcome == .tokenInvalid, "\(token.prefix(300))")
        }
    }
}
