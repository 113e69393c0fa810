import Foundation

/// How much of the workers each user has had of late.
///
/// What somebody has used is forgotten by half in every ten seconds, so that who asks for little comes before who has
/// asked for much, and nobody waits for what he did yesterday.
struct UserShares {
    /// What is known of one user.
    private struct Share {
        /// Seconds of a worker, as of `instant`.
        var used = 0.0
        var instant: ContinuousClock.Instant
        /// Seconds that may be used by what runs.
        var reserved = 0.0
    }

    private var shares: [String: Share] = [:]

    /// After how many seconds half is forgotten.
    private static let halfLife = 10.0
    /// Seconds that make no difference.
    private static let trifle = 0.001

    /// Seconds of a worker that the user has had of late, and may have by what runs.
    func use(by user: String, at now: ContinuousClock.Instant) -> Double {
        guard let share = shares[user] else { return 0 }
        return share.reserved + Self.remembered(share, now)
    }

    /// A job of the user starts; until it is done it counts as if it took all the time that it may.
    mutating func begin(_ user: String, limit: Duration, at now: ContinuousClock.Instant) {
        shares[user, default: Share(instant: now)].reserved += limit / .seconds(1)
    }

    /// A job that was begun with this limit is done.
    mutating func end(_ user: String, limit: Duration, took: Duration, at now: ContinuousClock.Instant) {
        guard var share = shares[user] else { return }
        share.used = Self.remembered(share, now) + took / .seconds(1)
        share.instant = now
        share.reserved = max(0, share.reserved - limit / .seconds(1))
        shares[user] = share
        if shares.count > 1000 { forgetTrifles(now) }
    }

    private mutating func forgetTrifles(_ now: ContinuousClock.Instant) {
        shares = shares.filter { $0.value.reserved > Self.trifle || Self.remembered($0.value, now) > Self.trifle }
    }

    private static func remembered(_ share: Share, _ now: ContinuousClock.Instant) -> Double {
        let age: Double = (now - share.instant) / .seconds(1)
        return share.used * exp2(-age / halfLife)
    }
}
