package import API
package import Logging
package import Store

/// Every setting, in the order of the help, the documents and the faults.
///
/// A property here is all that a setting needs beside the place where it acts, which reads ``Settings`` by the
/// property's name.
package struct DeclaredSettings: Sendable {
    package let host = Setting(
        "HOST", default: "127.0.0.1", "Address or host name to listen on", .ofContainer,
        refusedBecause: SettingRules.host)
    package let port = Setting(
        "PORT", default: 8000, in: 0...65535, "Port to listen on, 0 for any free one", .ofContainer)
    package let portFile = Setting<String?>(
        "PORT_FILE", "File that holds the port while the service listens, for PORT=0", .ofContainer,
        refusedBecause: SettingRules.newFile)
    package let metricsPort = Setting<Int?>(
        "METRICS_PORT", in: 1...65535, "Port of its own for /metrics, which is then on no other", .ofContainer)
    package let metricsToken = Setting<Secret?>(secret: "METRICS_TOKEN", "Bearer token that /metrics asks for")
    package let dataDirectory = Setting(
        "DATA_DIR", default: "./data", "Directory of the databases and the key, made when absent",
        .flags([.serve, .consume, .data, .user]), .ofConsumer, .ofContainer,
        .remark("It holds service.db (accounts, journal), events.db and secret.key, for its owner alone."),
        refusedBecause: SettingRules.dataDirectory)
    package let accessTokenMinutes = Setting(
        "ACCESS_TOKEN_EXPIRE_MINUTES", default: 30, in: 1...525_600, "Minutes that an access token is valid")
    package let secretKey = Setting<Secret?>(
        secret: "SECRET_KEY", "Key of the tokens, at least 32 bytes; made once when unset",
        .remark("Everybody is signed out when it changes, unless the key before it is given too."))
    package let previousSecretKey = Setting<Secret?>(
        secret: "SECRET_KEY_PREVIOUS", "The key before SECRET_KEY, whose tokens are still good; unset: they are not")
    package let adminUsername = Setting<String?>(
        "ADMIN_USERNAME", "Administrator made at start when absent, with ADMIN_PASSWORD",
        .remark("Without, the first start makes `admin`, and a file admin-password in DATA_DIR."))
    package let adminPassword = Setting<Secret?>(secret: "ADMIN_PASSWORD", "That administrator's password")
    package let corsOrigins = Setting(
        "CORS_ORIGINS", default: ["http://localhost:5173"], shown: "http://localhost:5173",
        "Origins whose pages may call the service", .remark("Commas separate them.")
    ) { text, origins in
        origins.append(text)
        return SettingRules.origin(text)
    }
    package let trustedProxies = Setting<[AddressRange]>(
        "TRUSTED_PROXIES", default: [], shown: nil,
        "Proxies whose X-Forwarded-For is believed, addresses and networks like 10.0.0.0/8",
        .example("172.16.0.0/12,192.168.0.0/16"),
        .remark(
            "Commas separate them. Unset, nobody; Compose: the networks that Docker makes for its containers. Name your "
                + "proxy's alone when others of these can reach the ports.")
    ) { text, ranges in
        guard let range = AddressRange(text) else {
            return "\(quoted(text)) is no address and no network; write it like 10.0.0.0/8."
        }
        ranges.append(range)
        return nil
    }
    package let kafkaBroker = Setting<String?>(
        "KAFKA_BROKER", "Kafka's bootstrap servers, host:port[,host:port]; without, no Kafka is used",
        .flags([.serve, .consume]), .ofConsumer, .example("zookeeper-kafka:9092"),
        .remark("Outside of Compose: unset, and the service keeps the event store itself."),
        refusedBecause: KafkaSettings.broker)
    package let topic = Setting(
        "KAFKA_TOPIC", default: "logs", "Name of the topic of the events", .flags([.serve, .consume]), .ofConsumer,
        refusedBecause: SettingRules.topic)
    package let kafkaGroup = Setting(
        "KAFKA_GROUP_ID", default: "event-logger", "Consumer group of math consume", .flags(.consume), .ofConsumer)
    package let kafkaPartitions = Setting(
        "KAFKA_PARTITIONS", default: 3, in: 1...10_000, "Partitions of the topic when it has to be made", .ofConsumer)
    package let backlogRows = Setting(
        "BACKLOG_MAX_ROWS", default: BacklogLimit.standard.rows, in: 1...1_000_000_000,
        "Events that may wait to be carried on, past which operations are refused", .ofConsumer)
    package let backlogBytes = Setting(
        "BACKLOG_MAX_BYTES", default: BacklogLimit.standard.bytes, in: 1...1 << 40,
        "Bytes of events that may wait to be carried on", .ofConsumer)
    package let sqliteDatabase = Setting<String?>(
        "SQLITE_DB", instead: "events.db in the data directory", "File of the event store",
        .flags([.serve, .consume, .data]), .ofConsumer, .ofContainer, .example("./data/events.db"),
        refusedBecause: SettingRules.path)
    package let durability = Setting(
        "EVENT_DURABILITY", default: Durability.power, "What an acknowledged event survives, power or process",
        .ofConsumer,
        .remark("power: an answered action survives loss of power. process: it survives the process, and is faster."))
    package let webRoot = Setting<String?>(
        "WEB_ROOT", instead: "the built or installed web app", "Directory of static files served at /", .ofContainer,
        refusedBecause: SettingRules.webRoot)
    package let logLevel = Setting(
        "LOG_LEVEL", default: Logger.Level.info, "trace, debug, info, notice, warning, error or critical",
        .flags([.serve, .consume]), .ofConsumer)
    package let logFormat = Setting(
        "LOG_FORMAT", default: LogFormat.json, or: "text on a terminal", "json or text",
        .flags([.serve, .consume]), .ofConsumer, .ofContainer)
    package let accessLogEvery = Setting(
        "ACCESS_LOG_EVERY", default: 0, in: 0...1_000_000_000,
        "Of so many successful requests one is logged, 0 for none", .ofConsumer,
        .remark("Refusals and failures always are."))
    package let registration = Setting(
        "REGISTRATION", default: "30", is: RegistrationPolicy.perMinute(30),
        "closed, open, or how many may register a minute from each address",
        .remark("closed: administrators make accounts."),
        parse: { RegistrationPolicy($0) }, choices: RegistrationPolicy.choices)
    package let rateLimitPerMinute = Setting(
        "RATE_LIMIT_PER_MINUTE", default: 0, in: 0...10_000_000, "Requests a minute for each user, 0 for no limit")
    package let loginRateLimit = Setting(
        "LOGIN_RATE_LIMIT_PER_MINUTE", default: 10, in: 0...10_000_000,
        "Failed logins a minute for each address and name, 0 for no limit")
    package let loginRateLimitPerAddress = Setting(
        "LOGIN_RATE_LIMIT_PER_ADDRESS", default: 20, in: 0...10_000_000,
        "Failed logins in 5 minutes for each address, over all names, 0 for no limit")
    package let evaluationTimeLimit = Setting(
        "EVALUATION_TIME_LIMIT_MS", default: 2000, in: 10...60_000, of: { .milliseconds($0) },
        "Milliseconds that one calculation may take")
    package let evaluationMemoryLimit = Setting(
        "EVALUATION_MEMORY_LIMIT_MB", default: 256, in: 16...65_536, "MiB of memory that one calculation may take")
    package let evaluationWorkers = Setting<Int?>(
        "EVALUATION_WORKERS", in: 1...256, instead: "one for each processor, at least 2", "Processes that calculate",
        .remark("So many long calculations run at a time; one process more is for short ones."))
    package let allowsAnonymousV4 = Setting(
        "ALLOW_ANONYMOUS_V4", default: false, "true: /v4/ answers without a token too")
    package let anonymousRateLimitPerMinute = Setting(
        "ANONYMOUS_RATE_LIMIT_PER_MINUTE", default: 60, in: 0...10_000_000,
        "Calculations a minute for each address without a token, 0 for no limit")
    package let shutdownDelay = Setting(
        "SHUTDOWN_DELAY_SECONDS", default: 0, in: 0...60, of: { .seconds($0) },
        "Seconds that /readyz says 503 before a stop begins to refuse connections")
    package let environment = Setting(
        "APP_ENV", default: AppEnvironment.development, "development or production, which refuses weak secrets",
        .ofConsumer, .remark("development makes a key by itself when there is none. Compose: production."))

    /// Every property above, in its order.
    package static let all: [any AnySetting] = Mirror(reflecting: DeclaredSettings()).children.compactMap {
        $0.value as? any AnySetting
    }
}
