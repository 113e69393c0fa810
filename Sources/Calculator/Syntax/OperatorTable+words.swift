/// What a word can be as an operator: `-` stands before an operand and between two, `%` between two and after one.
struct OperatorRoles: Sendable {
    var prefix: PrefixOperator?
    var infix: InfixOperator?
    var postfix: PostfixOperator?
}

/// An operator between two operands.
enum InfixOperator: Sendable {
    case binary(BinaryOperator)
    case comparison(ComparisonOperator)

    var precedence: Precedence {
        switch self {
        case .binary(let symbol): symbol.precedence
        case .comparison(let symbol): symbol.precedence
        }
    }
}

/// The words of all rows.
enum OperatorTable {
    /// The operator that is a unit too: `5 in` is a length, and `5 in in cm` a conversion of it.
    static let inch = "in"

    /// What the words that are operators can be.
    static let roles: [String: OperatorRoles] = {
        var roles: [String: OperatorRoles] = [:]
        func enter<Symbol: Operator>(_ role: (inout OperatorRoles, Symbol) -> Void) {
            for symbol in Symbol.allCases {
                for word in symbol.row.words { role(&roles[word, default: OperatorRoles()], symbol) }
            }
        }
        enter { $0.prefix = $1 }
        enter { $0.postfix = $1 }
        enter { $0.infix = .binary($1) }
        enter { $0.infix = .comparison($1) }
        return roles
    }()

    /// Those that are written in letters, and can therefore be no variable's name.
    static let names = Set(roles.keys.filter { $0.utf8.allSatisfy(isLetter) })

    /// Those that are written in signs.
    static let marks = Set(roles.keys).subtracting(names)

    /// Whether the word stands between two operands.
    static func isInfix(_ word: String) -> Bool { roles[word]?.infix != nil }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
