package import Accounts
package import Store

/// Carries out account commands of the machine itself on the open database, each with its event.
package struct LocalAdministration: Sendable {
    private let database: ServiceDatabase
    private let accounts: AccountService

    package init(database: ServiceDatabase, accounts: AccountService) {
        self.database = database
        self.accounts = accounts
    }

    /// Does what `command` says. What goes wrong is told in the answer.
    package func perform(_ command: AccountCommand) async -> AccountAnswer {
        do {
            return AccountAnswer(succeeded: true, text: try await text(for: command))
        } catch {
            return AccountAnswer(succeeded: false, text: "\(error).")
        }
    }

    private func text(for command: AccountCommand) async throws -> String {
        switch command {
        case .add(let name, let role, let email, let password):
            let event = LocalEvent("register", input: [("username", name), ("email", email), ("role", role.rawValue)])
            let registration = Registration(username: name, email: email, password: password.reveal())
            let account = try await recordingRefusal(event) {
                try await accounts.create(registration, role: role) { event.succeeded($0.username) }
            }
            return "Made \(account.username), role \(account.role.rawValue)."
        case .list:
            return AccountTable.text(of: try await all())
        case .setRole(let name, let role):
            let event = LocalEvent("change_user", input: [("username", name), ("role", role.rawValue)])
            let account = try await recordingRefusal(event) {
                try await accounts.update(username: name, role: role) { _ in event.succeeded("success") }
            }
            return "\(account.username) has the role \(account.role.rawValue)."
        case .setDisabled(let name, let disabled):
            let event = LocalEvent("change_user", input: [("username", name), ("disabled", "\(disabled)")])
            let account = try await recordingRefusal(event) {
                try await accounts.update(username: name, disabled: disabled) { _ in event.succeeded("success") }
            }
            return "\(account.username) is \(account.isDisabled ? "disabled" : "enabled")."
        case .signOut(let name?):
            let event = LocalEvent("sign_out", input: [("username", name)])
            let account = try await recordingRefusal(event) {
                try await accounts.signOut(username: name) { _ in event.succeeded("success") }
            }
            return "\(account.username) is signed out everywhere."
        case .signOut(nil):
            let event = LocalEvent("sign_out", input: [("all", "true")])
            try await accounts.signOutEverybody { event.succeeded("success") }
            return "Everybody is signed out."
        }
    }

    private func recordingRefusal(_ event: LocalEvent, _ action: () async throws -> Account) async throws -> Account {
        // Not in a `catch`: awaiting there makes the optimizer of Swift 6.3.1 crash (LLVM, CoroSplit).
        let refusal: AccountError
        do {
            return try await action()
        } catch let error as AccountError {
            refusal = error
        }
        try await database.append(event.refused(refusal))
        throw refusal
    }

    private func all() async throws -> [Account] {
        let pageSize = 1000
        var all: [Account] = []
        var page: [Account]
        repeat {
            page = try await accounts.accounts(after: all.last?.username ?? "", limit: pageSize)
            all += page
        } while page.count == pageSize
        return all
    }
}
