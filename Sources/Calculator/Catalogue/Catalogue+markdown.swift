extension Catalogue {
    /// The catalogue as the page `docs/catalogue.md`.
    public static var markdown: String {
        var page = """
            # The catalogue

            Every operation: a route (`GET` and `POST /math/{name}`), a function of the [language](language.md) and a command \
            of the terminal (`math eval`). This page is made from the declarations (`make catalogue`).

            """
        for category in OperationCategory.allCases {
            let members = operations.filter { $0.category == category }
            if members.isEmpty { continue }
            page += "\n## \(category.title)\n"
            for operation in members { page += operation.markdown }
        }
        return page
    }
}

extension OperationCategory {
    /// The name as a heading.
    fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension MathOperation {
    fileprivate var markdown: String {
        let names = parameters.map { $0.isRequired ? $0.name : "\($0.name)?" }.joined(separator: ", ")
        var text = "\n### `\(name)(\(names))`\n\n\(summary)\n"
        if !parameters.isEmpty {
            text += "\n| parameter | takes | meaning |\n|---|---|---|\n"
            for parameter in parameters {
                text += "| `\(parameter.name)` | \(parameter.domain) | \(parameter.summary.cell) |\n"
            }
        }
        text += "\n```\n"
        for example in examples { text += "\(example.expression) = \(example.result)\n" }
        return text + "```\n"
    }
}

extension Parameter {
    /// What may be given, in words: `a whole number of at least 0, 2 if left out`.
    fileprivate var domain: String {
        var text = type.words
        if let count {
            switch type {
            case .matrix, .squareMatrix: text += " of at most \(count.upperBound) rows and columns"
            default: text += count.lowerBound > 1 ? " (\(count.lowerBound) to \(count.upperBound))" : ""
            }
        }
        switch (minimum, maximum) {
        case (let least?, let most?): text += " from \(least) to \(most)"
        case (let least?, nil): text += " of at least \(least)"
        case (nil, let most?): text += " of at most \(most)"
        case (nil, nil): break
        }
        if let defaultValue { text += "; `\(defaultValue)` if left out" } else if !isRequired { text += ", optional" }
        return text.cell
    }
}

extension ParameterType {
    fileprivate var words: String {
        switch self {
        case .number: "a number"
        case .real: "a real number"
        case .integer: "a whole number"
        case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .numbers: "a list of numbers"
        case .integers: "a list of whole numbers"
        case .list: "a list"
        case .matrix: "a matrix"
        case .squareMatrix: "a square matrix"
        case .expression: "an expression as text, or a function"
        case .variable: "a variable's name as text"
        case .text: "a text"
        case .any: "any value"
        }
    }
}

extension String {
    /// Fit for a cell of a table.
    fileprivate var cell: String { replacing("|", with: "\\|") }
}
