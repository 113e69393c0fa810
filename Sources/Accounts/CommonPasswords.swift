/// The passwords that attackers try first.
enum CommonPasswords {
    private static let words = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Letter case does not matter: `Password` is guessed as soon as `password`.
    static func contains(_ password: String) -> Bool {
        words.contains(password.lowercased())
    }
}
