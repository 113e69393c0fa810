import Accounts
import App
import Glibc
import NIOCore
import Store
import Testing

@Suite struct StartFailureTests {
    private func shown(_ error: any Error) -> String {
        let failure = StartFailure(error, settings: Settings())
        return "\(failure.status.rawValue) \(failure.text)"
    }

    @Test(arguments: [
        (StoreError.Kind.inUse, 1), (.locked, 1), (.diskFull, 1), (.readOnly, 78), (.corrupt, 78), (.vanished, 78),
        (.newerVersion, 78),
    ])
    func aFileThatCannotBeUsedIsASettingUnlessThatPasses(kind: StoreError.Kind, status: Int) {
        #expect(
            shown(StoreError(kind, "/data/service.db is not to be had")) == """
                \(status) math: /data/service.db is not to be had.
                """)
    }

    @Test(arguments: [
        (EADDRINUSE, "1 math: cannot listen on HOST 127.0.0.1, PORT 8000: Address already in use."),
        (EADDRNOTAVAIL, "78 math: cannot listen on HOST 127.0.0.1, PORT 8000: Cannot assign requested address."),
        (EACCES, "78 math: cannot listen on HOST 127.0.0.1, PORT 8000: Permission denied."),
    ])
    func anAddressThatCannotBeHadIsNamed(code: Int32, text: String) {
        #expect(shown(IOError(errnoCode: code, reason: "bind")) == text)
    }

    @Test func aHostWithoutAnAddressIsNamed() {
        // Two dots can be in no name, so nobody is asked for it.
        let error = #expect(throws: SocketAddressError.UnknownHost.self) {
            try SocketAddress.makeAddressResolvingHost("no..where", port: 1)
        }
        #expect(error.map(shown) == #"78 math: HOST "127.0.0.1" has no address."#)
    }
}
