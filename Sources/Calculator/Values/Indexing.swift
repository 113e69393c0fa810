import Numbers

/// Parts of lists and matrices, counted from 1.
enum Indexing {
    /// What an index selects of one dimension.
    enum Selector {
        /// One element, which takes the dimension away.
        case one(Int)
        /// Several, in this order.
        case several([Int])

        var positions: [Int] {
            switch self {
            case .one(let position): [position]
            case .several(let positions): positions
            }
        }
    }

    /// The length of each dimension.
    static func sizes(of value: Value) -> [Int] {
        if case .string(let text, _) = value { return [text.unicodeScalars.count] }
        guard case .list(let elements) = value else { return [] }
        return [elements.count] + (elements.first.map(sizes) ?? [])
    }

    /// Reads an index: a whole number, or a list of them.
    static func selector(_ value: Value, length: Int) throws(Fault) -> Selector {
        switch value {
        case .list(let elements):
            return .several(try elements.map { element throws(Fault) in try position(element, length) })
        default: return .one(try position(value, length))
        }
    }

    private static func position(_ value: Value, _ length: Int) throws(Fault) -> Int {
        guard case .number(let number) = value, let index = number.asInteger else {
            throw Fault(.indexOutOfRange, "An index is a whole number, counted from 1, or a range such as 1:3")
        }
        guard let position = index.asInt, position >= 1, position <= length else {
            throw Fault(
                .indexOutOfRange,
                length == 0
                    ? "There is nothing to select: the list is empty or has fewer dimensions"
                    : "The index \(index.description.shortened) is outside the list: use 1 to \(length)")
        }
        return position - 1
    }

    /// The selected part.
    static func element(of value: Value, _ selectors: [Selector]) throws(Fault) -> Value {
        guard let selector = selectors.first else { return value }
        guard case .list(let elements) = value else {
            if case .string(let text, _) = value, selectors.count == 1 { return try characters(of: text, selector) }
            throw Fault(.typeMismatch, "Only lists, matrices and texts have parts, not \(value.kind)")
        }
        let rest = Array(selectors.dropFirst())
        switch selector {
        case .one(let position): return try element(of: elements[position], rest)
        case .several(let positions):
            return .list(try positions.map { position throws(Fault) in try element(of: elements[position], rest) })
        }
    }

    private static func characters(of text: String, _ selector: Selector) throws(Fault) -> Value {
        let scalars = Array(text.unicodeScalars)
        guard selector.positions.allSatisfy({ $0 < scalars.count }) else {
            throw Fault(.indexOutOfRange, "The index is outside the text, which has \(scalars.count) characters")
        }
        return .string(String(String.UnicodeScalarView(selector.positions.map { scalars[$0] })))
    }

    /// The list with the selected part replaced: by one value everywhere, or by a list element for element.
    ///
    /// A part of a matrix may be given as a matrix of its size too: `a[:, 1] = [5; 6]`.
    static func replacing(_ selectors: [Selector], in value: Value, with replacement: Value) throws(Fault) -> Value {
        guard selectors.count > 1 else { return try placing(selectors, in: value, replacement) }
        return try placing(selectors, in: value, try fitted(replacement, to: selectors))
    }

    /// A matrix without the dimensions that an index has taken away.
    private static func fitted(_ replacement: Value, to selectors: [Selector]) throws(Fault) -> Value {
        let isWhole = sizes(of: replacement).count == selectors.count
        let isOneElement = selectors.allSatisfy { if case .one = $0 { true } else { false } }
        guard isWhole || isOneElement else { return replacement }
        return try unwrapped(replacement, selectors[...])
    }

    private static func unwrapped(_ value: Value, _ selectors: ArraySlice<Selector>) throws(Fault) -> Value {
        guard let selector = selectors.first, case .list(let elements) = value else { return value }
        if case .one = selector {
            guard elements.count == 1 else {
                throw Fault(.dimensionMismatch, "\(elements.count) values cannot take the place of one")
            }
            return try unwrapped(elements[0], selectors.dropFirst())
        }
        return .list(
            try elements.map { element throws(Fault) in try unwrapped(element, selectors.dropFirst()) })
    }

    private static func placing(_ selectors: [Selector], in value: Value, _ replacement: Value) throws(Fault) -> Value {
        guard let selector = selectors.first else { return replacement }
        guard case .list(var elements) = value else {
            throw Fault(.typeMismatch, "Only parts of lists and matrices can be assigned to, not of \(value.kind)")
        }
        let rest = Array(selectors.dropFirst())
        switch selector {
        case .one(let position):
            elements[position] = try placing(rest, in: elements[position], replacement)
        case .several(let positions):
            let parts = replacement.asList
            guard parts == nil || parts?.count == positions.count else {
                throw Fault(
                    .dimensionMismatch, "\(parts?.count ?? 1) values cannot take the places of \(positions.count)")
            }
            for (index, position) in positions.enumerated() {
                elements[position] = try placing(rest, in: elements[position], parts?[index] ?? replacement)
            }
        }
        return .list(elements)
    }
}
