import Accounts

/// Accounts as columns for the terminal.
enum AccountTable {
    static func text(of accounts: [Account]) -> String {
        let rows =
            [["NAME", "ROLE", "STATE", "EMAIL"]]
            + accounts.map { [$0.username, $0.role.rawValue, $0.isDisabled ? "disabled" : "enabled", $0.email ?? "-"] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}
