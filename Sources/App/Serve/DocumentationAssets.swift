import Foundation

/// Where the files of Swagger UI are: beside an installed executable, or in the folder it was built in.
enum DocumentationAssets {
    /// `nil` where there are none; `/docs` then says how to get them.
    static var directory: String? {
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let places = [
            executable.appending(path: "../share/math-microservice/swagger-ui"),
            executable.appending(path: "../../../.build-assets/swagger-ui"),
            URL(filePath: ".build-assets/swagger-ui"),
        ]
        return places.map(\.standardizedFileURL.path).first {
            FileManager.default.fileExists(atPath: $0 + "/swagger-ui-bundle.js")
        }
    }
}
