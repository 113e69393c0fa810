import Foundation
import Testing

@testable import Calculator

@Suite struct Scratch {
    @Test func run() throws {
        let file = ProcessInfo.processInfo.environment["SCRATCH"] ?? "/dev/null"
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let started = ContinuousClock.now
            var text: String
            do throws(Fault) {
                let value = try Calculation(deadline: .now + .seconds(4)).answer(to: String(line)).value
                text = value.exact ?? value.decimal
            } catch { text = "\(error.code): \(error.message)" }
            let time = (ContinuousClock.now - started).formatted(.units(allowed: [.milliseconds]))
            FileHandle.standardError.write(Data("> \(line)\n    \(text)   [\(time)]\n".utf8))
        }
    }
}
