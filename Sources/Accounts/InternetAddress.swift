internal import Glibc

/// An address of the Internet as one number: an IPv4 address is the one that IPv6 has for it.
package struct InternetAddress: Sendable, Equatable {
    package let number: UInt128

    /// `nil` for what is no address: a name, or an address with a port.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            number = 0xffff_0000_0000 | UInt128(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            number = withUnsafeBytes(of: six) { bytes in bytes.reduce(0) { $0 << 8 | UInt128($1) } }
        } else {
            return nil
        }
    }

    /// The address where it is one of IPv4.
    var four: UInt32? {
        number >> 32 == 0xffff ? UInt32(truncatingIfNeeded: number) : nil
    }
}
