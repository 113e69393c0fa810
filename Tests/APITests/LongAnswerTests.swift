import Accounts
import Events
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import NIOPosix
import Store
import Synchronization
import Testing

@testable import API
@testable import HTTPServer

/// What is long keeps nobody waiting, and has its bounds.
@Suite(.timeLimit(.minutes(1))) struct LongAnswerTests {
    /// A loop runs tasks until there are none left, and looks at its sockets only then.
    @Test func tasksThatRenewThemselvesLetTheSocketsHaveTheirTurn() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let executor = EventLoopExecutor(group.next())
        let isHeard = Flag()
        let server = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Hearing { isHeard.set(true) })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let renewing = (0..<24).map { _ in
            Task(executorPreference: executor) {
                while !isHeard.isSet { await Task.yield() }
            }
        }
        let stepping = Task(executorPreference: executor) {
            while !isHeard.isSet { await executor.nextStep() }
        }
        let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: try #require(server.localAddress?.port)).get()
        try await client.writeAndFlush(ByteBuffer(string: "x"))
        for task in renewing + [stepping] { await task.value }
        try await client.close()
        try await server.close()
        try await group.shutdownGracefully()
    }

    @Test func whatIsLongIsNotDoneOnTheEventLoop() async throws {
        let service = try await TestService()
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let executor = EventLoopExecutor(loop)
        let places = try await Task(executorPreference: executor) {
            var places: [Bool] = []
            for bytes in [10, Services.quickAnswerBytes + 1] {
                let isOnLoop = Flag()
                _ = try await service.services.answering(bytes, for: "alice") {
                    isOnLoop.set(loop.inEventLoop)
                    return .message("x")
                }
                places += [isOnLoop.isSet, loop.inEventLoop]
            }
            return places
        }.value
        #expect(places == [true, true, false, true])
    }

    @Test func whoDoesNotReadGetsNoMoreAndOthersDo() async throws {
        let service = try await TestService()
        let alice = try await service.signIn("alice")
        let bob = try await service.signIn("bobby")
        let slow = #"{"expr":"f(x) = x; f(1)"}"#
        var unread: Response? = try await service.services.answering(32 << 20, for: "alice") { .message("unread") }
        let refused = try await service.post("/math/evaluate", slow, token: alice)
        #expect(refused.status == 429)
        #expect(refused.json["code"] == .string("answers_unread"))
        #expect(refused.headers[.retryAfter] == "1")
        #expect(try await service.post("/math/evaluate", #"{"expr":"1+1"}"#, token: alice).status == 200)
        #expect(try await service.post("/math/evaluate", slow, token: bob).status == 200)
        #expect(unread?.status == .ok)
        unread = nil
        #expect(try await service.post("/math/evaluate", slow, token: alice).status == 200)
        let entries = try await service.services.database.history(user: "alice", limit: 10).entries
        #expect(entries.count == 2)
    }

    @Test func aBudgetIsForAllAndForEachAndComesBack() {
        let budget = ByteBudget(total: 100, each: 40)
        let first = budget.share(of: "a", bytes: 30)
        #expect(budget.share(of: "a", bytes: 11) == nil)
        var large = budget.share(of: "b", bytes: 60)
        #expect(large != nil)
        #expect(budget.share(of: "b", bytes: 1) == nil)
        #expect(budget.share(of: "c", bytes: 11) == nil)
        #expect(!budget.hasRoom(for: "b") && budget.hasRoom(for: "a"))
        #expect(first?.reserve(20) == true && first?.reserve(40) == true && first?.reserve(41) == false)
        #expect(!budget.hasRoom(for: "c"))
        #expect(APIError.noRoom(for: "a", in: budget).status == .tooManyRequests)
        #expect(APIError.noRoom(for: "c", in: budget).status == .serviceUnavailable)
        large = nil
        #expect(budget.share(of: "c", bytes: 60) != nil)
        #expect(budget.hasRoom(for: "c"))
    }

    /// An administrator's page was as long as its events, and those were as long as strangers wanted.
    @Test func aPageOfEventsHasABoundInBytesAndTheCursorGoesOn() async throws {
        let service = try await TestService()
        let root = try await service.signIn("root", as: .admin)
        let letters = String(repeating: "x", count: 100_000)
        try await service.store(
            (0..<30).map { #"{"n":\#($0),"x":"\#(letters)"}"# } + [
                #"{"n":30,"x":"\#(String(repeating: "x", count: 3_000_000))"}"#
            ])
        var (numbers, cursor): ([String], String?) = ([], nil)
        repeat {
            let page = try await service.get("/events?limit=200\(cursor.map { "&cursor=\($0)" } ?? "")", token: root)
            guard case .array(let events)? = page.json["events"] else { break }
            #expect(page.body.utf8.count < EventEndpoints.pageBytes + 100 || events.count == 1)
            numbers += events.map { if case .object(let event) = $0 { event["n"]?.literal ?? "" } else { "" } }
            cursor = page.json["next_cursor"]?.asText
        } while cursor != nil
        #expect(numbers == (0...30).reversed().map { "\($0)" })

        let live = LiveEvents(services: service.services, token: root, user: nil, event: nil, after: 0)
        var (place, isWhole, count) = (Int64(0), false, 0)
        while !isWhole {
            let piece = try await live.next(after: place)
            #expect(piece.text.count < 3_100_000)
            if piece.place < 31 { #expect(piece.text.count <= 256 << 10) }
            count += String(decoding: piece.text, as: UTF8.self).ranges(of: "data: ").count
            (place, isWhole) = (piece.place, piece.isWhole)
        }
        #expect(count == 31)
    }

    @Test func aPageOfTheHistoryHasABoundInBytesAndSaysWhetherMoreFollow() async throws {
        let service = try await TestService()
        let alice = try await service.signIn("alice")
        let digits = String(repeating: "7", count: 3_900)
        for _ in 0..<300 {
            let event = service.services.event(
                "add", kind: .calculation, user: "alice", input: Array(#"{"a":"\#(digits)"}"#.utf8),
                result: .text("1"),
                context: APIContext(
                    source: .init(logger: service.services.logger, requestID: "x", remoteAddress: "x")))
            try await service.services.database.append(event)
        }
        var (ids, path): (Set<String>, String?) = ([], "/history?limit=1000")
        while let next = path {
            let page = try await service.get(next, token: alice)
            #expect(page.body.utf8.count < 2 * EventEndpoints.pageBytes)
            let entries = try await service.list(next, token: alice)
            ids.formUnion(entries.compactMap { $0["id"]?.literal })
            path = page.headers[.link].map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(ids.count == 300)
    }
}

private final class Hearing: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let hear: @Sendable () -> Void

    init(_ hear: @escaping @Sendable () -> Void) {
        self.hear = hear
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { hear() }
}

private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set(_ isSet: Bool) { value.store(isSet, ordering: .relaxed) }
}
