import API
import ArgumentParser
import Glibc

/// `math openapi`.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: "Print the OpenAPI 3.1 document of the service.")

    func run() {
        let document = HTTPService.openAPIDocument(version: Version.number)
        if !LogOutput(descriptor: STDOUT_FILENO).write(document + [UInt8(ascii: "\n")]) { Main.outputFailed() }
    }
}
