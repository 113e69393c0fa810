import API
import Accounts
import App
import Logging
import Store
import Testing

@Suite struct SettingsTests {
    private func faults(
        _ environment: [String: String], flags: [String: String] = [:], dotEnv: String = ""
    ) -> String? {
        do throws(SettingFaults) {
            _ = try Settings(
                reading: SettingSources(flags: flags, environment: environment, dotEnv: DotEnv(dotEnv)))
            return nil
        } catch {
            return error.description
        }
    }

    @Test func defaultsAreThoseOfTheContract() throws {
        let settings = try Settings(reading: SettingSources())
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8000)
        #expect(settings.dataDirectory == "./data")
        #expect(settings.eventStorePath == "./data/events.db")
        #expect(settings.secretKey == nil)
        #expect(settings.accessTokenMinutes == 30)
        #expect(settings.administrator == nil)
        #expect(settings.corsOrigins == ["http://localhost:5173"])
        #expect(settings.trustedProxies.isEmpty)
        #expect(settings.topic == "logs")
        #expect(settings.durability == .power)
        #expect(settings.logLevel == .info)
        #expect(settings.logFormat == .json)
        #expect(settings.accessLogEvery == 0)
        #expect(settings.rateLimitPerMinute == 0)
        #expect(settings.registration == .perMinute(30))
        #expect(settings.signInLimits == SignInLimits(perMinute: 10, perAddress: 20, exemptsLoopback: true))
        #expect(settings.anonymousRateLimitPerMinute == 60)
        #expect(settings.evaluationTimeLimit == .milliseconds(2000))
        #expect(settings.evaluationMemoryLimit == 256)
        #expect(settings.evaluationWorkers == nil)
        #expect(!settings.allowsAnonymousV4)
        #expect(settings.environment == .development)
    }

    @Test func everySettingArrives() throws {
        let settings = try Settings(
            reading: SettingSources(environment: [
                "HOST": "::1", "PORT": "0", "DATA_DIR": "/srv/math", "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvw",
                "SECRET_KEY_PREVIOUS": "the key before, which still is good", "PORT_FILE": "/tmp/math.port",
                "ACCESS_TOKEN_EXPIRE_MINUTES": "5", "ADMIN_USERNAME": "root", "ADMIN_PASSWORD": "correct horse battery",
                "CORS_ORIGINS": "https://a.example.org, http://localhost:3000,", "KAFKA_TOPIC": "math.logs",
                "TRUSTED_PROXIES": "127.0.0.1, fd00::/8,",
                "SQLITE_DB": "/srv/events.db", "EVENT_DURABILITY": "process", "WEB_ROOT": "/tmp",
                "LOG_LEVEL": "DEBUG", "LOG_FORMAT": "text", "ACCESS_LOG_EVERY": "100", "RATE_LIMIT_PER_MINUTE": "60",
                "LOGIN_RATE_LIMIT_PER_MINUTE": "0", "LOGIN_RATE_LIMIT_PER_ADDRESS": "5", "REGISTRATION": "Closed",
                "ANONYMOUS_RATE_LIMIT_PER_MINUTE": "7", "EVALUATION_TIME_LIMIT_MS": "500",
                "EVALUATION_MEMORY_LIMIT_MB": "64", "EVALUATION_WORKERS": "3", "ALLOW_ANONYMOUS_V4": "true",
                "SHUTDOWN_DELAY_SECONDS": "20",
                "APP_ENV": "production",
            ]))
        #expect(settings.host == "::1")
        #expect(settings.port == 0)
        #expect(settings.dataDirectory == "/srv/math")
        #expect(settings.controlSocketPath == "/srv/math/control.sock")
        #expect(settings.secretKey?.reveal() == "0123456789abcdefghijklmnopqrstuvw")
        #expect(settings.previousSecretKey?.reveal() == "the key before, which still is good")
        #expect(settings.portFile == "/tmp/math.port")
        #expect(settings.accessTokenMinutes == 5)
        #expect(settings.administrator?.username == "root")
        #expect(settings.administrator?.password.reveal() == "correct horse battery")
        #expect(settings.corsOrigins == ["https://a.example.org", "http://localhost:3000"])
        #expect(settings.trustedProxies == [AddressRange("127.0.0.1"), AddressRange("fd00::/8")])
        #expect(settings.topic == "math.logs")
        #expect(settings.eventStorePath == "/srv/events.db")
        #expect(settings.durability == .process)
        #expect(settings.webRoot == "/tmp")
        #expect(settings.logLevel == .debug)
        #expect(settings.logFormat == .text)
        #expect(settings.accessLogEvery == 100)
        #expect(settings.shutdownDelay == .seconds(20))
        #expect(settings.rateLimitPerMinute == 60)
        #expect(settings.registration == .closed)
        #expect(settings.signInLimits == SignInLimits(perMinute: 0, perAddress: 5, exemptsLoopback: false))
        #expect(settings.anonymousRateLimitPerMinute == 7)
        #expect(settings.evaluationTimeLimit == .milliseconds(500))
        #expect(settings.evaluationMemoryLimit == 64)
        #expect(settings.evaluationWorkers == 3)
        #expect(settings.allowsAnonymousV4)
        #expect(settings.environment == .production)
    }

    @Test func flagsComeBeforeEnvironmentBeforeDotEnvBeforeDefaults() throws {
        var sources = SettingSources(dotEnv: DotEnv("PORT=1"))
        #expect(try Settings(reading: sources).port == 1)
        sources.environment["PORT"] = "2"
        #expect(try Settings(reading: sources).port == 2)
        sources.flags["PORT"] = "3"
        #expect(try Settings(reading: sources).port == 3)
    }

    @Test func anEmptyTextCountsAsUnset() throws {
        let sources = SettingSources(
            flags: ["PORT": ""], environment: ["PORT": "", "KAFKA_BROKER": "", "SECRET_KEY": ""],
            dotEnv: DotEnv("PORT=7"))
        #expect(try Settings(reading: sources).port == 7)
    }

    @Test func aTerminalGetsTextUnlessToldOtherwise() throws {
        var sources = SettingSources(logsToTerminal: true)
        #expect(try Settings(reading: sources).logFormat == .text)
        sources.environment["LOG_FORMAT"] = "json"
        #expect(try Settings(reading: sources).logFormat == .json)
    }

    @Test func allFaultsAreListedAtOnce() {
        let text = faults(
            [
                "HOST": "http://localhost:8000", "PORT": "eighty", "SECRET_KEY": "short", "KAFKA_BROKER": "kafka:9092",
                "ADMIN_USERNAME": "root", "CORS_ORIGINS": "*,https://a.example.org/", "WEB_ROOT": "/nonexistent",
                "TRUSTED_PROXIES": "nginx, 10.0.0.0/33",
                "LOG_LEVEL": "loud", "EVENT_DURABILITY": "luck", "KAFKA_TOPIC": "no topic", "APP_ENV": "prod",
                "ACCESS_TOKEN_EXPIRE_MINUTES": "0", "RATE_LIMIT_PER_MINUTE": "-1",
                "EVALUATION_TIME_LIMIT_MS": "99999999999999999999",
                "EVALUATION_MEMORY_LIMIT_MB": "8", "EVALUATION_WORKERS": "0", "ALLOW_ANONYMOUS_V4": "perhaps",
                "SHUTDOWN_DELAY_SECONDS": "61", "REGISTRATION": "0",
            ], flags: ["LOG_FORMAT": "xml"], dotEnv: "LOGIN_RATE_LIMIT_PER_MINUTE=1.5\nnonsense")
        #expect(
            text == """
                math: 24 settings cannot work, so nothing was started:
                  .env line 2: write KEY=VALUE, or start a comment with #.
                  HOST (environment): "http://localhost:8000" is not an address or a host name; write it without scheme \
                and port.
                  PORT (environment): "eighty" is not a whole number from 0 to 65535.
                  ACCESS_TOKEN_EXPIRE_MINUTES (environment): "0" is not a whole number from 1 to 525600.
                  CORS_ORIGINS (environment): "*" would open the service to the pages of every site; list the origins, \
                separated by commas.
                  CORS_ORIGINS (environment): "https://a.example.org/" is no origin; write it like \
                https://app.example.org: small letters, no path.
                  TRUSTED_PROXIES (environment): "nginx" is no address and no network; write it like 10.0.0.0/8.
                  TRUSTED_PROXIES (environment): "10.0.0.0/33" is no address and no network; write it like 10.0.0.0/8.
                  KAFKA_TOPIC (environment): "no topic" is no topic name; use up to 249 letters, digits, dots, dashes \
                and underscores.
                  EVENT_DURABILITY (environment): "luck" is not one of: power, process.
                  WEB_ROOT (environment): "/nonexistent" is not a directory; build the web app, or unset it.
                  LOG_LEVEL (environment): "loud" is not one of: trace, debug, info, notice, warning, error, critical.
                  LOG_FORMAT (--log-format): "xml" is not one of: json, text.
                  REGISTRATION (environment): "0" is not closed, open, or how many a minute from each address (1 to \
                1000000).
                  RATE_LIMIT_PER_MINUTE (environment): "-1" is not a whole number from 0 to 10000000.
                  LOGIN_RATE_LIMIT_PER_MINUTE (.env): "1.5" is not a whole number from 0 to 10000000.
                  EVALUATION_TIME_LIMIT_MS (environment): "99999999999999999999" is not a whole number from 10 to 60000.
                  EVALUATION_MEMORY_LIMIT_MB (environment): "8" is not a whole number from 16 to 65536.
                  EVALUATION_WORKERS (environment): "0" is not a whole number from 1 to 256.
                  ALLOW_ANONYMOUS_V4 (environment): "perhaps" is not one of: true, false.
                  SHUTDOWN_DELAY_SECONDS (environment): "61" is not a whole number from 0 to 60.
                  APP_ENV (environment): "prod" is not one of: development, production.
                  SECRET_KEY (environment): has 5 bytes: it needs at least 32, for instance from: openssl rand -base64 32.
                  ADMIN_PASSWORD: is missing; ADMIN_USERNAME needs it.

                """)
    }

    @Test func oneFaultIsOneLine() {
        #expect(
            faults(["ADMIN_PASSWORD": "correct horse battery"]) == """
                math: a setting cannot work, so nothing was started:
                  ADMIN_USERNAME: is missing; ADMIN_PASSWORD needs it.

                """)
    }

    @Test func productionWantsAKeyOfItsOwn() throws {
        let directory = try TemporaryDirectory()
        let production = ["APP_ENV": "production", "DATA_DIR": directory.path]
        #expect(
            faults(production)?.contains("  SECRET_KEY: is not set, and production makes no key by itself; ") == true)
        _ = try directory.file("secret.key")
        #expect(faults(production) == nil)
    }

    @Test(arguments: [
        "your-secret-key-your-secret-key-your-secret-key", "changethis-changethis-changethis-changethis",
        String(repeating: "a", count: 64), String(repeating: "password", count: 8),
    ])
    func productionRefusesKeysThatCanBeGuessed(key: String) {
        let text = faults(["APP_ENV": "production", "SECRET_KEY": key])
        #expect(text?.contains("  SECRET_KEY (environment): ") == true)
        #expect(text?.contains(key) == false)
    }

    @Test func aDataDirectoryMustLeaveRoomForTheSocketInIt() {
        let longest = "/" + String(repeating: "d", count: 93)
        #expect(faults(["DATA_DIR": longest]) == nil)
        #expect(
            faults(["DATA_DIR": longest + "d"]) == """
                math: a setting cannot work, so nothing was started:
                  DATA_DIR (environment): "\(longest.prefix(80))…" is too long for the socket kept in it (94 bytes at \
                most); choose a shorter path, or one relative to the working directory.

                """)
    }

    @Test func aSecretIsNeverPrinted() throws {
        let settings = try Settings(
            reading: SettingSources(environment: [
                "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvw", "ADMIN_USERNAME": "root",
                "ADMIN_PASSWORD": "correct horse battery",
            ]))
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] {
            #expect(text.contains("••••"))
            #expect(!text.contains("0123456789"))
            #expect(!text.contains("horse"))
        }
    }

    @Test func flagsBearTheNamesOfTheirVariables() {
        #expect(Settings.declared.dataDirectory.description.flag == "data-dir")
        #expect(Settings.declared.accessTokenMinutes.description.flag == "access-token-expire-minutes")
        let flags = DeclaredSettings.all.map(\.description.flag)
        #expect(Set(flags).count == Mirror(reflecting: Settings.declared).children.count)
    }
}
