import Numbers

/// Products and lengths of vectors.
enum Vectors {
    /// The sum of the products of the elements, those of the first conjugated.
    static func dot(_ a: [Number], _ b: [Number], _ context: EvaluationContext) throws(Fault) -> Number {
        var products: [Number] = []
        products.reserveCapacity(a.count)
        for (x, y) in zip(a, b) {
            if y.asRational?.isZero == true { continue }
            products.append(try x.conjugate(context).multiplied(by: y, context))
        }
        return try Folding.sum(products, context)
    }

    /// The sum of the squared absolute values.
    static func squaredLength(_ vector: [Number], _ context: EvaluationContext) throws(Fault) -> Number {
        var squares: [Number] = []
        for element in vector {
            if try isKnownReal(element, context) {
                squares.append(try element.multiplied(by: element, context))
            } else {
                let (real, imaginary) = (element.real(context), element.imaginary(context))
                squares.append(try real.multiplied(by: real, context))
                squares.append(try imaginary.multiplied(by: imaginary, context))
            }
        }
        return try Folding.sum(squares, context)
    }

    private static func isKnownReal(_ element: Number, _ context: EvaluationContext) throws(Fault) -> Bool {
        switch element {
        case .rational: true
        case .closed(let form): form.isReal == true
        case .ball(let ball): ball.isReal
        }
    }

    static func cross(_ a: [Number], _ b: [Number], _ context: EvaluationContext) throws(Fault) -> [Number] {
        var product: [Number] = []
        for (i, j) in [(1, 2), (2, 0), (0, 1)] {
            let positive = try a[i].multiplied(by: b[j], context)
            product.append(try positive.subtracting(try a[j].multiplied(by: b[i], context), context))
        }
        return product
    }
}
