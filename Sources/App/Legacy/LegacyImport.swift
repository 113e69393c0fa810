import Accounts
import Events
import Store

/// Takes over what the legacy service has kept. Doing it again takes over what has come since.
struct LegacyImport {
    let database: ServiceDatabase
    let store: EventStore
    let accounts: AccountService

    private static let pageSize = 1000

    /// - Throws: `StoreError` when anything cannot be read or written; what does not fit is told in the report.
    func run(_ sources: [LegacyDatabase]) async throws -> LegacyReport {
        var report = LegacyReport()
        for source in sources { try await adoptUsers(of: source, &report) }
        let names = try await database.usernames()
        var history = LegacyHistory()
        for source in sources { try readHistory(of: source, names, into: &history, &report) }
        // Before the history: what is in both is stored once, by its identity, with the message as it was sent.
        for source in sources { try storeMessages(of: source, names, &history, &report) }
        report.calculations.new = try await database.appendImported(history.events)
        report.calculations.present = history.events.count - report.calculations.new
        report.hasAdministrator = try await accounts.hasAdministrator()
        return report
    }

    private func adoptUsers(of source: LegacyDatabase, _ report: inout LegacyReport) async throws {
        for user in try source.users() {
            let event = LocalEvent(
                "register",
                input: [("username", user.name), ("email", user.email), ("role", user.role.rawValue)])
            do {
                if let problem = try await accounts.adopt(AdoptedAccount(user), event: { event.succeeded($0.username) })
                {
                    report.remarks.append("the address of \(quoted(user.name)): it \(problem)")
                }
                report.accounts += 1
            } catch let error as AccountError {
                report.remarks.append("the account \(quoted(user.name)): \(error.message)")
            }
        }
    }

    private func readHistory(
        of source: LegacyDatabase, _ names: Set<String>, into history: inout LegacyHistory, _ report: inout LegacyReport
    ) throws {
        var page: [LegacyCalculation] = []
        repeat {
            page = try source.calculations(after: page.last?.row ?? .min, limit: Self.pageSize)
            for calculation in page {
                let owner = calculation.user.flatMap { names.contains($0) ? $0 : nil }
                if owner == nil { report.calculations.unowned += 1 }
                history.add(calculation, source: source.path, owner: owner)
            }
        } while page.count == Self.pageSize
    }

    private func storeMessages(
        of source: LegacyDatabase, _ names: Set<String>, _ history: inout LegacyHistory, _ report: inout LegacyReport
    ) throws {
        var page: [LegacyMessage] = []
        repeat {
            page = try source.messages(after: page.last?.row ?? .min, limit: Self.pageSize)
            let records = page.map { record(of: $0, names, &history, &report) }
            let before = store.storedEvents
            if !records.isEmpty { try store.record(StoreBatch(records: records, positions: [])) }
            report.messages.new += store.storedEvents - before
            report.messages.present += records.count - (store.storedEvents - before)
        } while page.count == Self.pageSize
    }

    /// A name without an account is nobody's: whoever registers it later must not see another's record.
    private func record(
        of message: LegacyMessage, _ names: Set<String>, _ history: inout LegacyHistory, _ report: inout LegacyReport
    ) -> EventRecord {
        let bytes = Array(message.message.utf8)
        let read = try? TopicMessage(bytes)
        if read == nil { report.messages.unreadable += 1 }
        let owner = read?.user.flatMap { names.contains($0) ? $0 : nil }
        if read?.user != nil, owner == nil { report.messages.unowned += 1 }
        var match: EventID?
        if let user = read?.user, let event = read?.event, let time = read?.time {
            match = history.takeMatch(user: user, operation: event, time: time)
        }
        let id =
            match
            ?? .legacy(time: read?.time, ["message", message.topic, "\(message.row)", message.message])
        var record = EventRecord(
            eventID: id.description, topic: message.topic, place: (0, 0), user: owner, event: read?.event,
            status: read?.status, time: read?.time, message: bytes)
        record.place = nil
        return record
    }
}

extension LegacyUser {
    var role: Role { isAdministrator ? .admin : .user }
}

extension AdoptedAccount {
    fileprivate init(_ user: LegacyUser) {
        self.init(
            username: user.name, email: user.email, passwordHash: user.passwordHash, role: user.role,
            isDisabled: user.isDisabled, createdAt: user.createdAt.map { $0 / 1_000_000 })
    }
}
