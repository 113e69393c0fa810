extension Rendering {
    /// Longer than this an exact text is no help to the eye.
    private static let longest = 400

    /// The value as LaTeX: exactly where that is short, else rounded.
    public var latex: String {
        let text = expression ?? exact.flatMap { $0.utf8.count <= Self.longest ? $0 : nil } ?? decimal
        guard text.utf8.count <= Limits.sourceBytes, let node = try? Parser.expression(of: text) else {
            // A number beyond what the language reads.
            guard let e = text.firstIndex(of: "e"), type == .real else { return "\\text{\(LaTeX.escaped(text))}" }
            return "\(text[..<e]) \\cdot 10^{\(text[text.index(after: e)...].drop { $0 == "+" })}"
        }
        return node.latex(namesAreUnits ? .quantities : .expression)
    }

    /// Whether what has a name in the text is a unit, or a constant.
    private var namesAreUnits: Bool {
        switch type {
        case .unit: true
        case .list, .matrix: expression == nil
        default: false
        }
    }
}
