import Accounts
import Testing

@testable import API

/// Who asked, when proxies stand before the service.
@Suite struct ClientAddressTests {
    private static let proxies = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"].compactMap(AddressRange.init)

    @Test(arguments: [
        (remote: "127.0.0.1", forwardedFor: ["203.0.113.9"], client: "203.0.113.9"),
        // Two proxies, in one field or in two.
        (remote: "10.1.1.1", forwardedFor: ["203.0.113.9, 10.2.2.2"], client: "203.0.113.9"),
        (remote: "10.1.1.1", forwardedFor: ["203.0.113.9", "10.2.2.2"], client: "203.0.113.9"),
        // What a client has made up is before what the proxy has seen.
        (remote: "127.0.0.1", forwardedFor: ["198.51.100.1, 203.0.113.9"], client: "203.0.113.9"),
        (remote: "203.0.113.9", forwardedFor: ["198.51.100.1"], client: "203.0.113.9"),
        // Everybody is a proxy: the first of them asked.
        (remote: "127.0.0.1", forwardedFor: ["10.3.3.3, 10.2.2.2"], client: "10.3.3.3"),
        (remote: "127.0.0.1", forwardedFor: [], client: "127.0.0.1"),
        (remote: "127.0.0.1", forwardedFor: ["", " , "], client: "127.0.0.1"),
        (remote: "127.0.0.1", forwardedFor: ["unknown, 10.2.2.2"], client: "10.2.2.2"),
        (remote: "127.0.0.1", forwardedFor: ["203.0.113.9:4711"], client: "127.0.0.1"),
        (remote: "127.0.0.1", forwardedFor: ["2001:db8::7"], client: "2001:db8::7"),
        (remote: "fd00::1", forwardedFor: ["203.0.113.9"], client: "203.0.113.9"),
        // A socket of IPv6 says it so of an IPv4 peer.
        (remote: "::ffff:10.1.1.1", forwardedFor: ["203.0.113.9"], client: "203.0.113.9"),
        (remote: "local", forwardedFor: ["203.0.113.9"], client: "local"),
    ])
    func aClientIsTheLastAddressThatATrustedProxyHasSeen(remote: String, forwardedFor: [String], client: String) {
        let address = ClientAddress(trustedProxies: Self.proxies)
        #expect(address.client(remote: remote, forwardedFor: forwardedFor) == client)
    }

    @Test func withoutTrustedProxiesNobodyIsBelieved() {
        let address = ClientAddress(trustedProxies: [])
        #expect(address.client(remote: "127.0.0.1", forwardedFor: ["203.0.113.9"]) == "127.0.0.1")
    }

    @Test(arguments: [
        "", "nginx", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "::/129", "1.2.3.4/8/8", "/8",
    ])
    func whatIsNoNetworkIsRefused(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test func aNetworkIsItsFirstBits() throws {
        let network = try #require(AddressRange("172.16.5.5/12"))
        #expect(AddressRange("172.16.0.0/12") == network)
        for (text, isInside) in [
            ("172.16.0.0", true), ("172.31.255.255", true), ("172.32.0.0", false), ("172.15.255.255", false),
            ("::ffff:172.20.0.1", true), ("ac10::1", false),
        ] {
            #expect(network.contains(try #require(InternetAddress(text))) == isInside, "\(text)")
        }
        let everybody = try #require(AddressRange("::/0"))
        #expect(everybody.contains(try #require(InternetAddress("192.0.2.1"))))
    }
}
