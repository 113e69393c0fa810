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

    private func withServer(limits: ServerLimits = ServerLimits(), _ body: (Int) async throws -> Void) async throws {
        let service = try await TestService()
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = HTTPServer(
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
