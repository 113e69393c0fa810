/// The `.env` file: `KEY=VALUE` lines, as shells and Compose files write them.
///
/// Blank lines, `#` comments and a leading `export` are allowed. A value stands bare (up to ` #`), in single quotes
/// (taken as it is) or in double quotes (`\n \t \r \" \\ \$` are undone). Nothing is substituted. The last of two equal
/// keys wins.
package struct DotEnv: Sendable, Equatable {
    package private(set) var values: [String: String] = [:]
    package private(set) var faults: [SettingFault] = []
    /// Why a file that is there was left out, for the person who may wonder.
    package private(set) var remark: String?

    init(fault: SettingFault) {
        faults = [fault]
    }

    init(remark: String) {
        self.remark = remark
    }

    package init(_ text: String = "") {
        let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
        for (index, line) in lines.enumerated() {
            do throws(LineProblem) {
                guard let (key, value) = try Self.entry(in: Self.trimmed(line.drop { $0 == "\u{FEFF}" })) else {
                    continue
                }
                values[key] = value
            } catch {
                faults.append(SettingFault(".env line \(index + 1)", error.text))
            }
        }
    }

    private typealias Scalars = Substring.UnicodeScalarView

    private struct LineProblem: Error {
        let text: String
    }

    private static func entry(in line: Scalars) throws(LineProblem) -> (key: String, value: String)? {
        guard let first = line.first, first != "#" else { return nil }
        guard let equals = line.firstIndex(of: "=") else {
            throw LineProblem(text: "write KEY=VALUE, or start a comment with #.")
        }
        var key = trimmed(line[..<equals])
        if key.starts(with: "export ".unicodeScalars) {
            key = trimmed(key.dropFirst(7))
        }
        guard isName(key) else {
            throw LineProblem(text: "a key has letters, digits and underscores, and does not begin with a digit.")
        }
        return (String(key), try value(in: trimmed(line[line.index(after: equals)...])))
    }

    private static func value(in text: Scalars) throws(LineProblem) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return String(trimmed(withoutComment(text)))
        }
        var value = String.UnicodeScalarView()
        var rest = text.dropFirst()
        while let scalar = rest.popFirst() {
            if scalar == quote {
                let after = trimmed(rest)
                guard after.isEmpty || after.first == "#" else {
                    throw LineProblem(text: "after the closing quote only a comment may follow.")
                }
                return String(value)
            }
            if scalar == "\\", quote == "\"", let escaped = rest.popFirst() {
                value.append(contentsOf: unescaped(escaped))
            } else {
                value.append(scalar)
            }
        }
        throw LineProblem(text: "the quote is not closed on this line.")
    }

    private static func unescaped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar {
        case "n": "\n".unicodeScalars
        case "t": "\t".unicodeScalars
        case "r": "\r".unicodeScalars
        case "\"", "\\", "$": String(scalar).unicodeScalars
        default: "\\\(scalar)".unicodeScalars
        }
    }

    private static func withoutComment(_ text: Scalars) -> Scalars {
        var previous: Unicode.Scalar = " "
        for index in text.indices {
            if text[index] == "#", isSpace(previous) { return text[..<index] }
            previous = text[index]
        }
        return text
    }

    private static func isName(_ key: Scalars) -> Bool {
        guard let first = key.first, !("0"..."9").contains(first) else { return false }
        return key.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r"
    }

    private static func trimmed(_ text: Scalars) -> Scalars {
        let start = text.drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return start[start.endIndex...] }
        return start[...last]
    }
}
