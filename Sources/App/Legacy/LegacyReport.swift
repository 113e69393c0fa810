/// What came of taking over the legacy service's data, for the terminal.
struct LegacyReport {
    var accounts = 0
    var calculations = (new: 0, present: 0, unowned: 0)
    var messages = (new: 0, present: 0, unowned: 0, unreadable: 0)
    /// What was not taken over, and why.
    var remarks: [String] = []
    var hasAdministrator = true

    var text: String {
        var lines = [
            "Accounts: \(accounts) taken over.",
            "History: \(calculations.new) entries taken over, \(calculations.present) were there already.",
            "Events: \(messages.new) taken over, \(messages.present) were there already.",
        ]
        if calculations.unowned > 0 {
            lines.append(
                "\(calculations.unowned) entries of the history belong to no account: administrators see them.")
        }
        if messages.unowned > 0 {
            lines.append("\(messages.unowned) events belong to no account: administrators see them.")
        }
        if messages.unreadable > 0 {
            lines.append("\(messages.unreadable) events are not JSON and were stored as they are.")
        }
        lines += remarks.map { "Skipped: \($0)" }
        if !hasAdministrator {
            lines.append("No account is an administrator: make one with `math user add NAME --role admin`.")
        }
        return lines.joined(separator: "\n")
    }
}
