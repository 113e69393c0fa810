/// Names and signs as LaTeX writes them.
enum LaTeX {
    private static let greek: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi",
        "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi",
        "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
    ]

    private static let functions: [String: String] = [
        "sin": "\\sin", "cos": "\\cos", "tan": "\\tan", "asin": "\\arcsin", "acos": "\\arccos", "atan": "\\arctan",
        "sec": "\\sec", "csc": "\\csc", "cot": "\\cot", "coth": "\\coth", "sinh": "\\sinh", "cosh": "\\cosh",
        "tanh": "\\tanh", "log": "\\ln", "log10": "\\log_{10}", "log2": "\\log_{2}",
        "gcd": "\\gcd", "det": "\\det", "min": "\\min", "max": "\\max", "arg": "\\arg", "gamma": "\\Gamma",
        "zeta": "\\zeta", "re": "\\operatorname{Re}", "im": "\\operatorname{Im}", "sum": "\\sum", "prod": "\\prod",
    ]

    /// A variable or constant: one letter slanted, a Greek name its letter, `x_1` with an index, others upright.
    static func name(_ name: String) -> String {
        if greek.contains(name) { return "\\\(name)" }
        if name == "π" { return "\\pi" }
        let parts = name.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
            return "\(self.name(parts[0]))_{\(self.name(parts[1]))}"
        }
        return name.count == 1 ? escaped(name) : "\\mathrm{\(escaped(name))}"
    }

    /// What stands in a result: a constant as everywhere, and a unit upright (SI Brochure, 5.2).
    static func unit(_ name: String) -> String {
        NamedConstants.names.contains(name) || greek.contains(name) ? self.name(name) : "\\mathrm{\(escaped(name))}"
    }

    /// A function's name.
    static func function(_ name: String) -> String {
        functions[name]
            ?? (name.count == 1 || greek.contains(name) ? self.name(name) : "\\operatorname{\(escaped(name))}")
    }

    /// Characters with a meaning in LaTeX as themselves, in a text or in a name. (`\\^{}` would be an accent in KaTeX.)
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "%", "_": result += "\\\(scalar)"
            case "^": result += "\\textasciicircum{}"
            case "~": result += "\\textasciitilde{}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

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
