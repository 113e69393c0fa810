extension Node {
    /// Whether every name is a constant or an operation, and nothing is assigned.
    var isClosed: Bool {
        switch kind {
        case .symbol(let name):
            NamedConstants.names.contains(name) || name == "π"
                || Catalogue.operation(named: name)?.category == .constants || UnitTable.unit(named: name) != nil
        case .call(let name, let arguments):
            Catalogue.operation(named: name) != nil && arguments.allSatisfy(\.isClosed)
        case .assignment, .indexAssignment, .definition: false
        default: children.allSatisfy(\.isClosed)
        }
    }
}
