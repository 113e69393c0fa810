import Accounts
import Foundation
import HTTPTypes
import JSON
import Store
import Testing

@testable import API

/// What one address, and one user, may ask in a minute, and what the record tells of those who ask more.
@Suite struct LimitTests {
    /// However long a test takes, it is all in one moment for the limits.
    private static let still = AccountClock(
        seconds: AccountClock.system.seconds, monotonicNanoseconds: { 1_000_000_000 })

    private func register(
        _ service: TestService, _ name: String, from address: String = "203.0.113.1"
    ) async throws -> Reply {
        try await service.send(
            .post, "/register", contentType: "application/json",
            body: #"{"username":"\#(name)","password":"correct horse 3"}"#, from: address)
    }

    private func signIn(
        _ service: TestService, _ name: String, from address: String = "203.0.113.1"
    ) async throws -> Reply {
        try await service.send(
            .post, "/token", contentType: "application/json",
            body: #"{"username":"\#(name)","password":"not the one"}"#, from: address)
    }

    /// The events in the journal, each as the members that are asked for.
    private func events(
        _ service: TestService, _ members: [String] = ["event", "user", "status", "code", "count"]
    ) async throws -> [[String]] {
        try await service.services.database.journalEntries(after: 0, limit: 10_000).map { entry in
            guard case .object(let event) = try JSONValue(parsing: entry.message) else { return [] }
            return members.compactMap { event[$0] }.map { value in
                switch value {
                case .string(let text): text
                case .number(let text): text
                case .object(let object): object["address"]?.asText ?? ""
                default: "-"
                }
            }
        }
    }

    @Test func aNumberOfAccountsAMinuteIsMadeFromOneAddress() async throws {
        let service = try await TestService(registration: .perMinute(2), clock: Self.still)
        #expect(try await register(service, "ada").status == 200)
        // What is refused counts too.
        #expect(try await register(service, "ada").status == 400)
        let refused = try await register(service, "bob")
        #expect(refused.status == 429)
        #expect(refused.json["code"] == .string("rate_limited"))
        #expect(refused.headers[.retryAfter] == "30")
        #expect(try await register(service, "bob", from: "203.0.113.2").status == 200)
        for host in ["2001:db8::1", "2001:db8::2"] {
            #expect(try await register(service, "n\(host.last ?? "x")", from: host).status == 200)
        }
        #expect(try await register(service, "carol", from: "2001:db8::3").status == 429)
    }

    @Test func whereRegistrationIsClosedNobodyRegisters() async throws {
        let service = try await TestService(registration: .closed)
        let refused = try await register(service, "ada")
        #expect(refused.status == 403)
        #expect(refused.json["code"] == .string("registration_closed"))
        #expect(try await service.services.accounts.accounts().isEmpty)
        #expect(try await events(service) == [["register", "anonymous", "403", "registration_closed"]])
        // Administrators make accounts.
        _ = try await service.signIn("alice")
    }

    @Test func whereItIsOpenThereIsNoLimit() async throws {
        let service = try await TestService(registration: .open)
        for number in 0..<40 { #expect(try await register(service, "user\(number)").status == 200) }
    }

    @Test func throttledSignInsAreOneEventOfTheirAddressAndNoneOfTheirVictim() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 2, clock: Self.still)
        for _ in 0..<50 { _ = try await signIn(service, "alice") }
        for _ in 0..<5 { _ = try await signIn(service, "alice", from: "2001:db8::5") }
        let before = try await events(service)
        #expect(before.map { $0.prefix(2).joined(separator: " ") } == Array(repeating: "login alice", count: 4))
        await service.services.throttled.record()
        let written = try await events(service, ["event", "user", "status", "code", "count", "input"]).dropFirst(4)
        #expect(
            Set(written) == [
                ["throttled", "anonymous", "429", "rate_limited", "48", "203.0.113.1"],
                ["throttled", "anonymous", "429", "rate_limited", "3", "2001:db8:0:0::/64"],
            ])
        // Nothing is told twice.
        await service.services.throttled.record()
        #expect(try await events(service).count == 6)
    }

