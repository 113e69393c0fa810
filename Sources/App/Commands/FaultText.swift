import Calculator

/// A fault as a person at a terminal reads it: the sentence, the line, and the place marked below.
enum FaultText {
    static func text(of fault: Fault, in source: String) -> String {
        guard let place = fault.place else {
            return fault.hint.map { "\(fault.message)\n  \($0)\n" } ?? "\(fault.message)\n"
        }
        let scalars = Array(source.unicodeScalars)
        let offset = min(place.offset, scalars.count)
        let start = scalars[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = scalars[offset...].firstIndex(of: "\n") ?? scalars.count
        // A tab stays a tab, so that the mark stands below what it marks.
        let indent = scalars[start..<offset].map { $0 == "\t" ? "\t" : " " }.joined()
        let marks = String(repeating: "^", count: max(1, min(place.length, end - offset)))
        let line = String(String.UnicodeScalarView(scalars[start..<end]))
        return "\(fault.message)\n  \(line)\n  \(indent)\(marks)\(fault.hint.map { " \($0)" } ?? "")\n"
    }
}
