import Calculator
import Testing

@testable import Workers

/// What goes between the service and a worker.
@Suite struct FrameTests {
    @Test func aJobArrivesAsItWasSent() throws {
        let arguments: [(name: String, value: RawArgument)] = [
            ("a", .text("1/3")), ("b", .list([.text("2"), .boolean(true), .null])), ("c", .object),
        ]
        let job = CalculationJob.operation(name: "add", isLegacy: true, arguments: arguments, precision: 7)
        let parsed = try #require(CalculationJob.parse(job.frame(milliseconds: 1500)))
        #expect(parsed.milliseconds == 1500)
        guard case .operation("add", true, let again, 7) = parsed.job else {
            Issue.record("another job: \(parsed.job)")
            return
        }
        #expect(again.map(\.name) == ["a", "b", "c"])
        #expect(again.map(\.value) == arguments.map(\.value))
        #expect(CalculationJob.parse(Array("[]".utf8))?.milliseconds == nil)
    }

    @Test func aFaultArrivesWithAllThatIsKnownOfIt() throws {
        let fault = Fault(
            .domain, parameter: "x", "no \"value\"", input: "é", at: SourceRange(offset: 3, length: 2), hint: "try y")
        let frame = CalculationReply.failure(CalculationFailure(fault, [Fault(.missing, "more")])).frame
        guard case .failure(let failure)? = CalculationReply(Array(frame.joined())) else {
            Issue.record("another reply")
            return
        }
        #expect(failure.faults == [fault, Fault(.missing, "more")])
    }

    @Test(arguments: [
        CalculationReply.text("é"), .text(""),
        .answer(WrittenAnswer(json: Array("{}".utf8), text: "1/2", defines: true)),
        .answer(WrittenAnswer(json: [], text: "", defines: false)),
    ])
    func aReplyArrivesAsItWasSent(_ reply: CalculationReply) {
        #expect(CalculationReply(Array(reply.frame.joined())) == reply)
    }

    @Test(arguments: [[], [9], [0], [0, 1, 0, 0], [0, 2, 0, 0, 0, 65], [3], [3, 123]] as [[UInt8]])
    func whatIsNoFrameIsNoReply(_ frame: [UInt8]) {
        #expect(CalculationReply(frame) == nil)
    }
}
