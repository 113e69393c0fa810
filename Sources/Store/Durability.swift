/// What an acknowledged event survives.
public enum Durability: String, Sendable, CaseIterable {
    /// Loss of power: every commit waits for the disk (SQLite's `synchronous=FULL`).
    case power
    /// The end of the process, however it dies; loss of power may take the last commits (`NORMAL`).
    case process
}
