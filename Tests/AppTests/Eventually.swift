import Testing

/// Returns when `condition` holds; fails the test when it does not within a minute, in which it was looked at often: on a
/// busy machine a minute may pass between two looks.
func eventually(_ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    var looks = 0
    while try await !condition() {
        looks += 1
        try #require(ContinuousClock.now < deadline || looks < 100, "the condition did not come true")
        try await Task.sleep(for: .milliseconds(5))
    }
}
