import Accounts
import Testing

@Suite struct RemoteAddressTests {
    @Test(arguments: [
        ("203.0.113.7", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8::1", "2001:db8:0:0::/64"), ("2001:DB8:0:7:1:2:3:4", "2001:db8:0:7::/64"),
        ("::1", "0:0:0:0::/64"), ("fe80::1%eth0", "fe80::1%eth0"), ("local", "local"), ("", ""),
    ])
    func anAddressIsCountedByItsNetwork(address: String, network: String) {
        #expect(RemoteAddress(address).network == network)
    }

    @Test func onlyTheMachineItselfIsLoopback() {
        #expect(["127.0.0.1", "127.255.0.1", "::1", "::ffff:127.0.0.1"].allSatisfy { RemoteAddress($0).isLoopback })
        #expect(
            ["128.0.0.1", "0.0.0.0", "::", "::2", "1::1", "localhost", ""].allSatisfy { !RemoteAddress($0).isLoopback })
    }
}
