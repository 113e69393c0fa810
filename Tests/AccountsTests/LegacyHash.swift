/// Hashes that Python's bcrypt 4.0.1 made with cost 4, without what comes before the salt.
enum LegacyHash {
    static let salt = "abcdefghijklmnopqrstuu"
    /// `hashpw(b"legacy secret", b"$2b$04$" + salt)`
    static let ofLegacySecret = "TOVIByIkLmaTfUkmVCXGrW2m1xU4E2."
    /// `hashpw(b"x" * 80, b"$2b$04$" + salt)`
    static let ofEightyLetters = "bzadhGtS2zEF.gu0yd0opP6cVzb.e0i"
}
