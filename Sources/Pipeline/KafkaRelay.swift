internal import Events
public import Kafka
public import Logging
public import ServiceLifecycle
public import Store

/// Carries the journal to a topic, from where another process stores it.
///
/// The cursor moves on acknowledgements alone, so what is not on the topic for certain is sent (again) by whoever carries
/// next. Nothing here ever makes a request wait: while the broker is away, events wait in the journal.
public struct KafkaRelay: Service {
    /// Where to carry the journal.
    public struct Destination: Sendable {
        /// The topic.
        public var topic: String
        /// How many partitions the topic gets when it has to be made.
        public var partitions: Int
        /// librdkafka's properties of the producer.
        public var properties: KafkaProperties

        /// A topic of the broker that the properties name.
        public init(topic: String, partitions: Int, properties: KafkaProperties) {
            self.topic = topic
            self.partitions = partitions
            self.properties = properties
        }

        var broker: String { properties["bootstrap.servers"] ?? "" }
    }

    /// What may be changed without harm, as it is when nobody does.
    public static let defaults = KafkaProperties([
        "client.id": "math-serve",
        // The pause between attempts doubles from a tenth of a second; with jitter it stays below eight seconds, so that
        // what has gathered is on its way soon after the broker is back, however long that took.
        "reconnect.backoff.ms": "100",
        "reconnect.backoff.max.ms": "5000",
        "socket.timeout.ms": "10000",
        "socket.connection.setup.timeout.ms": "10000",
        "linger.ms": "5",
        "queue.buffering.max.kbytes": "65536",
    ])

    /// How many entries are read from the journal at a time.
    private static let batchLimit = 1000
    /// How often the cursor is written at most.
    private static let savingInterval = Duration.milliseconds(100)
    /// How long what is left may take when the service stops; the rest is carried at the next start.
    private static let drainingTime = Duration.seconds(3)

    private let journal: ServiceDatabase
    private let destination: Destination
    private let progress: RelayProgress
    private let logger: Logger

    /// Checks the properties; nothing waits for a broker.
    ///
    /// - Parameter progress: told how far the journal is on the topic.
    /// - Throws: what librdkafka says against the properties.
    public init(
        journal: ServiceDatabase, destination: Destination, progress: RelayProgress, logger: Logger
    ) throws(KafkaError) {
        self.journal = journal
        self.destination = destination
        self.progress = progress
        self.logger = logger
        _ = try KafkaProducer(
            topic: destination.topic, properties: destination.properties, logger: logger, onDelivery: { _ in })
    }

    /// Carries on until the service stops, and then what is left.
    public func run() async throws {
        async let measured: Void = measureBacklog()
        await withTaskGroup { group in
            group.addTask { await carryUntilCancelled() }
            group.addTask {
                // Cancelled is all that this can be, and then there is nothing to wait for.
                guard (try? await gracefulShutdown()) != nil else { return }
                await progress.waitUntilCarried(through: journal.lastSequence, within: Self.drainingTime)
            }
            await group.next()
            group.cancelAll()
        }
        await measured
    }

    /// Lets the journal know what has been waiting since before the start.
    private func measureBacklog() async {
        do {
            let start = try await journal.relayed(to: destination.topic)
            journal.markCarried(through: min(start, journal.sequenceAtOpening), bytes: 0)
            try await journal.measureBacklog(after: start)
        } catch {
            logger.error("The backlog could not be measured: \(error)")
        }
    }

    private func carryUntilCancelled() async {
        var pause = RetryPause(longest: .seconds(30))
        var batches = BatchSize(destination.properties)
        while !Task.isCancelled {
            do {
                try await carry(batches)
            } catch let error as KafkaError where error.isAboutSize && batches.halve() {
                logger.notice(
                    "The topic takes smaller batches than were sent",
                    metadata: ["topic": "\(destination.topic)", "bytes": "\(batches.bytes)"])
            } catch {
                if Task.isCancelled { break }
                let length = pause.next()
                progress.failed("\(error)", pause: length, logger: logger, broker: destination)
                // Cancelled is all that a sleep can be, and the loop looks at that itself.
                try? await Task.sleep(for: length)
            }
            if progress.isReady { pause.reset() }
        }
    }

