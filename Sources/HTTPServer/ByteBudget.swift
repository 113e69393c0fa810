import Synchronization

/// How much memory is given to something that clients can make large, over all and for each of them.
///
/// Whoever holds nothing yet gets something as long as there is any: one who has taken much keeps nobody out.
package final class ByteBudget: Sendable {
    private struct State {
        var taken = 0
        var holders: [String: Int] = [:]
    }

    /// Bytes for one holder.
    package let each: Int
    private let total: Int
    private let state = Mutex(State())

    package init(total: Int, each: Int) {
        self.total = total
        self.each = each
    }

    /// What a holder has taken; given back when nobody refers to it any more.
    package final class Share: Sendable {
        private let budget: ByteBudget
        private let holder: String
        private let bytes = Mutex(0)

        fileprivate init(_ budget: ByteBudget, _ holder: String) {
            self.budget = budget
            self.holder = holder
        }

        /// Makes the share at least so large.
        /// - Returns: false where there is no room for that.
        package func reserve(_ count: Int) -> Bool {
            bytes.withLock { bytes in
                guard count > bytes else { return true }
                guard budget.take(count - bytes, for: holder) else { return false }
                bytes = count
                return true
            }
        }

        deinit {
            budget.giveBack(bytes.withLock { $0 }, of: holder)
        }
    }

    /// A share with nothing in it.
    package func share(of holder: String) -> Share { Share(self, holder) }

    /// A share of so many bytes; nil where there is no room for it.
    package func share(of holder: String, bytes: Int) -> Share? {
        let share = share(of: holder)
        return share.reserve(bytes) ? share : nil
    }

    /// Whether a holder may take any more.
    package func hasRoom(for holder: String) -> Bool {
        state.withLock { $0.taken < total && $0.holders[holder, default: 0] < each }
    }

    /// Whether a holder has anything.
    package func isHeld(by holder: String) -> Bool {
        state.withLock { $0.holders[holder] != nil }
    }

    private func take(_ bytes: Int, for holder: String) -> Bool {
        state.withLock { state in
            let own = state.holders[holder, default: 0]
            // The first of a holder may be as large as it is: there is a limit to that elsewhere.
            guard state.taken + bytes <= total, own == 0 || own + bytes <= each else { return false }
            state.taken += bytes
            state.holders[holder] = own + bytes
            return true
        }
    }

    private func giveBack(_ bytes: Int, of holder: String) {
        guard bytes > 0 else { return }
        state.withLock { state in
            state.taken -= bytes
            let left = state.holders[holder, default: bytes] - bytes
            state.holders[holder] = left > 0 ? left : nil
        }
    }
}
