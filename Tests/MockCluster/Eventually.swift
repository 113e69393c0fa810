/// A condition that did not come true.
public struct NeverCameTrue: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String
}

/// Returns when `condition` holds; fails when it does not within a minute.
public func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw NeverCameTrue(description: what) }
        try await Task.sleep(for: .milliseconds(5))
    }
}
