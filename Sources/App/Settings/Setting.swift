/// Every variable that the service reads, with its name in the environment and in `.env`.
package enum Setting: String, CaseIterable, Sendable {
    case host = "HOST"
    case port = "PORT"
    case dataDirectory = "DATA_DIR"
    case portFile = "PORT_FILE"
    case metricsPort = "METRICS_PORT"
    case metricsToken = "METRICS_TOKEN"
    case secretKey = "SECRET_KEY"
    case previousSecretKey = "SECRET_KEY_PREVIOUS"
    case accessTokenMinutes = "ACCESS_TOKEN_EXPIRE_MINUTES"
    case adminUsername = "ADMIN_USERNAME"
    case adminPassword = "ADMIN_PASSWORD"
    case corsOrigins = "CORS_ORIGINS"
    case trustedProxies = "TRUSTED_PROXIES"
    case kafkaBroker = "KAFKA_BROKER"
    case kafkaTopic = "KAFKA_TOPIC"
    case kafkaGroup = "KAFKA_GROUP_ID"
    case kafkaPartitions = "KAFKA_PARTITIONS"
    case backlogRows = "BACKLOG_MAX_ROWS"
    case backlogBytes = "BACKLOG_MAX_BYTES"
    case sqliteDatabase = "SQLITE_DB"
    case eventDurability = "EVENT_DURABILITY"
    case webRoot = "WEB_ROOT"
    case logLevel = "LOG_LEVEL"
    case logFormat = "LOG_FORMAT"
    case accessLogEvery = "ACCESS_LOG_EVERY"
    case registration = "REGISTRATION"
    case rateLimit = "RATE_LIMIT_PER_MINUTE"
    case loginRateLimit = "LOGIN_RATE_LIMIT_PER_MINUTE"
    case loginRateLimitPerAddress = "LOGIN_RATE_LIMIT_PER_ADDRESS"
    case evaluationTimeLimit = "EVALUATION_TIME_LIMIT_MS"
    case evaluationMemoryLimit = "EVALUATION_MEMORY_LIMIT_MB"
    case evaluationWorkers = "EVALUATION_WORKERS"
    case shutdownDelay = "SHUTDOWN_DELAY_SECONDS"
    case allowAnonymousV4 = "ALLOW_ANONYMOUS_V4"
    case anonymousRateLimit = "ANONYMOUS_RATE_LIMIT_PER_MINUTE"
    case appEnvironment = "APP_ENV"

    /// The variable's name.
    package var name: String { rawValue }

    /// The flag's name without the dashes in front: `DATA_DIR` is `data-dir`.
    package var flag: String {
        rawValue.lowercased().map { $0 == "_" ? "-" : String($0) }.joined()
    }

    /// A secret has no flag, since every user of the machine can read a process's arguments, and is never quoted.
    package var isSecret: Bool {
        switch self {
        case .secretKey, .previousSecretKey, .adminPassword, .metricsToken: true
        default: false
        }
    }

    /// The variable that names a file with the secret instead; nil for what is none.
    package var fileVariable: String? { isSecret ? name + SecretFile.suffix : nil }

    /// One line for the help.
    package var summary: String {
        switch self {
        case .host: "Address or host name to listen on; default 127.0.0.1."
        case .port: "Port to listen on, 0 for any free one; default 8000."
        case .dataDirectory: "Directory of the databases and the key, made when absent; default ./data."
        case .portFile: "File that holds the port while the service listens, for PORT=0."
        case .metricsPort: "Port of its own for /metrics, which is then on no other."
        case .metricsToken: "Bearer token that /metrics asks for."
        case .previousSecretKey: "The key before SECRET_KEY, whose tokens are still good; unset: they are not."
        case .secretKey: "Key of the tokens, at least 32 bytes; made once when unset."
        case .accessTokenMinutes: "Minutes that an access token is valid; default 30."
        case .adminUsername: "Administrator made at start when absent, with ADMIN_PASSWORD."
        case .adminPassword: "That administrator's password."
        case .corsOrigins: "Origins whose pages may call the service; default http://localhost:5173."
        case .trustedProxies: "Proxies whose X-Forwarded-For is believed, addresses and networks like 10.0.0.0/8."
        case .kafkaBroker: "Kafka's bootstrap servers, host:port[,host:port]; without, no Kafka is used."
        case .kafkaTopic: "Name of the topic of the events; default logs."
        case .kafkaGroup: "Consumer group of math consume; default event-logger."
        case .kafkaPartitions: "Partitions of the topic when it has to be made; default 3."
        case .backlogRows: "Events that may wait to be carried on, past which operations are refused; default 1000000."
        case .backlogBytes: "Bytes of events that may wait to be carried on; default 1073741824."
        case .sqliteDatabase: "File of the event store; default events.db in the data directory."
        case .eventDurability: "What an acknowledged event survives, power or process; default power."
        case .webRoot: "Directory of static files served at /; default the built or installed web app."
        case .logLevel: "trace, debug, info, notice, warning, error or critical; default info."
        case .logFormat: "json or text; default json, text on a terminal."
        case .accessLogEvery: "Of so many successful requests one is logged, 0 for none; default 0."
        case .rateLimit: "Requests a minute for each user, 0 for no limit; default 0."
        case .registration: "closed, open, or how many may register a minute from each address; default 30."
        case .loginRateLimitPerAddress:
            "Failed logins in 5 minutes for each address, over all names, 0 for no limit; default 20."
        case .anonymousRateLimit:
            "Calculations a minute for each address without a token, 0 for no limit; default 60."
        case .loginRateLimit: "Failed logins a minute for each address and name, 0 for no limit; default 10."
        case .evaluationTimeLimit: "Milliseconds that one calculation may take; default 2000."
        case .evaluationMemoryLimit: "MiB of memory that one calculation may take; default 256."
        case .evaluationWorkers: "Processes that calculate; default one for each processor, at least 2."
        case .shutdownDelay: "Seconds that /readyz says 503 before a stop begins to refuse connections; default 0."
        case .allowAnonymousV4: "true: /v4/ answers without a token too; default false."
        case .appEnvironment: "development or production, which refuses weak secrets; default development."
        }
    }
}
