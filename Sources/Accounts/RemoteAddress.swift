/// Where a request comes from, as limits count it: an IPv4 address, or the /64 of an IPv6 one, which is what one customer
/// of a network has at least.
public struct RemoteAddress: Sendable, Hashable {
    /// `203.0.113.7`, or `2001:db8:0:7::/64`.
    public let network: String
    /// Whether the request comes from the machine itself, or from a proxy on it.
    public let isLoopback: Bool

    /// Of an address as text; what is none is taken as it is.
    public init(_ text: String) {
        guard let address = InternetAddress(text) else {
            network = String(text.unicodeScalars.prefix(64))
            isLoopback = false
            return
        }
        if let four = address.four {
            network = [24, 16, 8, 0].map { String(four >> $0 & 0xff) }.joined(separator: ".")
            isLoopback = four >> 24 == 127
        } else {
            let groups: [UInt128] = [112, 96, 80, 64]
            network = groups.map { String(address.number >> $0 & 0xffff, radix: 16) }.joined(separator: ":") + "::/64"
            isLoopback = address.number == 1
        }
    }
}
