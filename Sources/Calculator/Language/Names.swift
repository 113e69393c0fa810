/// What is said about names that mean nothing.
enum Names {
    /// The fault of an unknown name, with the nearest known one.
    static func undefined(_ name: String, known: [String], at place: SourceRange?) -> Fault {
        if name == "Infinity" || name == "NaN" {
            return Fault(
                .notFinite, "\(name) is no number that can be calculated with here: use a finite one", at: place)
        }
        let near = nearest(to: name, known)
        let hint = near.map { "did you mean \($0)?" }
        return Fault(
            .undefinedSymbol,
            "\(name.shortened) is not defined: assign it first, \(name.shortened) = …, or check how it is written",
            at: place, hint: hint)
    }

    /// The fault of a call to an unknown function, with the nearest known one.
    static func undefinedFunction(_ name: String, known: [String], at place: SourceRange?) -> Fault {
        let hint = nearest(to: name, known).map { "did you mean \($0)?" }
        return Fault(
            .undefinedFunction,
            "There is no function \(name.shortened): define it first, \(name.shortened)(x) = …, or see the catalogue",
            at: place, hint: hint)
    }

    private static func nearest(to name: String, _ known: [String]) -> String? {
        if let synonym = synonyms[name.lowercased()] { return synonym }
        let names = known.sorted() + Catalogue.operations.map(\.name) + NamedConstants.names
        guard let near = Spelling.nearest(to: name, among: names, given: []) else { return nil }
        // Two slips in a short word make another word.
        let slips = Spelling.distance(Array(name.lowercased().utf8), Array(near.lowercased().utf8))
        return slips <= max(1, name.utf8.count / 3) ? near : nil
    }

    /// What people write who come from other languages.
    private static let synonyms = Dictionary(
        uniqueKeysWithValues: Catalogue.operations.flatMap { operation in
            operation.traits.synonyms.map { ($0, operation.name) }
        })
}
