internal import CFlint

/// What FLINT says before it ends the process.
public enum LastWords {
    /// Has it written as it is said, to standard output (FLINT 3) or standard error.
    public static func writeAtOnce() { flint_write_at_once() }
}
