/// Names and signs as LaTeX writes them.
enum LaTeX {
    private static let greek: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi",
        "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi",
        "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
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
        Catalogue.operation(named: name)?.traits.latex?.name
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
