import Numbers

/// How large a unit is in coherent SI units: a fraction times a power of pi, which only angles have.
struct UnitScale: Sendable, Hashable {
    let factor: Rational
    let powerOfPi: Int

    init(_ factor: Rational, powerOfPi: Int = 0) {
        self.factor = factor
        self.powerOfPi = powerOfPi
    }

    static let one = UnitScale(1)

    static func * (left: UnitScale, right: UnitScale) -> UnitScale {
        UnitScale(left.factor * right.factor, powerOfPi: left.powerOfPi + right.powerOfPi)
    }

    /// - Throws: `tooLarge` past the limits of numbers; `divisionByZero` never, since no unit is 0.
    func raised(to power: Int) throws(NumberError) -> UnitScale {
        UnitScale(try factor.power(power), powerOfPi: powerOfPi * power)
    }
}
