import Numbers

/// Exact numbers as text of the language: `sqrt(2)/2`, `3*pi/4`, `log(10)`.
enum ClosedText {
    /// Longer than this a formula tells less than its digits.
    private static let longest = 160

    /// The text of a real number; nil when no short one without complex parts is known.
    static func text(of form: ClosedForm) -> String? {
        let direct = form.formula.flatMap { Formula($0) }?.text
        // Only a root in a denominator is worth the search for a better form, which takes a millisecond.
        if let direct, direct.utf8.count <= longest, !direct.contains("/(") { return direct }
        let algebraic = form.algebraicFormula.flatMap { Formula($0) }?.text
        let best = [direct, algebraic].compactMap(\.self).min { $0.utf8.count < $1.utf8.count }
        return best.flatMap { $0.utf8.count <= longest ? $0 : nil }
    }

    /// A part of a text and how tightly it binds.
    private struct Formula {
        enum Binding: Int, Comparable {
            case sum, product, power, atom

            static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
        }

        let text: String
        let binding: Binding

        init(_ text: String, _ binding: Binding) {
            self.text = text
            self.binding = binding
        }

        init?(_ formula: ClosedFormula) {
            switch formula {
            case .atom("Pi"): self.init("pi", .atom)
            case .atom(let name):
                guard let number = Int(name) ?? (name.allSatisfy(\.isNumber) ? 1 : nil) else { return nil }
                self.init(name, number < 0 ? .sum : .atom)
            case .call(let name, let arguments):
                var parts: [Formula] = []
                for argument in arguments {
                    guard let part = Formula(argument) else { return nil }
                    parts.append(part)
                }
                guard let made = Self.made(name, parts) else { return nil }
                self = made
            }
        }

        private static func made(_ name: String, _ parts: [Formula]) -> Formula? {
            switch (name, parts.count) {
            case ("Add", 1...): return sum(parts)
            case ("Sub", 2): return Formula("\(parts[0].text) - \(parts[1].wrapped(in: .product))", .sum)
            case ("Neg", 1): return Formula("-\(parts[0].wrapped(in: .product))", .sum)
            case ("Mul", 1...): return product(parts)
            case ("Div", 2):
                let isNegative = parts[0].text.hasPrefix("-") && !parts[0].isSum
                let above = isNegative ? parts[0].text : parts[0].wrapped(in: .product)
                return Formula("\(above)/\(parts[1].wrapped(in: .power))", isNegative ? .sum : .product)
            case ("Pow", 2): return Formula("\(parts[0].wrapped(in: .atom))^\(parts[1].wrapped(in: .atom))", .power)
            case ("Exp", 1): return parts[0].text == "1" ? Formula("e", .atom) : Formula("exp(\(parts[0].text))", .atom)
            case ("Sqrt", 1), ("Log", 1), ("Sin", 1), ("Cos", 1), ("Tan", 1):
                return Formula("\(name.lowercased())(\(parts[0].text))", .atom)
            default: return nil
            }
        }

        private static func sum(_ parts: [Formula]) -> Formula {
            var text = parts[0].text
            for part in parts.dropFirst() {
                text += part.text.hasPrefix("-") ? " - \(part.text.dropFirst())" : " + \(part.text)"
            }
            return Formula(text, .sum)
        }

        private static func product(_ parts: [Formula]) -> Formula {
            if parts[0].text == "-1", parts.count > 1 {
                let rest = product(Array(parts.dropFirst()))
                return Formula("-\(rest.wrapped(in: .product))", .sum)
            }
            let isNegative = parts[0].text.hasPrefix("-") && !parts[0].isSum
            let first = isNegative ? parts[0].text : parts[0].wrapped(in: .product)
            let rest = parts.dropFirst().map { $0.wrapped(in: .product) }
            return Formula(([first] + rest).joined(separator: "*"), isNegative ? .sum : .product)
        }

        /// Whether the text has several terms.
        private var isSum: Bool { text.contains(" + ") || text.contains(" - ") }

        private func wrapped(in binding: Binding) -> String {
            self.binding < binding ? "(\(text))" : text
        }
    }
}
