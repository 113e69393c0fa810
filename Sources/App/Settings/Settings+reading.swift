import Accounts
import Kafka

extension Settings {
    /// What the settings are read for.
    package enum Use: Sendable {
        /// The HTTP service, and commands about its accounts.
        case service
        /// `math consume`, which has neither accounts nor an address.
        case consumer
    }

    /// Reads every setting by itself, and then checks what they must be together; nothing is opened or made.
    ///
    /// - Throws: all the faults at once.
    package init(reading sources: SettingSources, for use: Use = .service) throws(SettingFaults) {
        self.init()
        var reader = SettingsReader(sources)
        for setting in DeclaredSettings.all where use == .service || setting.description.isOfConsumer {
            read(setting, from: &reader)
        }
        if reader.text(Self.declared.logFormat.description) == nil, sources.logsToTerminal { self.logFormat = .text }
        checkStorage(&reader)
        readKafkaProperties(&reader, for: use)
        switch use {
        case .service:
            if self.webRoot == nil { self.webRoot = InstalledFiles.webApp }
            checkSecretKeys(&reader)
            checkAdministrator(&reader)
            checkMetrics(&reader)
        case .consumer:
            let broker = Self.declared.kafkaBroker.description
            if reader.text(broker) == nil {
                reader.refuse(broker, "is missing; math consume reads the topic from there.")
            }
        }
        guard reader.faults.isEmpty else { throw SettingFaults(reader.faults) }
    }

    private func checkStorage(_ reader: inout SettingsReader) {
        if let path = self.sqliteDatabase, FileSystem.isSamePath(path, "\(self.dataDirectory)/service.db") {
            reader.refuse(
                Self.declared.sqliteDatabase.description,
                "\(quoted(path)) holds the accounts and the journal; choose another file.")
        }
    }

    private mutating func readKafkaProperties(_ reader: inout SettingsReader, for use: Use) {
        kafkaProperties = reader.kafkaProperties()
        // Properties are tried together only when each of them is good.
        let isTried = !reader.faults.contains { $0.name.hasPrefix("KAFKA_") }
        guard self.kafkaBroker != nil, isTried else { return }
        let conflict =
            switch use {
            case .service: KafkaSettings.conflict(producerProperties, as: .producer)
            case .consumer: KafkaSettings.conflict(consumerProperties(store: ""), as: .consumer)
            }
        if let conflict { reader.refuse(conflict.variable, conflict.problem) }
    }

    private func checkSecretKeys(_ reader: inout SettingsReader) {
        let (key, previous) = (Self.declared.secretKey.description, Self.declared.previousSecretKey.description)
        // A key that could not be read is no key that is not set.
        if !reader.refused(key),
            let problem = SecretRules.problem(
                with: self.secretKey, in: self.environment, dataDirectory: self.dataDirectory)
        {
            reader.refuse(key, problem)
        }
        if let problem = SecretRules.problem(withPrevious: self.previousSecretKey, of: self.secretKey) {
            reader.refuse(previous, problem)
        }
    }

    private func checkAdministrator(_ reader: inout SettingsReader) {
        let (username, password) = (Self.declared.adminUsername.description, Self.declared.adminPassword.description)
        guard !reader.refused(password) else { return }
        switch (self.adminUsername, self.adminPassword) {
        case (let name?, let secret?):
            do throws(AccountError) {
                _ = try Registration(username: name, password: secret.reveal()).checked()
            } catch {
                for fault in error.faults {
                    reader.refuse(fault.field == "password" ? password : username, "\(fault.message).")
                }
            }
        case (_?, nil): reader.refuse(password, "is missing; \(username.name) needs it.")
        case (nil, _?): reader.refuse(username, "is missing; \(password.name) needs it.")
        case (nil, nil): break
        }
    }

    private func checkMetrics(_ reader: inout SettingsReader) {
        if let port = self.metricsPort, port == self.port {
            reader.refuse(Self.declared.metricsPort.description, "is PORT; choose another, or unset it.")
        }
        if let problem = SecretRules.problem(withToken: self.metricsToken, in: self.environment) {
            reader.refuse(Self.declared.metricsToken.description, problem)
        }
    }
}
