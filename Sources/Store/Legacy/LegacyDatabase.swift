internal import Events
internal import GRDB
internal import Text

/// A database of the legacy service: `requests.db`, `events.db`, or one file with everything. It is only read.
package final class LegacyDatabase: Sendable {
    package let path: String
    private let file: DatabaseQueue

    private enum Names {
        static let user = ["username", "user_name", "user", "login"]
        static let hash = ["hashed_password", "password_hash", "hashed_pw", "password"]
        static let operation = ["operation", "operation_type", "function", "endpoint"]
        static let input = ["input_data", "input", "inputs", "parameters", "params", "payload", "arguments"]
        static let result = ["result", "output", "response"]
        static let time = ["timestamp", "created_at", "created", "time", "date"]
        static let userID = ["user_id", "owner_id"]
    }

    /// - Throws: ``StoreError`` when the file cannot be read, or is no database.
    package init(path: String) throws(StoreError) {
        self.path = path
        do {
            file = try DatabaseQueue(path: path, configuration: DatabaseFile.reading)
            _ = try file.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Every account, in the order of their making; none when there is no such table.
    package func users() throws(StoreError) -> [LegacyUser] {
        try read { db in
            guard let table = try Self.userTable(db) else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(table.value(Names.user)), \(table.value(["email", "mail"])), \(table.value(Names.hash)),
                        \(table.value(["role"])), \(table.value(["is_admin", "is_superuser", "admin"])),
                        \(table.value(["disabled", "is_disabled"])), \(table.value(["is_active", "active"])),
                        \(table.time(["created_at", "created"]))
                    FROM \(table.quotedName) ORDER BY rowid
                    """
            ).map { row in
                LegacyUser(
                    name: Self.text(row[0]) ?? "", email: Self.text(row[1]).flatMap { $0.isEmpty ? nil : $0 },
                    passwordHash: Self.text(row[2]) ?? "",
                    isAdministrator: Self.text(row[3])?.lowercased() == "admin" || Self.isTrue(row[4]),
                    isDisabled: Self.isTrue(row[5]) || !(row[6] as DatabaseValue).isNull && !Self.isTrue(row[6]),
                    createdAt: row[7])
            }
        }
    }

    /// The calculations after a row, in order; none when there is no such table.
    package func calculations(after row: Int64, limit: Int) throws(StoreError) -> [LegacyCalculation] {
        try read { db in
            guard let table = try LegacyTable.find(db, with: [Names.operation, Names.result]) else { return [] }
            let known = Names.user + Names.operation + Names.result + Names.time + Names.userID + ["id"]
            let input = table.column(Names.input) ?? table.object(without: known)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT rowid, \(try Self.userName(db, of: table)), \(table.value(Names.operation)), \(input),
                        \(table.value(Names.result)), \(table.time(Names.time))
                    FROM \(table.quotedName) AS calculation WHERE rowid > ? ORDER BY rowid LIMIT ?
                    """, arguments: [row, limit]
            ).map { row in
                LegacyCalculation(
                    row: row[0], user: Self.text(row[1]).flatMap { $0.utf8.count > Self.nameBytes ? nil : $0 },
                    operation: (Self.text(row[2]) ?? "").cut(toBytes: Event.nameLimit),
                    input: Self.text(row[3]) ?? "null", result: Self.text(row[4]), time: row[5])
            }
        }
    }

    /// The messages after a row, in order; none when there is no such table.
    package func messages(after row: Int64, limit: Int) throws(StoreError) -> [LegacyMessage] {
        try read { db in
            guard try db.tableExists("kafka_logs") else { return [] }
            return try Row.fetchAll(
                db, sql: "SELECT rowid, topic, message FROM kafka_logs WHERE rowid > ? ORDER BY rowid LIMIT ?",
                arguments: [row, limit]
            ).map { row in
                LegacyMessage(row: row[0], topic: Self.text(row[1]) ?? "", message: Self.text(row[2]) ?? "")
            }
        }
    }

    /// Which of what can be taken over is there, in words.
    package func contents() throws(StoreError) -> [String] {
        try read { db in
            var contents: [String] = []
            if let users = try Self.userTable(db) { contents.append("users (\(users.name))") }
            if let history = try LegacyTable.find(db, with: [Names.operation, Names.result]) {
                contents.append("history (\(history.name))")
            }
            if try db.tableExists("kafka_logs") { contents.append("events (kafka_logs)") }
            return contents
        }
    }
}

extension LegacyDatabase {
    private static func userTable(_ db: Database) throws -> LegacyTable? {
        try LegacyTable.find(db, with: [Names.user, Names.hash])
    }

    /// The column with the user's name, or a look-up by the user's id.
    private static func userName(_ db: Database, of table: LegacyTable) throws -> String {
        if let name = table.column(Names.user) { return name }
        guard let id = table.column(Names.userID), let users = try userTable(db), let userID = users.column(["id"])
        else { return "NULL" }
        return """
            (SELECT users.\(users.value(Names.user)) FROM \(users.quotedName) AS users
            WHERE users.\(userID) = calculation.\(id))
            """
    }

    /// What is longer was given as a name by somebody, and is nobody's.
    private static let nameBytes = 1024

    /// A value of any type as text.
    private static func text(_ value: DatabaseValue) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let data): String(decoding: data, as: UTF8.self)
        }
    }

    private static func isTrue(_ value: DatabaseValue) -> Bool {
        switch value.storage {
        case .int64(let number): number != 0
        case .string(let text): ["1", "true", "t", "yes"].contains(text.lowercased())
        default: false
        }
    }

    private func read<T>(_ query: (Database) throws -> T) throws(StoreError) -> T {
        do {
            return try file.read(query)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
