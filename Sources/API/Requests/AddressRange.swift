import Accounts

/// The addresses of a network, written `10.0.0.0/8`, or a single address.
public struct AddressRange: Sendable, Equatable {
    private let first: UInt128
    private let mask: UInt128

    /// `nil` for what is neither an address nor a network.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = InternetAddress(parts[0]) else { return nil }
        let width = parts[0].contains(":") ? 128 : 32
        guard let bits = parts.count == 1 ? width : Int(parts[1]), 0...width ~= bits else { return nil }
        // A shift by all 128 bits leaves nothing, as it should.
        mask = UInt128.max << UInt128(width - bits)
        first = address.number & mask
    }

    func contains(_ address: InternetAddress) -> Bool {
        address.number & mask == first
    }
}

/// Who a request came from, when proxies stand before the service.
struct ClientAddress {
    /// The networks of the proxies whose word about that is taken.
    let trustedProxies: [AddressRange]

    /// The address of the client.
    ///
    /// Each proxy adds the address that it was asked from to `X-Forwarded-For`. From the last one back, what a trusted
    /// proxy has added is believed; what is before an address that is no trusted proxy's, anybody may have made up.
    func client(remote: String, forwardedFor: [String]) -> String {
        guard !trustedProxies.isEmpty, !forwardedFor.isEmpty, isTrusted(InternetAddress(remote)) else { return remote }
        var client = remote
        for hop in forwardedFor.joined(separator: ",").utf8.split(separator: UInt8(ascii: ",")).reversed() {
            let text = String(
                decoding: hop.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }, as: UTF8.self)
            guard let address = InternetAddress(text) else { break }
            client = text
            guard isTrusted(address) else { break }
        }
        return client
    }

    private func isTrusted(_ address: InternetAddress?) -> Bool {
        guard let address else { return false }
        return trustedProxies.contains { $0.contains(address) }
    }
}
