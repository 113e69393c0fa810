import HTTPServer
import NIOCore
import ServiceLifecycle
import Testing

@testable import API

/// Over a real socket: what only the connection can get wrong.
@Suite(.timeLimit(.minutes(1))) struct ServerTests {
    @Test func aRequestIsAnsweredAndTheConnectionKeptForTheNext() async throws {
        try await withServer { port in
            let text = try await RawClient.exchange(
                port: port,
                "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let answers = text.components(startingWith: "HTTP/1.1 200 OK")
            #expect(answers.count == 2)
            #expect(answers.allSatisfy { $0.hasSuffix(#"{"status":"ok"}"#) })
            #expect(answers.last?.contains("Connection: close") == true)
        }
    }

    @Test(arguments: [
        ("nonsense\r\n\r\n", 400, "malformed_request"),
        (
            "GET /healthz HTTP/1.1\r\nHost: x\r\nX: \(String(repeating: "y", count: 20_000))\r\n\r\n", 431,
            "head_too_large"
        ),
        ("GET /\(String(repeating: "y", count: 9000)) HTTP/1.1\r\nHost: x\r\n\r\n", 414, "uri_too_long"),
        (
            "POST /math/add HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n", 413, "body_too_large"
        ),
        (
            "POST /math/add HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "10000\r\n\(String(repeating: "z", count: 65536))\r\n", count: 17), 413,
            "body_too_large"
        ),
        (
            "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n123456", 400,
            "malformed_request"
        ),
    ])
    func whatIsNoProperRequestIsToldAndTheConnectionClosed(bytes: String, status: Int, code: String) async throws {
        try await withServer { port in
            let text = try await RawClient.exchange(port: port, bytes)
            #expect(text.hasPrefix("HTTP/1.1 \(status) "))
            #expect(text.contains(#""code":"\#(code)""#))
            #expect(text.components(startingWith: "HTTP/1.1 ").count == 1)
        }
    }

    /// Nothing is upgraded to: the connection goes on (RFC 9110, section 7.8).
    @Test func afterAnUpgradeThatIsNotMadeTheConnectionGoesOn() async throws {
        try await withServer { port in
            let upgrade =
                "Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
            let text = try await RawClient.exchange(
                port: port,
                "GET /healthz HTTP/1.1\r\n\(upgrade)\r\n"
                    + "POST /token HTTP/1.1\r\n\(upgrade)Content-Length: 2\r\n\r\n{}"
                    + "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let statuses = text.matches(of: #/HTTP/1\.1 (\d+) /#).map(\.1)
            #expect(statuses == ["200", "415", "200"])
        }
    }

    @Test(arguments: [
        ("GET /healthz HTTP/1.2\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"),
        ("GET /healthz HTTP/1.0\r\n\r\n", "HTTP/1.0 200 OK"),
        ("GET http://y/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"),
        ("GET /healthz HTTP/2.0\r\nHost: x\r\n\r\n", "HTTP/1.1 505 HTTP Version Not Supported"),
        ("BREW /healthz HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 501 Not Implemented"),
        ("GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n", "HTTP/1.1 400 Bad Request"),
        (
            "POST /token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 501 Not Implemented"
        ),
        (
            "POST /token HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 400 Bad Request"
        ),
        (
            "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 9223372036854775808\r\n\r\n",
            "HTTP/1.1 413 Content Too Large"
        ),
        (
            "POST /token HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.0 415 Unsupported Media Type"
        ),
    ])
    func theEdgesOfTheProtocolAreKept(bytes: String, line: String) async throws {
        try await withServer { port in
            let text = try await RawClient.exchange(port: port, bytes)
            #expect(text.prefix { $0 != "\r\n" } == line)
            #expect(text.ranges(of: "X-Request-ID").count == 1)
        }
    }

    /// Of a body without a good token only so much is taken; whose it is is found out from the head.
    @Test(arguments: ["/math/add", "/register", "/token", "/nowhere"])
    func aStrangersBodyIsShort(path: String) async throws {
        try await withServer { port in
            for length in [16 * 1024, 16 * 1024 + 1] {
                let text = try await RawClient.exchange(
                    port: port, Self.post(path, length: length) + String(repeating: " ", count: length))
                #expect(text.hasPrefix("HTTP/1.1 413 ") == (length > 16 * 1024))
                if length > 16 * 1024 {
                    let isForAnyone = ["/register", "/token"].contains(path)
                    let reason =
                        isForAnyone
                        ? "The body is larger than 16384 bytes" : "Without a token a body may have 16384 bytes"
                    #expect(text.contains(reason))
                }
                let chunks = try await RawClient.exchange(
                    port: port,
                    "POST \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "\(String(length, radix: 16))\r\n\(String(repeating: " ", count: length))\r\n0\r\n\r\n")
                #expect(chunks.hasPrefix("HTTP/1.1 413 ") == (length > 16 * 1024))
            }
        }
    }

    @Test func withATokenABodyMayBeLongerButForWhatAnyoneMayCall() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let body = #"{"a":"1","b":"2"}"# + String(repeating: " ", count: 100_000)
        try await withServer(service) { port in
            func post(_ path: String, _ authorization: String) async throws -> String {
                try await RawClient.exchange(
                    port: port, Self.post(path, length: body.utf8.count, "Authorization: \(authorization)\r\n") + body)
            }
            #expect(try await post("/math/add", "Bearer \(token)").hasPrefix("HTTP/1.1 200 "))
            #expect(try await post("/math/add", "bearer   \(token)").hasPrefix("HTTP/1.1 200 "))
            for path in ["/token", "/register", "/reset-password"] {
                let refused = try await post(path, "Bearer \(token)")
                #expect(refused.hasPrefix("HTTP/1.1 413 ") && refused.contains("larger than 16384 bytes"))
            }
            let refused = try await post("/math/add", "Bearer wrong")
            #expect(refused.hasPrefix("HTTP/1.1 401 ") && refused.contains(#""detail":"Invalid token""#))
        }
    }

    @Test func aClientIsToldToSendItsBodyOnceItIsKnownWhoItIs() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        try await withServer(service) { port in
            func ask(_ length: Int, _ fields: String) async throws -> [Substring] {
                let body = #"{"a":"1","b":"2"}"# + String(repeating: " ", count: length - 17)
                let text = try await RawClient.exchange(
                    port: port, Self.post("/math/add", length: length, "Expect: 100-continue\r\n\(fields)") + body)
                return text.matches(of: #/HTTP/1\.1 (\d+) /#).map(\.1)
            }
            for (length, fields, statuses) in [
                (100_000, "Authorization: Bearer \(token)\r\n", ["100", "200"]),
                (100, "Authorization: Bearer \(token)\r\n", ["100", "200"]),
                (100_000, "Authorization: Bearer wrong\r\n", ["401"]),
                (100, "Authorization: Bearer wrong\r\n", ["401"]), (100_000, "", ["413"]), (100, "", ["100", "401"]),
            ] {
                let answered = try await ask(length, fields)
                #expect(answered.map(String.init) == statuses)
            }
        }
    }

    @Test func aClientThatIsRefusedAndSendsOnSeesWhy() async throws {
        try await withServer { port in
            let text = try await RawClient.exchange(
                port: port, Self.post("/token", length: 6_000_000) + String(repeating: "z", count: 6_000_000))
            #expect(text.hasPrefix("HTTP/1.1 413 ") && text.hasSuffix("}"))
        }
    }

    private static func post(_ path: String, length: Int, _ fields: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(length)\r\n\(fields)\r\n"
    }

    @Test func aClientThatEndsItsSideStillGetsItsAnswer() async throws {
        try await withServer { port in
            let text = try await RawClient.exchange(
                port: port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", closeAfterSending: true)
            #expect(text.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func aClientTooSlowWithItsHeadIsCutOff() async throws {
        var limits = ServerLimits()
        limits.headTimeout = .milliseconds(100)
        try await withServer(limits: limits) { port in
            let text = try await RawClient.exchange(port: port, "GET /healthz HT")
            #expect(text == "")
        }
    }

    @Test func manyRequestsInOnePieceAreAnsweredInOrder() async throws {
        try await withServer { port in
            let count = 3000
            let requests = String(repeating: "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n", count: count)
            let text = try await RawClient.exchange(
                port: port, requests + "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(text.components(startingWith: "HTTP/1.1 404").count == count)
            #expect(text.hasSuffix(#"{"status":"ok"}"#))
        }
    }

    private func withServer(
        _ service: TestService? = nil, limits: ServerLimits = ServerLimits(), _ body: (Int) async throws -> Void
    ) async throws {
        let service = if let service { service } else { try await TestService() }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            host: "127.0.0.1", port: 0, limits: limits, responder: EndpointTable.responder(service.services),
            logger: service.services.logger, onListening: { port.yield($0) }, onStopping: {})
        let group = ServiceGroup(configuration: .init(services: [server], logger: service.services.logger))
        async let running: Void = group.run()
        for await port in ports {
            try await body(port)
            break
        }
        await group.triggerGracefulShutdown()
        try await running
    }
}

extension String {
    /// The parts that begin with a mark.
    fileprivate func components(startingWith mark: String) -> [String] {
        let marks = ranges(of: mark)
        return marks.indices.map { index in
            let end = index + 1 < marks.count ? marks[index + 1].lowerBound : endIndex
            return String(self[marks[index].lowerBound..<end])
        }
    }
}
