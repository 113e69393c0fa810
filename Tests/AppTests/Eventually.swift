import Testing

/// Returns when `condition` holds; fails the test when it does not within a minute.
func eventually(_ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        try #require(ContinuousClock.now < deadline, "the condition did not come true")
        await Task.yield()
    }
}
