import HTTPTypes
import NIOCore
import Testing

@testable import HTTPServer

@Suite struct RequestReaderTests {
    /// What is no request, or none that the service takes, with its answer.
    @Test(arguments: [
        ("nonsense", 400), ("GET / HTTP/1.1 x", 400), ("GET  / HTTP/1.1", 400), ("GET /", 400),
        (" GET / HTTP/1.1", 400),
        ("GET / HTTP/11", 400), ("GET / http/1.1", 400), ("GET / HTTP/1.12", 400), ("GET / XTTP/1.1", 400),
        ("GET x HTTP/1.1", 400), ("GET ftp://x/ HTTP/1.1", 400), ("GET http:///x HTTP/1.1", 400),
        ("GET http://a b/ HTTP/1.1", 400), ("GET http://a@b/ HTTP/1.1", 400), ("GET /\u{0} HTTP/1.1", 400),
        ("GET /\u{7F} HTTP/1.1", 400), ("GET /\u{9} HTTP/1.1", 400), ("G@T / HTTP/1.1", 400), ("\u{9} / HTTP/1.1", 400),
        ("GET / HTTP/0.9", 505), ("GET / HTTP/2.0", 505), ("PRI * HTTP/2.0", 505), ("GET / HTTP/3.1", 505),
        ("BREW / HTTP/1.1", 501), ("get / HTTP/1.1", 501), ("CONNECT x:1 HTTP/1.1", 501), ("PROPFIND / HTTP/1.1", 501),
    ])
    func aFirstLineIsHeldToTheGrammar(line: String, status: Int) {
        #expect(Self.read("\(line)\r\nHost: x\r\n\r\n") == "\(status)")
    }

    @Test(arguments: [
        "a b", "a,b c", "a/b", "a@b", "a\\b", "[::1", "::1", "[]", "[a b]", "a:b", "a:1:2", "a:1x", "a?b", "a#b", "ä",
        "a\"b",
        "<script>",
    ])
    func aHostIsAHost(host: String) {
        #expect(Self.read("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n") == "400")
        #expect(Self.read("GET / HTTP/1.0\r\nHost: \(host)\r\n\r\n") == "400")
    }

    @Test(arguments: [
        "", "a", "localhost:8000", "127.0.0.1", "[::1]", "[fe80::1%25eth0]:80", "a_b.example", "x-1.example:", "%C3%A4",
    ])
    func everyHostIsTaken(host: String) {
        #expect(Self.read("GET / HTTP/1.1\r\nHost:  \(host)\t \r\n\r\n") == "GET \(host)/ .")
    }

    @Test(arguments: [
        "Host: x\r\n folded", "X : y", " X: y", "X\t: y", ": y", "X", "X: a\rb", "X: a\u{0}b", "X: a\u{1}b",
        "X: a\u{7F}", "Ü: y",
        "Host: x", "Content-Length: ", "Content-Length: 5x", "Content-Length: +5", "Content-Length: -1",
        "Content-Length: 0x5", "Content-Length: 5 5", "Content-Length: 5,", "Content-Length: 5, 6",
        "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5", "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked, gzip", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked;x",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding: x chunked",
    ])
    func fieldsThatCanBeReadInTwoWaysAreRefused(fields: String) {
        #expect(Self.read("POST / HTTP/1.1\r\nHost: x\r\n\(fields)\r\n\r\n12345") == "400")
    }

    @Test(arguments: [
        ("Transfer-Encoding: gzip, chunked", "501"), ("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", "501"),
        ("Content-Length: 5, 5\r\nContent-Length: 05", "POST x/ 12345."),
        ("Transfer-Encoding: , Chunked ,", "POST x/ \r\n"),
        ("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nContent-Length: 2", "POST x/ 12.400"),
        ("Content-Length: 0", "POST x/ .400"),
    ])
    func fieldsSayHowLongTheBodyIs(fields: String, read: String) {
        #expect(Self.read("POST / HTTP/1.1\r\nHost: x\r\n\(fields)\r\n\r\n12345\r\n\r\n").hasPrefix(read))
    }

