package import API
package import Accounts
package import Logging
package import Store

/// Everything the service can be told, read once and checked: below this, code receives plain values.
package struct Settings: Sendable {
    package var host = "127.0.0.1"
    /// 0 means any free port.
    package var port = 8000
    /// Where the port is written while the service listens.
    package var portFile: String?
    package var dataDirectory = "./data"
    /// Where `/metrics` has a port of its own.
    package var metricsPort: Int?
    /// What whoever reads `/metrics` has to send.
    package var metricsToken: Secret?
    /// Nil means the key kept in the data directory, made when absent.
    package var secretKey: Secret?
    /// The key before, whose tokens are still good.
    package var previousSecretKey: Secret?
    package var accessTokenMinutes = 30
    /// The administrator to make at start when absent.
    package var administrator: Administrator?
    package var corsOrigins = ["http://localhost:5173"]
    /// Proxies whose word about where a request came from is taken.
    package var trustedProxies: [AddressRange] = []
    /// Kafka's bootstrap servers; nil means that this process keeps the event store itself.
    package var kafkaBroker: String?
    package var topic = "logs"
    package var kafkaGroup = "event-logger"
    /// How many partitions the topic gets when it has to be made.
    package var kafkaPartitions = 3
    /// Properties of librdkafka by their names. Any of them may be a password.
    package var kafkaProperties: [String: Secret] = [:]
    package var backlogLimit = BacklogLimit.standard
    /// Nil means `events.db` in the data directory.
    package var sqliteDatabase: String?
    package var durability = Durability.power
    package var webRoot: String?
    package var logLevel = Logger.Level.info
    package var logFormat = LogFormat.json
    /// Of so many successful requests one is logged; 0 is none.
    package var accessLogEvery = 0
    /// Requests a minute for each user; 0 is no limit.
    package var rateLimitPerMinute = 0
    /// Who may register.
    package var registration = RegistrationPolicy.perMinute(30)
    package var signInLimits = SignInLimits()
    package var evaluationTimeLimit = Duration.milliseconds(2000)
    /// In MiB.
    package var evaluationMemoryLimit = 256
    /// Nil means one for each processor, at least two.
    package var evaluationWorkers: Int?
    /// How long a service that is told to stop goes on accepting connections.
    package var shutdownDelay = Duration.zero
    /// Whether `/v4/` answers without a token too.
    package var allowsAnonymousV4 = false
    /// Calculations a minute for each address without a token; 0 is no limit.
    package var anonymousRateLimitPerMinute = 60
    package var environment = AppEnvironment.development

    /// The name and password of an administrator.
    package struct Administrator: Sendable, Equatable {
        package let username: String
        package let password: Secret
    }

    /// The defaults.
    package init() {}

    /// The file of the event store.
    package var eventStorePath: String {
        sqliteDatabase ?? "\(dataDirectory)/events.db"
    }

    /// Where a running consumer says how it is.
    package var consumerSocketPath: String {
        (eventStorePath.hasSuffix(".db") ? String(eventStorePath.dropLast(3)) : eventStorePath) + ".sock"
    }

    /// Where the password of the first administrator is handed over.
    package var firstPasswordPath: String {
        "\(dataDirectory)/admin-password"
    }

    /// Where the running service takes commands from the machine itself.
    package var controlSocketPath: String {
        "\(dataDirectory)/control.sock"
    }
}
