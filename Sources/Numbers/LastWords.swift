internal import CFlint

/// What GMP and FLINT say before they end the process.
public enum LastWords {
    /// Has them say it, on standard output (FLINT 3) or standard error, as it comes. For a process of their own: to be
    /// called before the first number is made.
    public static func prepare() { flint_speak() }
}
