import Accounts
import Events
import Foundation
import GRDB
import Store
import Synchronization

/// An account service over a database of its own in a temporary directory, with cheap hashes and a clock that moves
/// when it is told to.
final class TestService: Sendable {
    static let secretKey = Array("a-key-for-tests-with-enough-bytes".utf8)

    let accounts: AccountService
    let database: ServiceDatabase
    let clock: TestClock
    private let directory: String

    init(
        loginRateLimitPerMinute: Int = 0, loginRateLimitPerAddress: Int = 0, exemptsLoopback: Bool = true,
        hashing: PasswordHashing = .cheap
    ) async throws {
        directory = try temporaryDirectory()
        database = try ServiceDatabase(directory: directory, durability: .process)
        clock = TestClock()
        accounts = await AccountService(
            database: database, secretKey: Self.secretKey,
            limits: SignInLimits(
                perMinute: loginRateLimitPerMinute, perAddress: loginRateLimitPerAddress,
                exemptsLoopback: exemptsLoopback),
            hashing: hashing, clock: clock.clock)
    }

    /// The accounts of the same database as another start of the service has them.
    func restarted(
        secretKey: [UInt8] = TestService.secretKey, previousSecretKey: [UInt8]? = nil
    ) async -> AccountService {
        await AccountService(
            database: database, secretKey: secretKey, previousSecretKey: previousSecretKey, hashing: .cheap,
            clock: clock.clock)
    }

    deinit {
        database.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    @discardableResult
    func register(_ username: String, email: String? = nil, role: Role = .user) async throws -> Account {
        try await accounts.create(
            Registration(username: username, email: email, password: Self.password), role: role,
            event: event("register"))
    }

    static let password = "a fine password"

    func login(_ username: String, _ password: String = TestService.password) async throws -> TokenPair {
        try await accounts.login(
            username: username, password: password, remoteAddress: "192.0.2.1", event: event("login"))
    }

    func principal(_ username: String) async throws -> Principal {
        try await accounts.authenticate(bearer: try await login(username).accessToken)
    }

    /// `name user` of each event in the journal, in order.
    func journal() async throws -> [String] {
        try await database.journalEntries(after: 0, limit: 1000).map { "\($0.event) \($0.user)" }
    }

    func passwordHash(of username: String) async throws -> String? {
        try await database.read { try AccountRecord.find(username: username, in: $0)?.passwordHash }
    }

    func count(of table: String) async throws -> Int? {
        try await database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM \(table)") }
    }
}

/// The event of a change, as a route would make it.
func event(_ name: String) -> AccountService.EventBuilder {
    { account in
        Event(
            kind: .action, name: name, input: Array("{}".utf8), user: account.username, status: 200,
            durationMicroseconds: 1, requestID: "test")
    }
}

final class TestClock: Sendable {
    private let seconds = Mutex<Int64>(1_800_000_000)

    var now: Int64 {
        seconds.withLock { $0 }
    }

    func advance(by step: Int64) {
        seconds.withLock { $0 += step }
    }

    var clock: AccountClock {
        AccountClock(seconds: { self.now }, monotonicNanoseconds: { self.now * 1_000_000_000 })
    }
}

extension PasswordHashing {
    /// The least that argon2 allows.
    static let cheap = PasswordHashing(memoryKiB: 8, passes: 1, lanes: 1, threads: 2, queueLimit: 64)
}

func temporaryDirectory() throws -> String {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("accounts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory.path
}

/// The `AccountError` that `body` throws; nil when it throws none.
func refusal<Result>(of body: () async throws -> Result) async throws -> AccountError? {
    do {
        _ = try await body()
        return nil
    } catch let error as AccountError {
        return error
    }
}

extension TestService {
    /// All that the tables of accounts hold, as text.
    func dump() async throws -> String {
        try await database.read { database in
            try ["accounts", "token_families", "refresh_tokens"]
                .flatMap { try Row.fetchAll(database, sql: "SELECT * FROM \($0)") }
                .flatMap { $0.databaseValues.map { String.fromDatabaseValue($0) ?? $0.description } }
                .joined(separator: "\n")
        }
    }
}
