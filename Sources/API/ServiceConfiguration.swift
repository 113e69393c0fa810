public import Accounts
public import HTTPServer

/// How the service is to run: plain values, checked by whoever read the settings.
public struct ServiceConfiguration: Sendable {
    /// The address or name to listen on.
    public var host: String
    /// 0 for any free port.
    public var port: Int
    /// The port on which `/metrics` is, and nothing else; `nil` for the service's own.
    public var metricsPort: Int?
    /// What whoever reads `/metrics` has to send as a bearer token; `nil` for nothing.
    public var metricsToken: SharedSecret?
    /// Origins whose pages may call the service.
    public var corsOrigins: [String]
    /// Proxies whose word about where a request came from is taken.
    public var trustedProxies: [AddressRange]
    /// Requests a minute for each user; 0 for no limit.
    public var rateLimitPerMinute: Int
    /// Who may register.
    public var registration: RegistrationPolicy
    /// Whether `/v4/` answers without a token too.
    public var allowsAnonymousV4: Bool
    /// Calculations a minute for each address without a token; 0 for no limit.
    public var anonymousRateLimitPerMinute: Int
    /// Of so many successful requests one is logged; 0 for none.
    public var accessLogEvery: Int
    /// The folder of the built web app; `nil` where there is none.
    public var webRoot: String?
    /// The folder with the files of Swagger UI; `nil` where there is none.
    public var documentationAssets: String?
    /// The service's own version, with the commit behind it where that is known.
    public var version: String
    /// The version that the document of the interface bears: a commit changes nothing that the document does not show.
    var versionNumber: String { String(version.prefix { $0 != "+" }) }
    /// What one connection may ask of the server.
    public var limits: ServerLimits

    /// The defaults of the contract, but for what is given.
    public init(
        host: String = "127.0.0.1", port: Int = 8000, metricsPort: Int? = nil, metricsToken: SharedSecret? = nil,
        corsOrigins: [String] = [],
        trustedProxies: [AddressRange] = [], rateLimitPerMinute: Int = 0,
        registration: RegistrationPolicy = .perMinute(30), allowsAnonymousV4: Bool = false,
        anonymousRateLimitPerMinute: Int = 60, accessLogEvery: Int = 0, webRoot: String? = nil,
        documentationAssets: String? = nil,
        version: String, limits: ServerLimits = ServerLimits()
    ) {
        self.host = host
        self.port = port
        self.metricsPort = metricsPort
        self.metricsToken = metricsToken
        self.corsOrigins = corsOrigins
        self.trustedProxies = trustedProxies
        self.rateLimitPerMinute = rateLimitPerMinute
        self.registration = registration
        self.allowsAnonymousV4 = allowsAnonymousV4
        self.anonymousRateLimitPerMinute = anonymousRateLimitPerMinute
        self.accessLogEvery = accessLogEvery
        self.webRoot = webRoot
        self.documentationAssets = documentationAssets
        self.version = version
        self.limits = limits
    }
}
