import Accounts

/// What may be asked without a token, each address by itself.
struct AddressLimits: Sendable {
    let registration: RegistrationPolicy
    private let registrations: RateLimiter
    private let calculations: RateLimiter
    /// Refusals that become events one by one.
    private let events: RateLimiter
    private let eventsOfAll: RateLimiter
    private let exemptsLoopback: Bool

    /// How many refusals of one address, and of all together, become events in a minute.
    static let eventsPerMinute = (address: 60, all: 600)

    init(_ configuration: ServiceConfiguration, clock: AccountClock = .system) {
        registration = configuration.registration
        let limit = if case .perMinute(let number) = registration { number } else { 0 }
        registrations = RateLimiter(limit: limit, clock: clock)
        calculations = RateLimiter(limit: configuration.anonymousRateLimitPerMinute, clock: clock)
        events = RateLimiter(limit: Self.eventsPerMinute.address, clock: clock)
        eventsOfAll = RateLimiter(limit: Self.eventsPerMinute.all, capacity: 1, clock: clock)
        exemptsLoopback = configuration.trustedProxies.isEmpty
    }

    /// - Throws: 403 where nobody may register, 429 over the limit.
    func admitRegistration(from remote: RemoteAddress) throws(APIError) {
        if registration == .closed { throw .registrationClosed }
        if let wait = registrations.take(remote.network) { throw .tooManyRequests(retryAfter: wait) }
    }

    /// - Throws: 429 over the limit.
    func admitCalculation(from remote: RemoteAddress) throws(APIError) {
        if let wait = calculations.take(remote.network) { throw .tooManyRequests(retryAfter: wait) }
    }

    /// A calculation counts once for each tenth of a second that it takes: a budget of requests alone would leave it to
    /// strangers how much that is.
    func charge(_ duration: Duration, to remote: RemoteAddress) {
        calculations.charge(remote.network, Int(duration / .milliseconds(100)))
    }

    /// Whether a refusal becomes an event of its own. Strangers could fill the disk with them.
    func recordsRefusal(of remote: RemoteAddress) -> Bool {
        if !(remote.isLoopback && exemptsLoopback), events.take(remote.network) != nil { return false }
        return eventsOfAll.take("") == nil
    }
}
