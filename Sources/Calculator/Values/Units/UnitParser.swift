import Numbers
import Text

/// Reads units as mathjs writes them: `cm`, `kg m^2 / s^2`, `J/(kg K)`, `5.2 km/h`. A division takes only the next unit
/// or group below the line: `J / kg K` is `J K / kg`.
struct UnitParser {
    /// A unit, with the number that stood before it.
    struct Result {
        let number: Rational?
        let units: UnitProduct
    }

    private let bytes: [UInt8]
    private let table: UnitTable
    private var position = 0

    /// - Throws: what is wrong with the text, and where.
    static func parse(_ text: String, in table: UnitTable = .standard) throws(Fault) -> Result {
        guard text.utf8.count <= 1_000 else { throw Fault(.tooLarge, "Write the unit with at most 1000 characters") }
        var parser = UnitParser(bytes: Array(Typography.plain(text).utf8), table: table)
        return try parser.parse()
    }

    private init(bytes: [UInt8], table: UnitTable) {
        self.bytes = bytes
        self.table = table
    }

    private mutating func parse() throws(Fault) -> Result {
        skipSpaces()
        let number = try leadingNumber()
        var signs = [1]
        var sign = 1
        var factors: [UnitFactor] = []
        skipSpaces()
        if number != nil, let next = takeOperator() { sign = next }
        while true {
            skipSpaces()
            while take("(") {
                signs.append(sign * (signs.last ?? 1))
                sign = 1
                skipSpaces()
            }
            factors.append(try factor(sign: sign * (signs.last ?? 1)))
            skipSpaces()
            while take(")") {
                guard signs.count > 1 else { throw fault("there is a ) without its (") }
                signs.removeLast()
                skipSpaces()
            }
            guard position < bytes.count else { break }
            sign = takeOperator() ?? 1
        }
        guard signs.count == 1 else { throw fault("a ) is missing") }
        return Result(number: number, units: UnitProduct(factors))
    }

    /// A name and the power behind it.
    private mutating func factor(sign: Int) throws(Fault) -> UnitFactor {
        let start = position
        while position < bytes.count, bytes[position].isLetter || position > start && bytes[position].isDigit {
            position += 1
        }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        guard !name.isEmpty else { throw fault("a unit is missing") }
        guard let unit = table.unit(named: name) else { throw .unknownUnit(name) }
        skipSpaces()
        guard take("^") else { return UnitFactor(unit: unit, power: sign) }
        skipSpaces()
        let isNegative = take("-")
        let digits = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        guard let power = Int(String(decoding: bytes[digits..<position], as: UTF8.self)) else {
            throw fault("after ^ a whole number is missing")
        }
        guard power <= UnitProduct.maximumPower else { throw .unitPowerTooLarge }
        return UnitFactor(unit: unit, power: isNegative ? -sign * power : sign * power)
    }

    /// The number before the unit. An `e` is an exponent only before digits, so that `4eV` has a unit.
    private mutating func leadingNumber() throws(Fault) -> Rational? {
        let start = position
        _ = take("-") || take("+")
        skip { $0.isDigit }
        if take(".") { skip { $0.isDigit } }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            let mark = position
            position += 1
            _ = take("-") || take("+")
            let digits = position
            skip { $0.isDigit }
            if position == digits { position = mark }
        }
        if position == start { return nil }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        do throws(NumberSyntaxError) {
            return try Rational(parsing: text)
        } catch {
            throw Fault(error, parameter: "unit", input: text)
        }
    }

    private mutating func takeOperator() -> Int? { take("*") ? 1 : take("/") ? -1 : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
    }

    private mutating func skipSpaces() { skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    private func fault(_ reason: String) -> Fault {
        Fault(
            .unitExpected, "Write a unit such as cm, km/h or kg m^2 / s^2: at position \(position + 1) \(reason)",
            input: String(decoding: bytes, as: UTF8.self).shown)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

extension Fault {
    static func unknownUnit(_ name: String) -> Fault {
        let shown = name.shown
        return Fault(
            .unitExpected, "There is no unit \"\(shown)\": use one such as m, inch, kg, lb, s, degC or kWh",
            input: shown)
    }
}
