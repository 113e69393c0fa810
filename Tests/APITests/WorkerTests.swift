import Calculator
import Foundation
import HTTPServer
import HTTPTypes
import JSON
import Logging
import Testing

@testable import API
@testable import Workers

/// Workers as real processes of the executable that was built with the tests.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WorkerTests {
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func pool(
        width: Int = 1, timeLimit: Duration = .seconds(120), memoryLimitMiB: Int = 256, capacity: Int = 64
    ) -> WorkerPool {
        WorkerPool(
            .init(
                executable: TestService.executable, width: width, timeLimit: timeLimit, memoryLimitMiB: memoryLimitMiB,
                capacity: capacity), logger: Self.quiet)
    }

    private static func evaluate(_ sources: [String], _ pool: WorkerPool, user: String = "alice") async throws
        -> [ExpressionOutcome]
    {
        let body = JSONObject([("expr", .array(sources.map(JSONValue.string)))])
        return try await Calculations(workers: pool, answers: ByteBudget(total: 1 << 30, each: 1 << 30)).outcomes(
            of: try ExpressionInput(body: body), user: user)
    }

    /// Whether a worker answers. A machine that is busy may take longer to start one than a job waits for it.
    private static func answersAgain(_ pool: WorkerPool) async throws -> Bool {
        while true {
            do {
                return try await evaluate(["f(x) = x + 1; f(1)"], pool)[0].text == "2"
            } catch WorkerFault.overloaded {
                continue
            }
        }
    }

    @Test func aWorkerGivesTheSameAnswersAsThisProcess() async throws {
        let sources = [
            "x = [1, 1/2; sqrt(2), 2 + 3i]", "f(n) = n <= 1 ? 1 : n f(n - 1); f(30)\nx[1, 2]", "\"a\\\"b\"", "null",
            "1 == 1", "f", "1/0", "2^2000", "5 cm", "x = 3;", "a = 1; b = 2; # note", "1 +", "\u{1F600}",
            "\"é\u{1F600}\"",
        ]
        let job = CalculationJob.expressions(sources, precision: 20)
        let replies = try await pool().replies(to: job, user: "alice")
        let here = Calculation()
        #expect(replies == sources.map { CalculationReply(Program.read($0), in: here) })
    }

    @Test func aWorkerGivesTheSameAnswersToWhatIsQuick() async throws {
        let numbers = ["0", "1", "1/3", "0.1", "-12.5", "50%", "(2)", "pi", "2^10", "e", "1e", "x"]
        let operators = [" + ", " - ", " * ", " / ", " < ", " == "]
        let functions = ["sqrt", "sin", "log", "abs", "round", "cube", "asin"]
        let sources =
            numbers.flatMap { a in numbers.flatMap { b in operators.map { a + $0 + b } } }
            + numbers.flatMap { a in functions.map { "\($0)(\(a)) / 7" } }
        let quick = sources.compactMap { source in Program.readIfQuick([source], precision: 30).map { (source, $0[0]) }
        }
        let there = try await pool().replies(to: .expressions(quick.map(\.0), precision: 30), user: "alice")
        #expect(there.count == quick.count)
        for ((source, program), there) in zip(quick, there) {
            #expect(CalculationReply(program, in: Calculation(precision: 30)) == there, "\(source)")
        }
        let refusals = there.count { if case .failure = $0 { true } else { false } }
        #expect(refusals > 10)
        #expect(there.count > 200 + refusals)
    }

    @Test func aWorkerGivesTheSameAnswersToOperations() async throws {
        let pool = pool()
        let operations = Catalogue.operations.map { ($0, false) } + Catalogue.legacy.map { ($0, true) }
        for (operation, isLegacy) in operations {
            for example in operation.examples {
                let job = CalculationJob.operation(
                    name: operation.name, isLegacy: isLegacy, arguments: example.arguments, precision: 20)
                let there = try await pool.replies(to: job, user: "alice")
                #expect(
                    there == [CalculationReply(operation, example.arguments, precision: 20)], "\(example.expression)")
            }
        }
    }

    @Test func whatTakesTooLongIsEndedAndTheNextIsAnswered() async throws {
        let pool = pool(timeLimit: .seconds(2))
        #expect(try await Self.answersAgain(pool))
        let endless = "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f(400)"
        let outcomes = try await Self.evaluate(["a = 1", endless, endless], pool)
        #expect(outcomes[0].text == "1")
        #expect(outcomes.dropFirst().map(code) == [.timeLimit, .timeLimit])
        #expect(try await Self.answersAgain(pool))
    }

    @Test func whatNeedsTooMuchMemoryIsEndedAndTheNextIsAnswered() async throws {
        let pool = pool(memoryLimitMiB: 16)
        let outcome = try await Self.evaluate([Self.large], pool)[0]
        guard case .failure(let fault) = outcome.answer else {
            Issue.record("it has a value")
            return
        }
        #expect(fault.code == .memoryLimit)
        #expect(fault.message.contains("16 MiB"))
        #expect(try await Self.answersAgain(pool))
    }

    private static let large = "x = 1:100000; y = [x, x, x, x, x, x, x, x]; [y, y, y, y]"

    @Test func whatEndsItsWorkerTakesNothingElseOfTheListWithIt() async throws {
        let sources = [
            "a = 6", Self.large, "f(n) = a n", "createUnit(\"smoot\", 67 inch)", Self.large, "a = a + 1", "zzz",
            "f(3)", "2 smoot to inch", "x", Self.large, "a",
        ]
        let outcomes = try await Self.evaluate(sources, pool(memoryLimitMiB: 16))
        #expect(
            outcomes.map(\.text) == [
                "6", nil, "f(n)", "smoot", nil, "7", nil, "21", "134 inch", nil, nil, "7",
            ])
        #expect(
            outcomes.compactMap(code) == [.memoryLimit, .memoryLimit, .undefinedSymbol, .undefinedSymbol, .memoryLimit])
    }

    private func code(_ outcome: ExpressionOutcome) -> FaultCode? {
        if case .failure(let fault) = outcome.answer { fault.code } else { nil }
    }

    @Test func aWorkerThatIsKilledIsReplacedAndItsJobDoneAgain() async throws {
        let pool = pool()
        _ = try await Self.evaluate(["f(x) = x; f(1)"], pool)
        let workers = try children()
        #expect(!workers.isEmpty)
        for worker in workers { kill(worker, SIGKILL) }
        #expect(try await Self.answersAgain(pool))
    }

    @Test func whereNoWorkerCanBeStartedTheServiceIsBusy() async throws {
        let pool = WorkerPool(.init(executable: "/nowhere/math", width: 1), logger: Self.quiet)
        let error = await #expect(throws: WorkerFault.self) { try await Self.evaluate(["f(x) = x; f(1)"], pool) }
        #expect(error == .overloaded)
    }

    @Test func whenTooManyWaitTheNextIsRefused() async throws {
        let pool = pool(timeLimit: .milliseconds(500), capacity: 2)
        let refusals = await withTaskGroup(of: Bool.self) { group in
            for user in 0..<12 {
                group.addTask { await Self.isRefused("f(n) = n < 1 ? 0 : f(n - 1); f(400); f(400)", pool, "\(user)") }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(refusals > 0)
    }

    private static func isRefused(_ source: String, _ pool: WorkerPool, _ user: String) async -> Bool {
        do {
            _ = try await evaluate([source], pool, user: user)
            return false
        } catch {
            return (error as? WorkerFault) == .overloaded
        }
    }

    /// The workers of this process that run now.
    private func children() throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter { process in
            guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
                return false
            }
            let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count > 1 && fields[0] != "Z" && pid_t(fields[1]) == getpid()
        }
    }
}
