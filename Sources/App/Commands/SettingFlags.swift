import ArgumentParser

extension Option where Value == String? {
    /// The flag of a setting, its name and help taken from the setting.
    init(_ setting: Setting) {
        self.init(
            name: .customLong(setting.flag),
            help: ArgumentHelp("\(setting.summary) ($\(setting.name))", valueName: "value"))
    }
}

/// The flags of `math consume`.
struct ConsumerFlags: ParsableArguments {
    @Option(.dataDirectory) var dataDirectory: String?
    @Option(.kafkaBroker) var kafkaBroker: String?
    @Option(.kafkaTopic) var kafkaTopic: String?
    @Option(.kafkaGroup) var kafkaGroup: String?
    @Option(.sqliteDatabase) var sqliteDatabase: String?
    @Option(.logLevel) var logLevel: String?
    @Option(.logFormat) var logFormat: String?

    /// The flags that were given.
    var values: [Setting: String] {
        let all: [Setting: String?] = [
            .dataDirectory: dataDirectory, .kafkaBroker: kafkaBroker, .kafkaTopic: kafkaTopic,
            .kafkaGroup: kafkaGroup, .sqliteDatabase: sqliteDatabase, .logLevel: logLevel, .logFormat: logFormat,
        ]
        return all.compactMapValues { $0 }
    }
}

/// A flag for every setting of the service that is not a secret.
struct SettingFlags: ParsableArguments {
    @Option(.host) var host: String?
    @Option(.port) var port: String?
    @Option(.portFile) var portFile: String?
    @Option(.metricsPort) var metricsPort: String?
    @Option(.dataDirectory) var dataDirectory: String?
    @Option(.accessTokenMinutes) var accessTokenMinutes: String?
    @Option(.adminUsername) var adminUsername: String?
    @Option(.corsOrigins) var corsOrigins: String?
    @Option(.trustedProxies) var trustedProxies: String?
    @Option(.kafkaBroker) var kafkaBroker: String?
    @Option(.kafkaTopic) var kafkaTopic: String?
    @Option(.kafkaPartitions) var kafkaPartitions: String?
    @Option(.backlogRows) var backlogRows: String?
    @Option(.backlogBytes) var backlogBytes: String?
    @Option(.sqliteDatabase) var sqliteDatabase: String?
    @Option(.eventDurability) var eventDurability: String?
    @Option(.webRoot) var webRoot: String?
    @Option(.logLevel) var logLevel: String?
    @Option(.logFormat) var logFormat: String?
    @Option(.accessLogEvery) var accessLogEvery: String?
    @Option(.registration) var registration: String?
    @Option(.rateLimit) var rateLimit: String?
    @Option(.loginRateLimit) var loginRateLimit: String?
    @Option(.loginRateLimitPerAddress) var loginRateLimitPerAddress: String?
    @Option(.evaluationTimeLimit) var evaluationTimeLimit: String?
    @Option(.evaluationMemoryLimit) var evaluationMemoryLimit: String?
    @Option(.evaluationWorkers) var evaluationWorkers: String?
    @Option(.allowAnonymousV4) var allowAnonymousV4: String?
    @Option(.anonymousRateLimit) var anonymousRateLimit: String?
    @Option(.shutdownDelay) var shutdownDelay: String?
    @Option(.appEnvironment) var appEnvironment: String?

    /// The flags that were given.
    var values: [Setting: String] {
        let all: [Setting: String?] = [
            .host: host, .port: port, .portFile: portFile, .metricsPort: metricsPort,
            .dataDirectory: dataDirectory, .accessTokenMinutes: accessTokenMinutes,
            .adminUsername: adminUsername, .corsOrigins: corsOrigins, .trustedProxies: trustedProxies,
            .kafkaBroker: kafkaBroker,
            .kafkaTopic: kafkaTopic, .kafkaPartitions: kafkaPartitions, .backlogRows: backlogRows,
            .backlogBytes: backlogBytes, .sqliteDatabase: sqliteDatabase, .eventDurability: eventDurability,
            .webRoot: webRoot, .logLevel: logLevel, .logFormat: logFormat,
            .accessLogEvery: accessLogEvery, .rateLimit: rateLimit, .loginRateLimit: loginRateLimit,
            .registration: registration, .loginRateLimitPerAddress: loginRateLimitPerAddress,
            .anonymousRateLimit: anonymousRateLimit,
            .evaluationTimeLimit: evaluationTimeLimit, .evaluationMemoryLimit: evaluationMemoryLimit,
            .evaluationWorkers: evaluationWorkers, .allowAnonymousV4: allowAnonymousV4, .shutdownDelay: shutdownDelay,
            .appEnvironment: appEnvironment,
        ]
        return all.compactMapValues { $0 }
    }
}
