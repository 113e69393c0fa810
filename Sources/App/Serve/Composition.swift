package import Accounts
import API
import HTTPServer
package import Logging
package import ServiceLifecycle
package import Store
import Workers

/// Everything that runs in `math serve`, made from the settings in the order of dependence.
package struct Composition: Sendable {
    package let database: ServiceDatabase
    package let accounts: AccountService
    private let workers: WorkerPool
    private let events: EventCarriage
    /// The services: they start in the order of the list and stop in reverse, each when those above it have finished.
    package let group: ServiceGroup
    /// The administrator made because there was no account at all, and the file with its password.
    package let firstAdministrator: (name: String, passwordFile: String)?

    /// Opens the files and makes what is missing. Nothing listens yet.
    ///
    /// - Parameters:
    ///   - workerExecutable: what runs as `math worker`.
    ///   - onListening: called once with the bound port, when connections are accepted.
    /// - Throws: `StoreError`, `SecretKey.Problem` or ``SettingFaults``.
    package init(
        _ settings: Settings, workerExecutable: String, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        database = try ServiceDatabase(
            directory: settings.dataDirectory, durability: settings.durability, backlogLimit: settings.backlogLimit)
        let feed = EventFeed()
        events = try EventCarriage(settings, database: database, feed: feed, logger: logger)
        try await events.check(database, settings, logger: logger)
        if let failure = database.statistics.lastFailure {
            logger.error("Nothing can be written, and what is asked for is only read: \(failure)")
        }
        accounts = try await AccountService(opening: database, settings)
        try await accounts.bindOldSessions()
        firstAdministrator = try await FirstAdministrator.ensure(settings, accounts: accounts, logger: logger)
        let administration = LocalAdministration(database: database, accounts: accounts)
        let control = ControlServer(path: settings.controlSocketPath, logger: logger) {
            await administration.perform($0)
        }
        workers = WorkerPool(.init(settings, executable: workerExecutable), logger: logger)
        let http = HTTPService(
            configuration: ServiceConfiguration(settings), database: database, eventStore: events.reading, feed: feed,
            accounts: accounts, workers: workers, logger: logger, onListening: onListening)
        group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: events.services + [control, http], logger: logger))
    }

    /// Asks the services to finish what runs and to end.
    package func stop() {
        Task { [group] in await group.triggerGracefulShutdown() }
    }

    /// Lets go of the files, when the services have ended.
    package func close() {
        workers.stop()
        events.close()
        database.close()
    }
}

extension AccountService {
    /// The accounts of a database that is open, with the key and the limits of the settings.
    convenience init(opening database: ServiceDatabase, _ settings: Settings) async throws {
        await self.init(
            database: database,
            secretKey: try SecretKey.load(
                configured: settings.secretKey?.reveal(), directory: settings.dataDirectory),
            previousSecretKey: settings.previousSecretKey.map { Array($0.reveal().utf8) },
            accessTokenMinutes: settings.accessTokenMinutes,
            limits: settings.signInLimits,
            hashing: .standard(threads: Processors.count))
    }
}

extension ServiceConfiguration {
    init(_ settings: Settings) {
        var limits = ServerLimits()
        limits.shutdownDelay = settings.shutdownDelay
        self.init(
            host: settings.host, port: settings.port, metricsPort: settings.metricsPort,
            metricsToken: settings.metricsToken.map { SharedSecret($0.reveal()) }, corsOrigins: settings.corsOrigins,
            trustedProxies: settings.trustedProxies, rateLimitPerMinute: settings.rateLimitPerMinute,
            registration: settings.registration, allowsAnonymousV4: settings.allowsAnonymousV4,
            anonymousRateLimitPerMinute: settings.anonymousRateLimitPerMinute, accessLogEvery: settings.accessLogEvery,
            webRoot: settings.webRoot, documentationAssets: InstalledFiles.documentationAssets,
            version: Version.current, limits: limits)
    }
}

extension WorkerPool.Configuration {
    init(_ settings: Settings, executable: String) {
        self.init(
            executable: executable,
            width: settings.evaluationWorkers ?? max(2, Processors.count), timeLimit: settings.evaluationTimeLimit,
            memoryLimitMiB: settings.evaluationMemoryLimit)
    }
}
