internal import Glibc
internal import Synchronization

/// The access tokens that were verified lately, so that a request costs no signature and no query.
///
/// Two generations bound the memory: when the young one is full it becomes the old one, and what was not asked for
/// since is gone.
package final class VerifiedTokens: Sendable {
    private struct Entry {
        /// The whole token: the key is only a part of it.
        let text: [UInt8]
        let principal: Principal
    }

    private struct Generation {
        var entries: [UInt64: Entry] = [:]
        var keys: [Int64: [UInt64]] = [:]

        mutating func insert(_ entry: Entry, for key: UInt64) {
            let replaced = entries.updateValue(entry, forKey: key)
            if replaced?.principal.userID != entry.principal.userID {
                keys[entry.principal.userID, default: []].append(key)
            }
        }

        mutating func removeAll(of userID: Int64) {
            for key in keys.removeValue(forKey: userID) ?? [] where entries[key]?.principal.userID == userID {
                entries[key] = nil
            }
        }
    }

    private struct State {
        var young = Generation()
        var old = Generation()
        /// Counts the removals.
        var epoch = 0
    }

    private let state = Mutex(State())
    private let generationCapacity: Int

    package init(capacity: Int = 100_000) {
        generationCapacity = max(1, capacity / 2)
    }

    /// To be read before the database is, and handed to `insert`.
    package var epoch: Int {
        state.withLock { $0.epoch }
    }

    package func principal(for token: UnsafeBufferPointer<UInt8>, at time: Int64) -> Principal? {
        guard let key = Self.key(of: token) else { return nil }
        return state.withLock { state in
            if let entry = state.young.entries[key] {
                return Self.isValid(entry, token, time) ? entry.principal : nil
            }
            guard let entry = state.old.entries[key], Self.isValid(entry, token, time) else { return nil }
            insert(entry, for: key, in: &state)
            return entry.principal
        }
    }

    /// Not kept when tokens were removed since `epoch`: what was read then may no longer be so.
    package func insert(_ principal: Principal, for token: String, since epoch: Int) {
        let text = Array(token.utf8)
        guard let key = text.withUnsafeBufferPointer(Self.key(of:)) else { return }
        state.withLock { state in
            if state.epoch == epoch {
                insert(Entry(text: text, principal: principal), for: key, in: &state)
            }
        }
    }

    /// Forgets the tokens of an account: after a logout and each change to the account, once it is committed.
    package func removeAll(of userID: Int64) {
        state.withLock { state in
            state.epoch += 1
            state.young.removeAll(of: userID)
            state.old.removeAll(of: userID)
        }
    }

    /// Forgets the tokens of everybody.
    package func removeAll() {
        state.withLock { state in
            state.epoch += 1
            state.young = Generation()
            state.old = Generation()
        }
    }

    private func insert(_ entry: Entry, for key: UInt64, in state: inout State) {
        if state.young.entries.count >= generationCapacity {
            state.old = state.young
            state.young = Generation()
        }
        state.young.insert(entry, for: key)
    }

    private static func isValid(_ entry: Entry, _ token: UnsafeBufferPointer<UInt8>, _ time: Int64) -> Bool {
        guard entry.principal.expiresAt > time, entry.principal.issuedAt <= time + AccessTokens.tolerance,
            entry.text.count == token.count, let bytes = token.baseAddress
        else { return false }
        // A loop over the bytes takes ten times as long.
        return entry.text.withUnsafeBufferPointer { text in
            text.baseAddress.map { memcmp($0, bytes, text.count) == 0 } ?? false
        }
    }

    /// The last eight characters, which are random: they belong to the signature.
    private static func key(of token: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard token.count >= 8, let start = token.baseAddress else { return nil }
        return UnsafeRawPointer(start + (token.count - 8)).loadUnaligned(as: UInt64.self)
    }
}
