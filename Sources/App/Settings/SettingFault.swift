/// Why one setting cannot work, and what to do about it.
package struct SettingFault: Sendable, Equatable, CustomStringConvertible {
    /// The variable's name, or the place in `.env`.
    package let name: String
    /// Where the value came from; nil when it is missing.
    package let origin: String?
    package let problem: String

    package init(_ name: String, origin: String? = nil, _ problem: String) {
        self.name = name
        self.origin = origin
        self.problem = problem
    }

    package var description: String {
        guard let origin else { return "\(name): \(problem)" }
        return "\(name) (\(origin)): \(problem)"
    }
}

/// All the faults found in one reading of the settings; never empty.
package struct SettingFaults: Error, Sendable, Equatable, CustomStringConvertible {
    package let faults: [SettingFault]

    package init(_ faults: [SettingFault]) {
        self.faults = faults
    }

    package var description: String {
        let count = faults.count == 1 ? "a setting" : "\(faults.count) settings"
        let lines = faults.map { "  \($0)\n" }.joined()
        return "math: \(count) cannot work, so nothing was started:\n\(lines)"
    }
}
