import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import JSON
import Logging
import NIOCore
import Store
import Testing
import Workers

@testable import API

/// The whole service behind its router, on real databases in a folder of its own: no port, nothing imitated.
final class TestService: Sendable {
    let services: Services
    let eventStore: EventStore
    private let responder: ServiceResponder
    private let directory: URL

    init(
        corsOrigins: [String] = [], trustedProxies: [AddressRange] = [], rateLimitPerMinute: Int = 0,
        loginRateLimitPerMinute: Int = 0, registration: RegistrationPolicy = .open,
        allowsAnonymousV4: Bool = false, anonymousRateLimitPerMinute: Int = 0, webRoot: String? = nil,
        workers: WorkerPool = TestService.workers,
        clock: AccountClock = .system
    ) async throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "math-\(UUID())")
        let database = try ServiceDatabase(directory: directory.path, durability: .process)
        eventStore = try EventStore(path: directory.appending(path: "events.db").path)
        let accounts = await AccountService(
            database: database, secretKey: Array(repeating: 7, count: 32),
            limits: SignInLimits(perMinute: loginRateLimitPerMinute, perAddress: 0),
            hashing: PasswordHashing(memoryKiB: 8, passes: 1, lanes: 1, threads: 2, queueLimit: 64),
            clock: clock)
        services = Services(
            configuration: ServiceConfiguration(
                corsOrigins: corsOrigins, trustedProxies: trustedProxies, rateLimitPerMinute: rateLimitPerMinute,
                registration: registration, allowsAnonymousV4: allowsAnonymousV4,
                anonymousRateLimitPerMinute: anonymousRateLimitPerMinute, webRoot: webRoot, version: "test"),
            database: database, eventStore: eventStore, feed: EventFeed(), accounts: accounts, workers: workers,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: clock)
        responder = EndpointTable.responder(services)
    }

    /// The executable that was built with the tests.
    static let executable = Bundle.main.bundleURL.appending(path: "math").path

    /// Workers for all services whose tests are not about workers: more of them than processors would only wait.
    static let workers = WorkerPool(
        .init(executable: executable, timeLimit: .seconds(60), capacity: 10_000),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

    deinit {
        services.database.close()
        eventStore.close()
        try? FileManager.default.removeItem(at: directory)
    }

    /// One request, answered as a client gets it.
    func send(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, headers: HTTPFields = [:],
        contentType: String? = nil, body: String = "", from address: String = "127.0.0.1"
    ) async throws -> Reply {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        if let contentType { headers[.contentType] = contentType }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "test", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body)))
        let response = await responder.respond(to: request, from: address)
        let collected = Collected()
        try await response.body.write(BodyCollector(collected: collected))
        return Reply(status: response.status.code, headers: response.headers, body: collected.text)
    }

    func get(_ path: String, token: String? = nil, headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.get, path, token: token, headers: headers)
    }

    func post(_ path: String, _ json: String, token: String? = nil) async throws -> Reply {
        try await send(.post, path, token: token, contentType: "application/json", body: json)
    }

    /// A new account's access token.
    func signIn(_ name: String = "alice", as role: Role = .user) async throws -> String {
        let registration = Registration(username: name, password: "correct horse \(name.count)")
        _ = try await services.accounts.create(registration, role: role) { account in
            self.services.event(
                "register", user: account.username, input: Array("{}".utf8),
                context: APIContext(
                    source: .init(logger: self.services.logger, requestID: "test", remoteAddress: "test")))
        }
        let reply = try await send(
            .post, "/token", contentType: "application/x-www-form-urlencoded",
            body: "username=\(name)&password=correct+horse+\(name.count)")
        return try #require(reply.json["access_token"]?.asText)
    }
}

/// An answer as a client gets it.
struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String

    /// The body as an object; empty when it is none.
    var json: JSONObject {
        guard case .object(let object)? = try? JSONValue(parsing: Array(body.utf8)) else { return JSONObject([]) }
        return object
    }
}

extension JSONValue {
    var asText: String? { if case .string(let text) = self { text } else { nil } }
}

private final class Collected: @unchecked Sendable {
    // Written by the one task that reads the body, read after it has ended.
    var text = ""
}

private struct BodyCollector: ResponseBodyWriter {
    let collected: Collected
    mutating func write(_ buffer: ByteBuffer) async throws { collected.text += String(buffer: buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
