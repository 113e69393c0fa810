internal import CFlint

/// What FLINT and Arb keep for each thread: constants to the precision they were last needed, and small spare blocks.
public enum NumberCaches {
    /// Gives the calling thread's caches back. Numbers that live on are not touched. Call it at the end of a thread
    /// that has calculated, because nothing else frees what the thread leaves.
    public static func releaseThread() {
        flint_cleanup()
    }
}
