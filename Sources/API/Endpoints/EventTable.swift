import Events
import HTTPServer
import Store

/// Events as CSV (RFC 4180), for spreadsheets and for programs.
///
/// Everything is done by bytes: to Swift, a quotation mark with an accent behind it is another character.
enum EventTable {
    /// Says to a spreadsheet that this is UTF-8.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// What a message says, by column.
    private static let members: [StaticString] = [
        "id", "time", "user", "event", "status", "code", "input", "result", "request_id", "duration_us", "cached",
    ]

    /// The line of names. What is added comes last, so that those who count columns find the others where they were.
    static let head = byteOrderMark + Array((members.map { "\($0)" } + ["timestamp"]).joined(separator: ",").utf8) + end

    private static let end = Array("\r\n".utf8)

    /// Appends the row of an event. `timestamp` is the time as RFC 3339 has it.
    static func append(_ event: EventRow, to text: inout [UInt8]) {
        event.withMessage { message in
            let isEvent: Void? = MessageMembers.reading(message) { members in
                for name in Self.members {
                    if let value = members[name] { MessageMembers.withText(value) { appendCell($0, to: &text) } }
                    text.append(comma)
                }
                if let time = members.time { Event.appendTimestamp(time, to: &text) }
            }
            // What is no object has no members.
            if isEvent == nil { text += repeatElement(comma, count: members.count) }
        }
        text += end
    }

    /// Appends a cell that a spreadsheet shows as it is. One that begins like a formula would be run by it (OWASP, CSV
    /// injection), so it gets an apostrophe, unless it is a number.
    static func appendCell(_ cell: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        let isFormula = beginsLikeFormula(cell) && !isNumber(cell)
        guard cell.contains(where: { $0 == quote || $0 == comma || $0 == 0x0D || $0 == 0x0A }) else {
            if isFormula { text.append(apostrophe) }
            text.append(contentsOf: cell)
            return
        }
        text.append(quote)
        if isFormula { text.append(apostrophe) }
        var rest = cell[...]
        while let end = rest.firstIndex(of: quote) {
            text.append(contentsOf: rest[...end])
            text.append(quote)
            rest = rest[(end + 1)...]
        }
        text.append(contentsOf: rest)
        text.append(quote)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let apostrophe = UInt8(ascii: "'")

    /// `=`, `+`, `-`, `@`, tab, carriage return and line feed; the wide forms of the first four, which a spreadsheet takes
    /// for them where people write Chinese or Japanese.
    private static func beginsLikeFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        switch cell.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case 0xEF: ["＝", "＋", "－", "＠"].contains { cell.starts(with: $0.utf8) }
        default: false
        }
    }

    /// Whether it is a decimal number, with a sign and an exponent or without.
    private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = cell[...]
        func take(_ bytes: StaticString) -> Bool {
            guard let first = rest.first, bytes.withUTF8Buffer({ $0.contains(first) }) else { return false }
            rest = rest.dropFirst()
            return true
        }
        func takeDigits() -> Bool {
            let before = rest.count
            rest = rest.drop(while: \.isDigit)
            return rest.count < before
        }
        _ = take("+-")
        guard takeDigits() else { return false }
        if take("."), !takeDigits() { return false }
        if take("eE") {
            _ = take("+-")
            guard takeDigits() else { return false }
        }
        return rest.isEmpty
    }
}