    @Test(arguments: [
        "9223372036854775807", "9223372036854775808", "18446744073709551621", String(repeating: "9", count: 500),
    ])
    func aLengthBeyondEveryNumberIsNoSmallOne(length: String) throws {
        var reader = RequestReader(limits: ServerLimits())
        reader.append(ByteBuffer(string: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: \(length)\r\n\r\n"))
        guard case .head(let head)? = try reader.next() else { throw ReadingFault() }
        #expect(head.framing == .length(.max))
    }

    @Test(arguments: [
        ("GET / HTTP/1.0\r\n\r\n", "GET / .old,last"), ("GET / HTTP/1.0\r\nHost: x\r\n\r\n", "GET x/ .old,last"),
        ("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET / .old"),
        ("GET / HTTP/1.0\r\nHost: x\r\nHost: x\r\n\r\n", "400"),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        ("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n1", "POST / 1.old,last"),
        ("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n1", "POST x/ 1.waits"),
        ("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n", "POST x/ ."),
        ("GET / HTTP/1.2\r\nHost: x\r\n\r\n", "GET x/ ."), ("GET / HTTP/1.9\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\nHost: x\r\nConnection: a, Close\r\n\r\n", "GET x/ .last"),
        ("GET http://y:8/p?q HTTP/1.1\r\nHost: x\r\n\r\n", "GET y:8/p?q ."),
        ("GET HTTPS://y?q HTTP/1.1\r\nHost: x\r\n\r\n", "GET y/?q ."),
        ("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "OPTIONS x* ."),
        ("\r\n\r\nGET /\u{3C0} HTTP/1.1\r\nhOsT:x\r\n\r\n", "GET x/%CF%80 ."),
        ("GET / HTTP/1.1\nHost: x\n\n", "400"), ("GET / HTTP/1.1\r\nHost: x\r\nX: y\n\r\n", "400"),
    ])
    func eachVersionHasItsRules(bytes: String, read: String) {
        #expect(Self.read(bytes) == read)
    }

    private static let chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test(arguments: [
        ("0\r\n\r\n", "POST x/ ."), ("3\r\nabc\r\n0\r\n\r\n", "POST x/ abc."),
        ("3;name=\"value\"\r\nabc\r\n00B \t\r\nhello world\r\n0;x\r\n\r\n", "POST x/ abchello world."),
        ("1\r\na\r\n0\r\nContent-Length: 99\r\nTransfer-Encoding: gzip\r\nHost: y\r\n\r\n", "POST x/ a."),
        ("3\r\nabcd\r\n0\r\n\r\n", "POST x/ abc400"), ("\r\n0\r\n\r\n", "POST x/ 400"), ("-1\r\n\r\n", "POST x/ 400"),
        ("0x3\r\nabc\r\n", "POST x/ 400"), ("+3\r\nabc\r\n", "POST x/ 400"), ("3\nabc\n0\n\n", "POST x/ 400"),
        ("g\r\n", "POST x/ 400"), ("3 abc\r\nabc\r\n0\r\n\r\n", "POST x/ abc."),
        (String(repeating: "0", count: 300) + "1\r\na\r\n0\r\n\r\n", "POST x/ 400"),
        ("FFFFFFFFFFFFFFFFF\r\nabc", "POST x/ abc"), ("10000000000000003\r\nabc", "POST x/ abc"),
    ])
    func chunksAreReadToTheLetter(body: String, read: String) {
        #expect(Self.read(Self.chunked + body) == read)
    }

    /// However the network cuts it.
    @Test func everyCutOfTheSameBytesIsTheSameRequests() {
        let bytes =
            "GET /a?b HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n" + Self.chunked
            + "3\r\nabc\r\n5;x=y\r\ndefgh\r\n0\r\nTrailer: x\r\n\r\n\r\n"
            + "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbodyGET / HTTP/1.0\r\n\r\n"
        let whole = "GET x/a?b .POST x/ abcdefgh.POST x/b body.GET / .old,last"
        #expect(Self.read(bytes) == whole)
        for size in 1...40 { #expect(Self.read(bytes, inPiecesOf: size) == whole, "\(size)") }
    }

    @Test(arguments: [1, 7, 100_000])
    func aHeadHasItsLimits(pieces: Int) {
        func read(_ head: String) -> String { Self.read(head, inPiecesOf: pieces) }
        let long = String(repeating: "y", count: 17_000)
        #expect(read("GET /\(long) HTTP/1.1\r\nHost: x\r\n\r\n") == "414")
        #expect(read("GET /\(long)\(long)") == "414")
        #expect(read("GET / HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n\r\n") == "431")
        #expect(read("GET / HTTP/1.1\r\nX: \(long)\(long)") == "431")
        let fields = String(repeating: "a: b\r\n", count: 99)
        #expect(read("GET / HTTP/1.1\r\nHost: x\r\n\(fields)\r\n") == "GET x/ .")
        #expect(read("GET / HTTP/1.1\r\nHost: x\r\n\(fields)a: b\r\n\r\n") == "431")
        let trailers = String(repeating: "a: \(String(repeating: "b", count: 100))\r\n", count: 200)
        #expect(read("\(Self.chunked)0\r\n\(trailers)\r\n") == "POST x/ 400")
    }

    @Test func namesAreKnownInAnyCase() throws {
        var reader = RequestReader(limits: ServerLimits())
        reader.append(
            ByteBuffer(
                string: "GET / HTTP/1.1\r\nhost: x\r\nAUTHORIZATION: a\r\nx-request-id:b \r\nX-Own: c, d\r\n\r\n"))
        guard case .head(let head)? = try reader.next() else { throw ReadingFault() }
        let fields = head.request.headerFields
        #expect(fields.map(\.value) == ["a", "b", "c, d"])
        #expect(fields[.authorization] == "a" && fields[.xRequestID] == "b")
        #expect(fields[try #require(HTTPField.Name("x-own"))] == "c, d")
    }

    /// What is read, one after the other: `METHOD authority path body.notes`, or the status of the refusal.
    private static func read(_ text: String, inPiecesOf size: Int = .max) -> String {
        var reader = RequestReader(limits: ServerLimits())
        var (read, notes) = ("", "")
        var rest = Array(text.utf8)[...]
        do {
            while !rest.isEmpty {
                reader.append(ByteBuffer(bytes: rest.prefix(size)))
                rest = rest.dropFirst(size)
                while let part = try reader.next() {
                    switch part {
                    case .head(let head):
                        read += "\(head.request.method) \(head.request.authority ?? "")\(head.request.path ?? "") "
                        notes = [
                            head.isHTTP10 ? "old" : nil, head.keepsAlive ? nil : "last",
                            head.expectsContinue ? "waits" : nil,
                        ]
                        .compactMap(\.self).joined(separator: ",")
                    case .body(let bytes): read += String(buffer: bytes)
                    case .end: read += "." + notes
                    }
                }
            }
        } catch {
            read += "\(error.status.code)"
        }
        return read
    }

    private struct ReadingFault: Error {}
}