    @Test func throttledRequestsOfAUserAreOneEventOfTheirs() async throws {
        let service = try await TestService(rateLimitPerMinute: 3, clock: Self.still)
        let token = try await service.signIn()
        for _ in 0..<20 { _ = try await service.get("/math/add?a=1&b=2", token: token) }
        await service.services.throttled.record()
        #expect(try await events(service).map { $0[0] } == ["register", "login", "add", "add", "add", "throttled"])
        #expect(try await events(service).last == ["throttled", "alice", "429", "rate_limited", "17"])
    }

    @Test func refusalsOfOneStrangerAreRecordedUpToANumber() async throws {
        let service = try await TestService(clock: Self.still)
        for _ in 0..<100 { _ = try await signIn(service, "alice") }
        #expect(try await events(service).count == AddressLimits.eventsPerMinute.address)
        // Others' are recorded all the same.
        #expect(try await signIn(service, "bob", from: "203.0.113.2").status == 401)
        #expect(try await events(service).last == ["login", "bob", "401", "invalid_credentials"])
        await service.services.throttled.record()
        #expect(try await events(service).last == ["throttled", "anonymous", "429", "unrecorded", "40"])
    }

    @Test func refusalsOfAllStrangersTogetherAreRecordedUpToANumber() async throws {
        let service = try await TestService(clock: Self.still)
        for number in 0..<700 {
            let reply = try await service.send(.post, "/token", from: "203.0.\(number / 250).\(number % 250)")
            #expect(reply.status == 415)
        }
        #expect(try await events(service).count == AddressLimits.eventsPerMinute.all)
        await service.services.throttled.record()
        #expect(try await events(service).last == ["throttled", "anonymous", "429", "unrecorded", "100"])
    }

    @Test func addressesBeyondANumberAreCountedTogether() async throws {
        let service = try await TestService(registration: .perMinute(1))
        for number in 0..<300 {
            service.services.throttled.count(.address("203.0.113.\(number)"), requestID: "r\(number)")
        }
        await service.services.throttled.record()
        let counts = try await events(service, ["count"]).compactMap { $0.first.flatMap(Int.init) }
        #expect(counts.count == 201)
        #expect(counts.reduce(0, +) == 300)
        #expect(counts.max() == 100)
    }

    @Test func strangersHaveABudgetOfTheirOwn() async throws {
        let service = try await TestService(allowsAnonymousV4: true, anonymousRateLimitPerMinute: 3, clock: Self.still)
        func ask(_ expr: String, from address: String, token: String? = nil) async throws -> Int {
            try await service.send(.get, "/v4/?expr=\(expr)", token: token, from: address).status
        }
        // Three, or fewer where the machine is so busy that one of them takes a tenth of a second.
        let answers = try await [
            ask("1%2B1", from: "203.0.113.1"), ask("1%2B1", from: "203.0.113.1"), ask("1%2B1", from: "203.0.113.1"),
            ask("1%2B1", from: "203.0.113.1"),
        ]
        #expect(answers.first == 200 && answers.last == 429 && answers == answers.sorted())
        #expect(try await ask("1%2B1", from: "203.0.113.2") == 200)
        let token = try await service.signIn()
        for _ in 0..<10 { #expect(try await ask("1%2B1", from: "203.0.113.1", token: token) == 200) }
        await service.services.throttled.record()
        let refused = answers.count { $0 == 429 }
        #expect(try await events(service).last == ["throttled", "anonymous", "429", "rate_limited", "\(refused)"])
    }

    @Test func aLongCalculationOfAStrangerCountsForMore() async throws {
        let service = try await TestService(allowsAnonymousV4: true, anonymousRateLimitPerMinute: 60, clock: Self.still)
        let remote = RemoteAddress("203.0.113.1")
        try service.services.addresses.admitCalculation(from: remote)
        service.services.addresses.charge(.milliseconds(5950), to: remote)
        #expect(throws: APIError.self) { try service.services.addresses.admitCalculation(from: remote) }
        try service.services.addresses.admitCalculation(from: RemoteAddress("203.0.113.2"))
    }
}
