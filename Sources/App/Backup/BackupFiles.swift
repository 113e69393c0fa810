/// The files that a backup holds, and where they are in use.
struct BackupFiles {
    static let events = "events.db"
    static let service = "service.db"
    static let key = "secret.key"
    static let names = [events, service, key]

    /// The event store, wherever the settings have it.
    let eventStore: String
    let serviceDatabase: String
    let secretKey: String

    init(_ settings: Settings) {
        eventStore = settings.eventStorePath
        serviceDatabase = settings.dataDirectory + "/" + Self.service
        secretKey = settings.dataDirectory + "/" + Self.key
    }
}
