import Store
import Testing

struct EventFeedTests {
    @Test func whoWaitsIsToldOfTheFirstChange() async {
        let feed = EventFeed()
        async let changed = feed.waitForChange(after: 4, within: .seconds(60))
        async let caughtUp = feed.catchUp(to: 9, within: .seconds(60))
        feed.advance(carriedThrough: 9, latestID: 5)
        #expect(await changed)
        #expect(await caughtUp)
    }

    @Test func nothingNewEndsTheWait() async {
        let feed = EventFeed()
        feed.advance(carriedThrough: 3, latestID: 3)
        #expect(await feed.waitForChange(after: 3, within: .milliseconds(1)) == false)
        #expect(await feed.waitForChange(after: 2, within: .milliseconds(1)))
        #expect(await feed.catchUp(to: 4, within: .milliseconds(1)) == false)
    }

    @Test func aCancelledTaskWaitsNoLonger() async {
        let feed = EventFeed()
        let waiting = Task { await feed.waitForChange(after: 0, within: .seconds(3600)) }
        waiting.cancel()
        #expect(await waiting.value == false)
    }
}
