import Kafka
import Testing

struct ReasonsTests {
    @Test func eachReasonIsToldOnceHoweverItIsWrapped() {
        var reasons = Reasons()
        let texts = [
            (
                "kafka:9092/bootstrap: Connect to ipv4#10.0.0.1:9092 failed: Connection refused (after 0ms in state CONNECT)",
                true
            ),
            (
                "kafka:9092/bootstrap: Connect to ipv4#10.0.0.1:9092 failed: Connection refused (after 12ms in state CONNECT)",
                false
            ),
            (
                "kafka:9092/bootstrap: Connect to ipv4#10.0.0.1:9092 failed: Connection refused "
                    + "(after 2ms in state CONNECT, 30 identical error(s) suppressed)", false
            ),
            ("ssl://kafka:9093/bootstrap: SSL handshake failed: certificate verify failed", true),
            ("ssl://kafka:9093/1: SSL handshake failed: certificate verify failed", false),
            ("10.0.0.1:9092/1: Disconnected (after 12ms in state UP)", true),
            ("GroupCoordinator: 10.0.0.1:9092: Disconnected", false),
            ("JoinGroup failed: Broker: Invalid session timeout", true),
            ("no acknowledgement for 5 s", true), ("no acknowledgement for 12 s", false),
        ]
        for (text, isNew) in texts {
            let isToBeTold = reasons.isNew(text)
            #expect(isToBeTold == isNew, "\(text)")
        }
        reasons.clear()
        #expect(reasons.isEmpty)
        let isNewAgain = reasons.isNew(texts[0].0)
        #expect(isNewAgain)
    }

    @Test func aBrokerThatAlwaysSaysSomethingElseDoesNotFillTheMemory() {
        var reasons = Reasons()
        for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" { _ = reasons.isNew("\(letter)") }
        let (first, last) = (reasons.isNew("a"), reasons.isNew("Z"))
        #expect(first && !last)
    }
}
