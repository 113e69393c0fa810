import API
import Accounts
import Kafka
import Logging
import Store

extension Settings {
    /// What the settings are read for.
    package enum Use: Sendable {
        /// The HTTP service, and commands about its accounts.
        case service
        /// `math consume`, which has neither accounts nor an address.
        case consumer
    }

    /// Reads every setting and checks it; nothing is opened or made.
    ///
    /// - Throws: all the faults at once.
    package init(reading sources: SettingSources, for use: Use = .service) throws(SettingFaults) {
        self.init()
        var reader = SettingsReader(sources)
        readEnvironment(&reader)
        readStorage(&reader)
        readKafka(&reader, for: use)
        readLogging(&reader, toTerminal: sources.logsToTerminal)
        switch use {
        case .service:
            readAddress(&reader)
            readPlaces(&reader)
            readAccounts(&reader)
            readLimits(&reader)
            readMetrics(&reader)
        case .consumer:
            if kafkaBroker == nil, reader.text(.kafkaBroker) == nil {
                reader.refuse(.kafkaBroker, "is missing; math consume reads the topic from there.")
            }
        }
        guard reader.faults.isEmpty else { throw SettingFaults(reader.faults) }
    }

    private mutating func readEnvironment(_ reader: inout SettingsReader) {
        environment = reader.choice(.appEnvironment, of: AppEnvironment.self) ?? environment
    }

    private mutating func readAddress(_ reader: inout SettingsReader) {
        host = reader.text(.host, refusedBecause: SettingRules.host) ?? host
        port = reader.integer(.port, in: 0...65535) ?? port
        portFile = reader.text(.portFile, refusedBecause: SettingRules.newFile)
        if let origins = reader.list(.corsOrigins) {
            corsOrigins = origins
            origins.compactMap(SettingRules.origin).forEach { reader.refuse(.corsOrigins, $0) }
        }
        for text in reader.list(.trustedProxies) ?? [] {
            guard let range = AddressRange(text) else {
                reader.refuse(
                    .trustedProxies, "\(quoted(text)) is no address and no network; write it like 10.0.0.0/8.")
                continue
            }
            trustedProxies.append(range)
        }
    }

    private mutating func readMetrics(_ reader: inout SettingsReader) {
        metricsPort = reader.integer(.metricsPort, in: 1...65535)
        if let metricsPort, metricsPort == port { reader.refuse(.metricsPort, "is PORT; choose another, or unset it.") }
        metricsToken = reader.secret(.metricsToken)
        if let problem = SecretRules.problem(withToken: metricsToken, in: environment) {
            reader.refuse(.metricsToken, problem)
        }
    }

    private mutating func readStorage(_ reader: inout SettingsReader) {
        dataDirectory = reader.text(.dataDirectory, refusedBecause: SettingRules.path) ?? dataDirectory
        if controlSocketPath.utf8.count > ControlSocket.longestPath {
            let limit = ControlSocket.longestPath - ControlSocket.fileName.utf8.count - 1
            reader.refuse(
                .dataDirectory,
                "\(quoted(dataDirectory)) is too long for the socket kept in it (\(limit) bytes at most); "
                    + "choose a shorter path, or one relative to the working directory.")
        }
        sqliteDatabase = reader.text(.sqliteDatabase, refusedBecause: SettingRules.path)
        if let path = sqliteDatabase, FileSystem.isSamePath(path, "\(dataDirectory)/service.db") {
            reader.refuse(.sqliteDatabase, "\(quoted(path)) holds the accounts and the journal; choose another file.")
        }
        durability = reader.choice(.eventDurability, of: Durability.self) ?? durability
    }

    private mutating func readPlaces(_ reader: inout SettingsReader) {
        if let root = reader.text(.webRoot) {
            webRoot = root
            if !FileSystem.isDirectory(root) {
                reader.refuse(.webRoot, "\(quoted(root)) is not a directory; build the web app, or unset it.")
            }
        } else {
            webRoot = InstalledFiles.webApp
        }
    }

    private mutating func readAccounts(_ reader: inout SettingsReader) {
        accessTokenMinutes = reader.integer(.accessTokenMinutes, in: 1...525_600) ?? accessTokenMinutes
        readSecretKeys(&reader)
        let before = reader.faults.count
        let (username, password) = (reader.text(.adminUsername), reader.secret(.adminPassword))
        guard reader.faults.count == before else { return }
        switch (username, password) {
        case (let username?, let password?):
            administrator = Administrator(username: username, password: password)
            checkAdministrator(username, password, &reader)
        case (_?, nil): reader.refuse(.adminPassword, "is missing; ADMIN_USERNAME needs it.")
        case (nil, _?): reader.refuse(.adminUsername, "is missing; ADMIN_PASSWORD needs it.")
        case (nil, nil): break
        }
    }

