/// How many failed sign-ins there may be; 0 is no limit.
public struct SignInLimits: Sendable, Equatable {
    /// A minute for each address and name.
    public var perMinute: Int
    /// In five minutes for each address, over all names.
    public var perAddress: Int
    /// Whether the limit for an address leaves out the machine itself: behind a proxy that nobody has told of, everybody
    /// seems to be there, and would be kept out together.
    public var exemptsLoopback: Bool

    /// The service's own limits, but for what is given.
    public init(perMinute: Int = 10, perAddress: Int = 20, exemptsLoopback: Bool = true) {
        self.perMinute = perMinute
        self.perAddress = perAddress
        self.exemptsLoopback = exemptsLoopback
    }
}

/// Keeps passwords from being guessed, many for one name or one for many names.
struct SignInThrottle: Sendable {
    private let byName: RateLimiter
    private let byAddress: RateLimiter
    private let exemptsLoopback: Bool

    init(_ limits: SignInLimits, clock: AccountClock) {
        byName = RateLimiter(limit: limits.perMinute, clock: clock)
        byAddress = RateLimiter(limit: limits.perAddress, seconds: 300, clock: clock)
        exemptsLoopback = limits.exemptsLoopback
    }

    /// Counts an attempt. nil when it may be made; else the seconds after which the next one may.
    func take(_ name: String, from remote: RemoteAddress) -> Int? {
        if let seconds = take(from: remote) { return seconds }
        guard let seconds = byName.take(key(name, remote)) else { return nil }
        giveBack(to: remote)
        return seconds
    }

    /// Takes back an attempt that has not failed.
    func giveBack(_ name: String, from remote: RemoteAddress) {
        byName.giveBack(key(name, remote))
        giveBack(to: remote)
    }

    /// The same for what is attempted without a name.
    func take(from remote: RemoteAddress) -> Int? {
        remote.isLoopback && exemptsLoopback ? nil : byAddress.take(remote.network)
    }

    private func giveBack(to remote: RemoteAddress) {
        byAddress.giveBack(remote.network)
    }

    /// The name comes from outside: a long one must not be remembered whole.
    private func key(_ name: String, _ remote: RemoteAddress) -> String {
        "\(remote.network)\0\(String.UnicodeScalarView(name.unicodeScalars.prefix(128)))"
    }
}
