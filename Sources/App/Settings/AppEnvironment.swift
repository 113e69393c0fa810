/// What the service is run for: production refuses what is only good enough for trying things out.
package enum AppEnvironment: String, Sendable, CaseIterable {
    case development
    case production
}