    /// Carries with one producer, until it fails or the task is cancelled.
    private func carry(_ batches: BatchSize) async throws {
        let restarts = progress.restarts.value
        let start = progress.takeStart(
            saved: min(try await journal.relayed(to: destination.topic), journal.lastSequence))
        let window = DeliveryWindow(after: start)
        let producer = try KafkaProducer(
            topic: destination.topic, properties: destination.properties.merging(batches.properties), logger: logger
        ) { window.acknowledge($0) }
        let probe = TopicProbe(
            producer: producer, destination: destination, window: window, progress: progress, logger: logger)
        defer { progress.producerEnded() }
        let outcome = await withTaskGroup(of: Result<Void, any Error>.self) { group in
            group.addTask { await Result { try await producer.run() } }
            group.addTask { await Result { try await send(with: producer, window, probe) } }
            group.addTask { await Result { try await save(window) } }
            group.addTask { await Result { try await probe.run() } }
            group.addTask { await Result { await progress.restarts.wait(for: restarts + 1) } }
            let first = await group.next() ?? .success(())
            group.cancelAll()
            return first
        }
        // What was acknowledged need not be sent again by the next producer.
        await saveMark(window)
        try outcome.get()
    }

    private func send(with producer: KafkaProducer, _ window: DeliveryWindow, _ probe: TopicProbe) async throws {
        var sent = window.mark.sequence
        // Sending to a topic that is not there could make it with as many partitions as the broker likes.
        await probe.topicExists.wait(for: 1)
        while !Task.isCancelled {
            await journal.waitForEntries(after: sent)
            let entries = try await journal.journalEntries(after: sent, limit: Self.batchLimit)
            for entry in entries {
                await window.carried.wait(for: entry.sequence - Int64(DeliveryWindow.size))
                try Task.checkCancellation()
                try await send(entry, with: producer, window)
                sent = entry.sequence
            }
            probe.sent.advance(to: sent)
        }
    }

    private func send(_ entry: JournalEntry, with producer: KafkaProducer, _ window: DeliveryWindow) async throws {
        window.add(entry.sequence, length: entry.message.count)
        let headers = CloudEvent.headers(
            id: entry.eventID, event: entry.event, time: entry.time,
            traceParent: TraceParent(ofMessage: entry.message))
        while try !producer.send(
            key: Array(entry.user.utf8), value: entry.message, headers: headers, tag: Int(entry.sequence))
        {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Writes down how far the journal is on the topic, not at every acknowledgement.
    private func save(_ window: DeliveryWindow) async throws {
        while !Task.isCancelled {
            await window.carried.wait(for: window.saved + 1)
            await saveMark(window)
            try await Task.sleep(for: Self.savingInterval)
        }
    }

    private func saveMark(_ window: DeliveryWindow) async {
        let mark = window.mark
        let counts = window.takeCounts()
        // In this order: who adds up what waits here and what waits on the topic must not miss what is between.
        progress.reached(mark, published: counts.published)
        journal.markCarried(through: mark.sequence, bytes: counts.bytes)
        guard mark.sequence > window.saved else { return }
        do {
            try await journal.saveRelayed(to: destination.topic, through: mark.sequence)
            window.saved = mark.sequence
        } catch {
            // Tried again with the next mark; what is sent twice until then is one row in the store.
            logger.debug("The relay's cursor could not be written", metadata: ["reason": "\(error)"])
        }
    }
}

/// How many bytes of messages the producer sends to a partition at a time: halved when a topic takes less.
struct BatchSize {
    private static let property = "batch.size"
    /// One event is longer than that: it is sent by itself.
    private static let smallest = 1024

    private(set) var bytes: Int

    init(_ properties: KafkaProperties) {
        // librdkafka's default.
        bytes = properties[Self.property].flatMap(Int.init) ?? 1_000_000
    }

    var properties: [String: String] { [Self.property: "\(bytes)"] }

    /// - Returns: false when that cannot help any more.
    mutating func halve() -> Bool {
        guard bytes > Self.smallest else { return false }
        bytes = max(bytes / 2, Self.smallest)
        return true
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
