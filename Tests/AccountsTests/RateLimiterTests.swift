import Accounts
import Testing

@Suite struct RateLimiterTests {
    private let clock = TestClock()

    @Test func minuteMayBeUsedAtOnceAndComesBackEvenly() {
        let limiter = RateLimiter(limit: 4, clock: clock.clock)
        #expect((0..<5).map { _ in limiter.take("a") } == [nil, nil, nil, nil, 15])
        clock.advance(by: 14)
        #expect(limiter.take("a") == 1)
        clock.advance(by: 1)
        #expect(limiter.take("a") == nil)
        #expect(limiter.take("a") == 15)
        clock.advance(by: 60)
        #expect((0..<5).map { _ in limiter.take("a") } == [nil, nil, nil, nil, 15])
    }

    @Test func keysAreIndependent() {
        let limiter = RateLimiter(limit: 1, clock: clock.clock)
        #expect(limiter.take("a") == nil)
        #expect(limiter.take("b") == nil)
        #expect(limiter.take("a") == 60)
    }

    @Test func whatIsGivenBackIsNotCounted() {
        let limiter = RateLimiter(limit: 1, clock: clock.clock)
        for _ in 0..<10 {
            #expect(limiter.take("a") == nil)
            limiter.giveBack("a")
        }
        limiter.giveBack("a")
        limiter.giveBack("never taken")
        #expect(limiter.take("a") == nil)
        #expect(limiter.take("a") != nil)
    }

    @Test func noMoreKeysThanItsCapacityAreRemembered() {
        let limiter = RateLimiter(limit: 1, capacity: 10, clock: clock.clock)
        for index in 0..<10 {
            #expect(limiter.take("\(index)") == nil)
        }
        #expect(limiter.take("0") == 60)
        #expect(limiter.take("one more") == nil)
        #expect(limiter.take("one more") == 60)
        // The others had to be forgotten.
        #expect(limiter.take("0") == nil)
    }

    @Test func keysThatSayNothingGoFirst() {
        let limiter = RateLimiter(limit: 1, capacity: 2, clock: clock.clock)
        #expect(limiter.take("old") == nil)
        clock.advance(by: 60)
        #expect(limiter.take("recent") == nil)
        #expect(limiter.take("new") == nil)
        #expect(limiter.take("recent") == 60)
    }

    @Test func theTimeMayBeLonger() {
        let limiter = RateLimiter(limit: 3, seconds: 300, clock: clock.clock)
        #expect((0..<4).map { _ in limiter.take("a") } == [nil, nil, nil, 100])
        clock.advance(by: 100)
        #expect((0..<2).map { _ in limiter.take("a") } == [nil, 100])
    }

    @Test func whatIsChargedIsCountedBeyondTheLimitToo() {
        let limiter = RateLimiter(limit: 6, clock: clock.clock)
        #expect(limiter.take("a") == nil)
        limiter.charge("a", 11)
        limiter.charge("never taken", 11)
        #expect(limiter.take("a") == 70)
        #expect(limiter.take("never taken") == nil)
        clock.advance(by: 70)
        #expect(limiter.take("a") == nil)
    }

    @Test func whoHasUsedMostIsRememberedLongest() {
        let limiter = RateLimiter(limit: 10, capacity: 100, clock: clock.clock)
        for _ in 0..<10 { #expect(limiter.take("guesser") == nil) }
        // Keys that are made up one after the other push each other out, and not the one that is at its limit.
        for index in 0..<10_000 { #expect(limiter.take("\(index)") == nil) }
        #expect(limiter.take("guesser") == 6)
    }
}
