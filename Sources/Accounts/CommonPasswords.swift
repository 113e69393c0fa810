/// The passwords that attackers try first.
enum CommonPasswords {
    private static let words = Set((text + "\n" + shortWords).split(whereSeparator: \.isWhitespace).map(String.init))

    /// - Parameter password: in lower case.
    static func contains(_ password: String) -> Bool { words.contains(password) }
}
