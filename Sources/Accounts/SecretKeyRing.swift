internal import Crypto
internal import Foundation

/// The keys of the tokens: the one that signs, and perhaps the one before it, which still verifies.
struct SecretKeyRing: Sendable {
    /// The key that signs comes first.
    let keys: [[UInt8]]
    /// Names the key that signs.
    let currentID: Data
    private let ids: [Data]

    init(_ current: [UInt8], previous: [UInt8]?) {
        keys = [current] + (previous.map { [$0] } ?? [])
        ids = keys.map(Self.id)
        currentID = ids[0]
    }

    /// Whether a session that rests on the key of this name is still good.
    func holds(_ id: Data?) -> Bool {
        id.map(ids.contains) ?? false
    }

    /// A name that tells nothing of the key: whoever reads the database does not get closer to it.
    private static func id(of key: [UInt8]) -> Data {
        let text = Data("math-microservice: the key of a session".utf8)
        return Data(HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: key)).prefix(16))
    }
}
