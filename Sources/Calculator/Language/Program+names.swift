extension Program {
    /// The names that the source gives a meaning, and those whose meaning it takes from elsewhere.
    public var names: ProgramNames {
        var reader = NameReader()
        for statement in statements { reader.read(statement.node, isCertain: true) }
        return ProgramNames(defines: reader.defines.names, uses: reader.uses.names)
    }
}

/// What ties a source to others: each name once, in the order in which they come.
public struct ProgramNames: Sendable, Equatable {
    /// Variables, functions and units that it makes or changes, wholly or in part.
    public let defines: [String]
    /// Names that it has not defined where it uses them. Those of the catalogue and of units are among them: another
    /// source may have given them another meaning. Words of the language, which nobody can redefine, are not.
    public let uses: [String]
}

/// Each name once, in the order in which they come.
private struct NameList {
    private(set) var names: [String] = []
    private var known: Set<String> = []

    mutating func add(_ name: String) {
        if known.insert(name).inserted { names.append(name) }
    }
}

/// Walks a tree in the order in which it is evaluated.
private struct NameReader {
    var defines = NameList()
    var uses = NameList()
    /// What has been defined by now, whatever the conditions are.
    private var defined: Set<String> = []
    /// The function that is being defined, and its parameters.
    private var locals: Set<String> = []
    /// Whether what is read stands in a text, which defines nothing.
    private var isInText = false

    /// - Parameter isCertain: whether the part is evaluated whatever the conditions are.
    mutating func read(_ node: Node, isCertain: Bool) {
        switch node.kind {
        case .symbol(let name): use(name)
        case .call(let name, let arguments):
            use(name)
            for argument in arguments { read(argument, isCertain: isCertain) }
            if let operation = Catalogue.operation(named: name) { readTexts(arguments, of: operation) }
        case .assignment(let name, let value):
            define(name)
            read(value, isCertain: isCertain)
            if isCertain { defined.insert(name) }
        case .indexAssignment(let name, let indices, let value):
            use(name)
            define(name)
            for part in indices + [value] { read(part, isCertain: isCertain) }
        case .definition(let name, let parameters, let body):
            define(name)
            let outer = locals
            // A function may call itself.
            locals.formUnion(parameters + [name])
            read(body, isCertain: false)
            locals = outer
            if isCertain { defined.insert(name) }
        case .conditional(let condition, let first, let second):
            read(condition, isCertain: isCertain)
            for branch in [first, second] { read(branch, isCertain: false) }
        case .chain(let first, let links):
            read(first, isCertain: isCertain)
            for link in links {
                read(link.operand, isCertain: isCertain && link.symbol.row.logic == nil)
                if link.symbol == .to { readTexts(of: link.operand) }
            }
        case .comparison(let first, let others):
            read(first, isCertain: isCertain)
            for (index, other) in others.enumerated() { read(other.operand, isCertain: isCertain && index == 0) }
        default:
            for child in node.children { read(child, isCertain: isCertain) }
        }
    }

    private mutating func use(_ name: String) {
        if !locals.contains(name), !defined.contains(name), !Parser.reserved.contains(name) { uses.add(name) }
    }

    private mutating func define(_ name: String) {
        if !isInText { defines.add(name) }
    }

    /// The names in texts that the operation reads as expressions or as units.
    private mutating func readTexts(_ arguments: [Node], of operation: MathOperation) {
        let outer = locals
        defer { locals = outer }
        for (argument, parameter) in zip(arguments, operation.parameters) where parameter.type == .variable {
            locals.formUnion(argument.texts)
        }
        for (index, argument) in arguments.enumerated() {
            let type = index < operation.parameters.count ? operation.parameters[index].type : nil
            if operation.traits.texts == .newUnit, index == 0 {
                for name in argument.texts { define(name) }
            } else if type == .expression || operation.traits.texts != .plain {
                readTexts(of: argument)
            }
        }
    }

    private mutating func readTexts(of node: Node) {
        let outer = isInText
        defer { isInText = outer }
        isInText = true
        for text in node.texts {
            if let expression = try? Parser.expression(of: text) { read(expression, isCertain: false) }
        }
    }
}

extension Node {
    /// The texts written here, alone or in lists.
    fileprivate var texts: [String] {
        switch kind {
        case .string(let text): [text]
        case .group, .list: children.flatMap(\.texts)
        default: []
        }
    }
}
