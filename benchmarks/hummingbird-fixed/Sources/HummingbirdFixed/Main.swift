import Hummingbird

/// Hummingbird's own floor: one route that answers with a fixed body of the length given as the second argument, on
/// the port given as the first.
@main
struct Main {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard arguments.count == 2 else { fatalError("usage: HummingbirdFixed PORT LENGTH") }
        let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: arguments[1])
        let router = Router()
        router.get("/fixed") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: arguments[0])))
        try await application.runService()
    }
}
