internal import CFlint

/// The owner of one FLINT integer that does not fit in an `Int`.
///
/// Unchecked because of the pointer inside the word: the integer is never written after `init`, and FLINT may free from
/// any thread what another one allocated.
final class FlintInteger: @unchecked Sendable {
    /// FLINT's word: the value itself or a tagged pointer. A copy of it serves for reading while the owner lives.
    let word: fmpz

    init(adopting word: fmpz) {
        self.word = word
    }

    deinit {
        var word = word
        fmpz_clear(&word)
    }
}

extension Integer {
    /// Lends the value to FLINT for reading.
    func withFlint<Result>(_ body: (UnsafePointer<fmpz>) -> Result) -> Result {
        switch representation {
        case .small(let value):
            var word: fmpz = 0
            fmpz_init_set_si(&word, value)
            defer { fmpz_clear(&word) }
            return body(&word)
        case .big(let owner):
            return withExtendedLifetime(owner) {
                var word = owner.word
                return body(&word)
            }
        }
    }

    /// The integer that `fill` writes into a fresh FLINT integer.
    static func made(_ fill: (UnsafeMutablePointer<fmpz>) -> Void) -> Integer {
        var word: fmpz = 0
        fmpz_init(&word)
        fill(&word)
        return Integer(adopting: word)
    }

    /// Takes over a FLINT integer that nobody else will clear.
    init(adopting word: fmpz) {
        var word = word
        if fmpz_fits_si(&word) != 0 {
            self.init(fmpz_get_si(&word))
            fmpz_clear(&word)
        } else {
            self.init(.big(FlintInteger(adopting: word)))
        }
    }

    init(copying word: UnsafePointer<fmpz>) {
        self = Integer.made { fmpz_set($0, word) }
    }
}
