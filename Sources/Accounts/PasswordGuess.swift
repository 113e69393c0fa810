/// A password as a guesser thinks of it: letter case, digits and signs around a word, and signs in place of letters are
/// tried as soon as the word itself.
struct PasswordGuess {
    private let scalars: [Unicode.Scalar]

    /// - Parameter password: of bounded length.
    init(_ password: String) {
        scalars = Array(password.lowercased().unicodeScalars)
    }

    /// Whether it is made of one to four characters, over and over: eight blanks, `abcabcabc`.
    var repeatsItself: Bool {
        (1...4).contains { unit in
            scalars.count >= 2 * unit && zip(scalars, scalars.dropFirst(unit)).allSatisfy { $0 == $1 }
        }
    }

    /// Whether it goes along the keys or the alphabet, in pieces of four and more on the average: `qwertyuiop`,
    /// `abcd1234`.
    var followsKeys: Bool {
        var pieces = 0
        var rest = scalars[...]
        while !rest.isEmpty {
            pieces += 1
            let longest = Self.rows.map { Self.lengthOfRun(in: rest, along: $0) }.max() ?? 1
            rest = rest.dropFirst(longest)
        }
        return pieces * 4 <= scalars.count
    }

    /// Whether it is one of those that are tried first, or one with a little around it.
    var isCommon: Bool { bare.contains(where: CommonPasswords.contains) }

    /// Whether it is this word, or the word with a little around it.
    func isMade(of word: String) -> Bool {
        let bareWord = PasswordGuess(word).bare
        return !word.isEmpty && bare.contains { !$0.isEmpty && bareWord.contains($0) }
    }

    /// The text itself and what is left of it without some of the digits and signs around it; each also with the letters
    /// that its signs stand for. More than eight digits are no decoration.
    private var bare: Set<String> {
        let most = 8
        let leading = min(most, scalars.prefix(while: Self.isDecoration).count)
        let trailing = min(most, scalars.reversed().prefix(while: Self.isDecoration).count)
        var found: Set<String> = []
        for start in 0...leading {
            for end in 0...trailing where start + end < scalars.count {
                let core = scalars[start..<(scalars.count - end)]
                found.insert(Self.text(core))
                found.insert(Self.text(core.map { Self.letters[$0] ?? $0 }))
            }
        }
        return found
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && !("a"..."z").contains(scalar)
    }

    /// What is written in place of letters.
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "l",
    ]

    /// Rows of keyboards, their columns in turn, and the alphabet; each also from its end.
    private static let rows: [[Unicode.Scalar]] = [
        "1234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm",
        "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "abcdefghijklmnopqrstuvwxyz",
        "!@#$%^&*()", "01234567890",
    ].flatMap { row in [Array(row.unicodeScalars), row.unicodeScalars.reversed()] }

    /// How many of the first scalars follow each other in a row too.
    private static func lengthOfRun(in text: ArraySlice<Unicode.Scalar>, along row: [Unicode.Scalar]) -> Int {
        guard let first = text.first else { return 0 }
        let starts = row.indices.filter { row[$0] == first }
        return starts.map { start in zip(text, row[start...]).prefix { $0 == $1 }.count }.max() ?? 1
    }
}
