import Synchronization
import Testing

@testable import Events

struct EventIDTests {
    @Test func identitiesOfOneMillisecondIncrease() {
        let generator = EventID.Generator { 1_795_475_996_123_456 }
        let ids = (0..<10_000).map { _ in generator.next() }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ids.allSatisfy { $0.high >> 16 == 1_795_475_996_123 })
    }

    @Test(
        arguments: [
            -3_600_000_000, -86_400_000_000, -1_000, 0, 1_000, 3_600_000_000, 315_576_000_000_000,
            -4_000_000_000_000_000,
        ] as [Int64])
    func aClockThatJumpsNeverGoesBackInIdentities(by jump: Int64) {
        let now = Mutex<Int64>(1_795_475_996_123_456)
        let generator = EventID.Generator { now.withLock { $0 } }
        let before = (0..<100).map { _ in generator.next() }
        now.withLock { $0 += jump }
        let all = before + (0..<100).map { _ in generator.next() }
        #expect(zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func identitiesMadeAtTheSameTimeAreUnique() async {
        let ids = await withTaskGroup { group in
            for _ in 0..<8 { group.addTask { (0..<5_000).map { _ in EventID.next() } } }
            return await group.reduce(into: Set<EventID>()) { $0.formUnion($1) }
        }
        #expect(ids.count == 40_000)
    }

    @Test func theTextIsAVersion7UUIDAndReadsBack() throws {
        for _ in 0..<1000 {
            let id = EventID.next()
            let text = Array(id.description.utf8)
            #expect(text.count == 36)
            #expect(text[14] == UInt8(ascii: "7"))
            #expect("89ab".utf8.contains(text[19]))
            #expect(EventID(id.description) == id)
            #expect(EventID(id.description.uppercased()) == id)
        }
    }

    @Test func theExampleOfTheStandardReadsBack() {
        let text = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
        #expect(EventID(text)?.description == text)
        #expect(EventID(text)?.high == 0x017f_22e2_79b0_7cc3)
    }

    @Test(arguments: [
        "", "017f22e2", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2x79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2-79b0-7cc3-98c4-dc0c0c0739８",
    ])
    func otherTextIsNoIdentity(_ text: String) {
        #expect(EventID(text) == nil)
    }

    @Test func bytesReadBack() {
        let id = EventID.next()
        let bytes = withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { [UInt8]($0) }
        #expect(bytes.withUnsafeBytes { EventID(bytes: $0) } == id)
        #expect(bytes.dropLast().withUnsafeBytes { EventID(bytes: $0) } == nil)
    }
}
