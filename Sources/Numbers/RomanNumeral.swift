/// Numbers as the Romans wrote them: `MCMXCIV` is 1994.
public enum RomanNumeral {
    /// The numbers that have one.
    public static let range = 1...3_999

    private static let signs: [(value: Int, text: String)] = [
        (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// The numeral of a number in `range`, in capitals.
    public static func text(of number: Int) -> String {
        precondition(range.contains(number), "Roman numerals are written from 1 to 3999")
        var (text, rest) = ("", number)
        for sign in signs {
            while rest >= sign.value {
                text += sign.text
                rest -= sign.value
            }
        }
        return text
    }

    /// The number of a numeral, in capitals or small letters; nil for anything that is not the one way to write it.
    public static func value(of text: String) -> Int? {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        let capitals = text.uppercased()
        var (value, rest) = (0, capitals[...])
        for sign in signs {
            while rest.hasPrefix(sign.text) {
                value += sign.value
                rest = rest.dropFirst(sign.text.count)
            }
        }
        return rest.isEmpty && range.contains(value) && RomanNumeral.text(of: value) == capitals ? value : nil
    }
}
