import Text

/// Reads the parameters of a listing's query by name and type, gathering every fault.
struct QueryReader {
    private let items: FormItems
    private var problems = ProblemList()

    /// - Parameter known: the names that may occur; any other is a fault.
    init(_ items: FormItems, known: [String]) {
        self.items = items
        for item in items.items where !known.contains(where: item.name.isExactly) {
            let list = known.sorted().joined(separator: ", ")
            add("extra_forbidden", item.name, "There is no such parameter; there are: \(list)", item.value)
        }
    }

    /// A text; `nil` when it is missing, empty or longer than any that could be found.
    mutating func string(_ name: String) -> String? {
        let values = items.values(name)
        if values.count > 1 { add("list_unexpected", name, "Give this parameter once", values.joined(separator: ",")) }
        guard let text = values.first, !text.isEmpty else { return nil }
        guard text.utf8.count <= Fields.textBytes else {
            add("string_too_long", name, "Give at most \(Fields.textBytes) bytes of text here", text)
            return nil
        }
        return text
    }

    /// A whole number within bounds; the default when it is missing.
    mutating func integer(_ name: String, in bounds: ClosedRange<Int64>, default standard: Int64) -> Int64 {
        integer(name, in: bounds) ?? standard
    }

    /// A whole number within bounds; `nil` when it is missing.
    mutating func integer(_ name: String, in bounds: ClosedRange<Int64>) -> Int64? {
        guard let text = string(name) else { return nil }
        guard let number = Int64(text) else {
            add("int_parsing", name, "Give a whole number", text)
            return nil
        }
        guard bounds.contains(number) else {
            add("out_of_bounds", name, "Give a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", text)
            return nil
        }
        return number
    }

    /// A moment as RFC 3339 text or as seconds since 1970, in microseconds; `nil` when it is missing.
    mutating func moment(_ name: String) -> Int64? {
        guard let text = string(name) else { return nil }
        guard let moment = Timestamp(parsing: text) else {
            add("datetime_parsing", name, "Give a moment as 2026-01-31T12:00:00Z or as seconds since 1970", text)
            return nil
        }
        return moment.microseconds
    }

    /// - Throws: 422 with all faults, when there is one.
    func check() throws {
        if !problems.isEmpty { throw APIError(problems: problems) }
    }

    private mutating func add(_ type: String, _ name: String, _ message: String, _ input: String) {
        problems.add(.init(type: type, location: ["query", name.shown], message: message, input: input.shown))
    }
}
