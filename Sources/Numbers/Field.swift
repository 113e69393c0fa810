/// Numbers, or other things, among which one may divide by all but 0: what elimination needs to know about them.
public protocol Field<Element> {
    /// What is calculated with.
    associatedtype Element
    /// What goes wrong when something cannot be decided or is too large.
    associatedtype Failure: Error

    /// The neutral element of addition.
    var zero: Element { get }
    /// The neutral element of multiplication.
    var one: Element { get }
    /// The difference.
    func difference(_ left: Element, _ right: Element) throws(Failure) -> Element
    /// The product.
    func product(_ left: Element, _ right: Element) throws(Failure) -> Element
    /// The quotient by what is not 0.
    func quotient(_ left: Element, _ right: Element) throws(Failure) -> Element
    /// Whether this is 0.
    func isZero(_ element: Element) throws(Failure) -> Bool
    /// The place of the one to divide by among these; nil when all are 0.
    func pivot(among elements: [Element]) throws(Failure) -> Int?
    /// Throws when it has taken too long; asked between steps.
    func checkTime() throws(Failure)
}

extension Field {
    /// The first that is not 0.
    public func pivot(among elements: [Element]) throws(Failure) -> Int? {
        for (index, element) in elements.enumerated() {
            if try !isZero(element) { return index }
        }
        return nil
    }

    /// There is time for ever.
    public func checkTime() {}
}
