import App
import Foundation
import Logging
import Testing

@Suite struct LogTests {
    /// What `body` logs, at 2026-01-02T03:04:05.006Z.
    private func logged(
        _ format: LogFormat, level: Logger.Level = .trace, provider: Logger.MetadataProvider? = nil,
        _ body: (inout Logger) -> Void
    ) throws -> String {
        let pipe = Pipe()
        let output = LogOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor) { (1_767_323_045, 6) }
        var logger = Logger(label: "test") { _ in LineLogHandler(format: format, level: level, output: output) }
        logger.handler.metadataProvider = provider
        body(&logger)
        try pipe.fileHandleForWriting.close()
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    @Test func aLineIsOneObject() throws {
        let text = try logged(.json) { logger in
            logger.info("listening", metadata: ["port": "\(8000)", "host": "127.0.0.1"])
            logger.info("counted", metadata: ["n": .stringConvertible(8000), "ok": .stringConvertible(true)])
            logger.warning("plain")
        }
        #expect(
            text == """
                {"ts":"2026-01-02T03:04:05.006Z","level":"info","msg":"listening","host":"127.0.0.1","port":"8000"}
                {"ts":"2026-01-02T03:04:05.006Z","level":"info","msg":"counted","n":8000,"ok":true}
                {"ts":"2026-01-02T03:04:05.006Z","level":"warning","msg":"plain"}

                """)
    }

    @Test func theRequestComesFirstAndOwnMetadataWins() throws {
        let provider = Logger.MetadataProvider { ["a": "provider", "b": "provider"] }
        let text = try logged(.json, provider: provider) { logger in
            logger[metadataKey: "a"] = "logger"
            logger[metadataKey: "z"] = "logger"
            logger.error("x", metadata: ["b": "own", "request_id": "r-1", "level": "own"])
        }
        #expect(
            text == """
                {"ts":"2026-01-02T03:04:05.006Z","level":"error","msg":"x","request_id":"r-1","a":"provider","b":"own",\
                "_level":"own","z":"logger"}

                """)
    }

    @Test func nestedMetadataStaysNested() throws {
        let text = try logged(.json) { logger in
            logger.info("x", metadata: ["all": ["b": ["1", .stringConvertible(2)], "a": "\("")"]])
        }
        #expect(
            text == """
                {"ts":"2026-01-02T03:04:05.006Z","level":"info","msg":"x","all":{"a":"","b":["1",2]}}

                """)
    }

    @Test func nothingThatIsLoggedBreaksTheLine() throws {
        let hostile = "a\nb\u{1B}[31m\"\\\u{0}é"
        let json = try logged(.json) { $0.info("\(hostile)", metadata: ["k": "\(hostile)"]) }
        #expect(json.filter { $0 == "\n" }.count == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["msg"] as? String == hostile)
        #expect(object["k"] as? String == hostile)
        #expect(!json.contains("\u{1B}"))

        let text = try logged(.text) { $0.info("a\nb\u{1B}[31m", metadata: ["k": "c\nd", "l": "e f\n"]) }
        #expect(text == "2026-01-02T03:04:05.006Z info     a\\u{A}b\\u{1B}[31m k=c\\u{A}d l=\"e f\\n\"\n")
    }

    @Test func textIsForPeople() throws {
        let text = try logged(.text) { logger in
            logger.info("listening", metadata: ["port": .stringConvertible(8000), "host": "127.0.0.1", "note": ""])
            logger.critical("out of luck", metadata: ["why": "no reason"])
        }
        #expect(
            text == """
                2026-01-02T03:04:05.006Z info     listening host=127.0.0.1 note="" port=8000
                2026-01-02T03:04:05.006Z critical out of luck why="no reason"

                """)
    }

    @Test func whatIsBelowTheLevelIsNotWritten() throws {
        let text = try logged(.json, level: .error) { logger in
            logger.warning("no")
            logger.error("yes")
        }
        #expect(text == #"{"ts":"2026-01-02T03:04:05.006Z","level":"error","msg":"yes"}"# + "\n")
    }

    @Test func theTimeIsTheCalendarsOwn() throws {
        let pipe = Pipe()
        let times = Times([(0, 0), (951_782_399, 999), (951_782_400, 5), (4_102_444_800, 50)])
        let output = LogOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor) { times.next() }
        let logger = Logger(label: "test") { _ in LineLogHandler(format: .text, level: .info, output: output) }
        for _ in 0..<4 { logger.info("x") }
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(
            text == """
                1970-01-01T00:00:00.000Z info     x
                2000-02-28T23:59:59.999Z info     x
                2000-02-29T00:00:00.005Z info     x
                2100-01-01T00:00:00.050Z info     x

                """)
    }
}
