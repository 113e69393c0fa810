/// Does what may take longer than a millisecond where no socket waits for it.
package func offEventLoop<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(executorPreference: globalConcurrentExecutor) { try await work() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}
