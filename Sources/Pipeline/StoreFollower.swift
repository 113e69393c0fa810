public import Logging
public import ServiceLifecycle
public import Store

/// Watches the event store that another process fills, so that live streams and answers here know how far it is.
public struct StoreFollower: Service {
    /// How soon a new event is seen.
    private static let interval = Duration.milliseconds(50)
    /// A store that does not move for this long, although there is something to take, is not being filled.
    private static let patience = Duration.seconds(3)

    private let view: EventStoreView
    private let topic: String
    private let progress: RelayProgress
    private let feed: EventFeed
    private let logger: Logger

    /// - Parameter feed: told what the store holds.
    public init(view: EventStoreView, topic: String, progress: RelayProgress, feed: EventFeed, logger: Logger) {
        self.view = view
        self.topic = topic
        self.progress = progress
        self.feed = feed
        self.logger = logger
    }

    /// How long a complaint has to last: the consumer may just be making the store.
    private static let makingTime = Duration.seconds(3)

    /// Looks until the service stops.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var known: StoreExtent?
            var lastChange = ContinuousClock.now
            var trouble = Trouble()
            while !Task.isCancelled {
                do {
                    try view.refresh()
                    let extent = try await view.extent(topic: topic)
                    if extent != known { lastChange = .now }
                    known = extent
                    tell(extent, isMoving: lastChange.duration(to: .now) < Self.patience)
                    trouble = Trouble()
                } catch {
                    if trouble.isToBeTold("\(error)", after: Self.makingTime) {
                        logger.error("The event store cannot be read: \(error)")
                    }
                    feed.updateTopicDelivery { ($0.hasStore, $0.isStored) = (false, false) }
                }
                // Cancelled is all that a sleep can be, and the loop looks at that itself.
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    private func tell(_ extent: StoreExtent, isMoving: Bool) {
        let (carried, lag) = progress.storeHolds(extent.positions)
        feed.updateTopicDelivery { delivery in
            delivery.hasStore = view.isOpen
            delivery.isStored = view.isOpen && (isMoving || lag == 0)
            delivery.stored = extent.latestID
            delivery.deadLetters = extent.deadLetters
        }
        feed.advance(carriedThrough: carried, latestID: extent.latestID)
    }
}

/// A complaint, told once when it has lasted.
struct Trouble {
    private var text = ""
    private var since = ContinuousClock.now
    private var isTold = false

    mutating func isToBeTold(_ text: String, after patience: Duration) -> Bool {
        if text != self.text { (self.text, since, isTold) = (text, .now, false) }
        guard !isTold, since.duration(to: .now) >= patience else { return false }
        isTold = true
        return true
    }
}
