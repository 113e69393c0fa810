import Accounts

/// Accounts as columns for the terminal.
enum AccountTable {
    static func text(of accounts: [Account]) -> String {
        TextTable.text(
            of: [["NAME", "ROLE", "STATE", "EMAIL"]]
                + accounts.map {
                    [$0.username, $0.role.rawValue, $0.isDisabled ? "disabled" : "enabled", $0.email ?? "-"]
                })
    }
}
