import Numbers

/// The numbers of an evaluation as a field: what its precision does not decide is a fault.
struct NumberField: Field {
    let context: EvaluationContext

    var zero: Number { Number(0) }
    var one: Number { Number(1) }

    func difference(_ left: Number, _ right: Number) throws(Fault) -> Number {
        right.asRational?.isZero == true ? left : try left.subtracting(right, context)
    }

    func product(_ left: Number, _ right: Number) throws(Fault) -> Number {
        try left.multiplied(by: right, context)
    }

    func quotient(_ left: Number, _ right: Number) throws(Fault) -> Number {
        try left.divided(by: right, context)
    }

    func isZero(_ element: Number) throws(Fault) -> Bool { try element.isZero(context) }

    func checkTime() throws(Fault) { try context.checkDeadline() }

    /// A fraction other than 0; else the greatest of those that are known not to be 0, since it loses the fewest digits.
    /// - Throws: `undecided` when there is none, and not all are known to be 0.
    func pivot(among elements: [Number]) throws(Fault) -> Int? {
        var best: (index: Int, size: RealBall)?
        var doubt: Fault?
        for (index, element) in elements.enumerated() {
            do throws(Fault) {
                if try element.isZero(context) { continue }
            } catch {
                doubt = error
                continue
            }
            if element.asRational != nil { return index }
            let size = element.ball(context).magnitude(bits: 32)
            if let best, best.size.isLess(than: size) != true { continue }
            best = (index, size)
        }
        if best == nil, let doubt { throw doubt }
        return best?.index
    }
}
