/// A condition that did not come true.
public struct NeverCameTrue: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String
}

/// Returns when `condition` holds; fails when it does not within a minute, in which it was looked at often: on a busy
/// machine a minute may pass between two looks.
public func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    var looks = 0
    while try await !condition() {
        looks += 1
        guard ContinuousClock.now < deadline || looks < 100 else { throw NeverCameTrue(description: what) }
        try await Task.sleep(for: .milliseconds(5))
    }
}
