internal import Crypto
internal import Foundation

/// A secret that a program sends as it is. It is kept as a digest: to compare takes the same time whatever is sent.
public struct SharedSecret: Sendable {
    private let digest: [UInt8]

    /// Keeps nothing of the text itself.
    public init(_ text: String) {
        digest = Self.digest(of: text)
    }

    /// Whether it is the same text.
    public func matches(_ text: String) -> Bool {
        ConstantTime.isEqual(digest, Self.digest(of: text))
    }

    private static func digest(of text: String) -> [UInt8] {
        Array(SHA256.hash(data: Data(text.utf8)))
    }
}