    private mutating func readSecretKeys(_ reader: inout SettingsReader) {
        let before = reader.faults.count
        secretKey = reader.secret(.secretKey)
        // A key that could not be read is no key that is not set.
        if reader.faults.count == before,
            let problem = SecretRules.problem(with: secretKey, in: environment, dataDirectory: dataDirectory)
        {
            reader.refuse(.secretKey, problem)
        }
        previousSecretKey = reader.secret(.previousSecretKey)
        if let problem = SecretRules.problem(withPrevious: previousSecretKey, of: secretKey) {
            reader.refuse(.previousSecretKey, problem)
        }
    }

    private func checkAdministrator(_ username: String, _ password: Secret, _ reader: inout SettingsReader) {
        do throws(AccountError) {
            _ = try Registration(username: username, password: password.reveal()).checked()
        } catch {
            for fault in error.faults {
                reader.refuse(fault.field == "password" ? .adminPassword : .adminUsername, "\(fault.message).")
            }
        }
    }

    private mutating func readKafka(_ reader: inout SettingsReader, for use: Use) {
        kafkaBroker = reader.text(.kafkaBroker, refusedBecause: KafkaSettings.broker)
        topic = reader.text(.kafkaTopic, refusedBecause: SettingRules.topic) ?? topic
        kafkaGroup = reader.text(.kafkaGroup) ?? kafkaGroup
        kafkaPartitions = reader.integer(.kafkaPartitions, in: 1...10_000) ?? kafkaPartitions
        backlogLimit.rows = reader.integer(.backlogRows, in: 1...1_000_000_000) ?? backlogLimit.rows
        backlogLimit.bytes = reader.integer(.backlogBytes, in: 1...1 << 40) ?? backlogLimit.bytes
        kafkaProperties = reader.kafkaProperties()
        guard kafkaBroker != nil, reader.faults.isEmpty else { return }
        let conflict =
            switch use {
            case .service: KafkaSettings.conflict(producerProperties, as: .producer)
            case .consumer: KafkaSettings.conflict(consumerProperties(store: ""), as: .consumer)
            }
        if let conflict { reader.refuse(conflict.variable, conflict.problem) }
    }

    private mutating func readLogging(_ reader: inout SettingsReader, toTerminal: Bool) {
        logLevel = reader.choice(.logLevel, of: Logger.Level.self) ?? logLevel
        accessLogEvery = reader.integer(.accessLogEvery, in: 0...1_000_000_000) ?? accessLogEvery
        logFormat = reader.choice(.logFormat, of: LogFormat.self) ?? (toTerminal ? .text : .json)
    }

    private mutating func readLimits(_ reader: inout SettingsReader) {
        rateLimitPerMinute = reader.integer(.rateLimit, in: 0...10_000_000) ?? rateLimitPerMinute
        readAddressLimits(&reader)
        if let milliseconds = reader.integer(.evaluationTimeLimit, in: 10...60_000) {
            evaluationTimeLimit = .milliseconds(milliseconds)
        }
        evaluationMemoryLimit = reader.integer(.evaluationMemoryLimit, in: 16...65_536) ?? evaluationMemoryLimit
        evaluationWorkers = reader.integer(.evaluationWorkers, in: 1...256)
        if let seconds = reader.integer(.shutdownDelay, in: 0...60) { shutdownDelay = .seconds(seconds) }
        allowsAnonymousV4 = reader.choice(.allowAnonymousV4, of: Switch.self) == .on
    }

    private mutating func readAddressLimits(_ reader: inout SettingsReader) {
        if let text = reader.text(.registration) {
            if let policy = RegistrationPolicy(text) {
                registration = policy
            } else {
                reader.refuse(.registration, "\(quoted(text)) is not \(RegistrationPolicy.choices).")
            }
        }
        let range = 0...10_000_000
        signInLimits.perMinute = reader.integer(.loginRateLimit, in: range) ?? signInLimits.perMinute
        signInLimits.perAddress = reader.integer(.loginRateLimitPerAddress, in: range) ?? signInLimits.perAddress
        signInLimits.exemptsLoopback = trustedProxies.isEmpty
        anonymousRateLimitPerMinute =
            reader.integer(.anonymousRateLimit, in: range) ?? anonymousRateLimitPerMinute
    }
}
