import Foundation

/// Files that belong to the executable: beside an installed one, or in the folder it was built in.
enum InstalledFiles {
    /// Those of Swagger UI; `nil` where there are none, and `/docs` then says how to get them.
    static var documentationAssets: String? {
        directory("swagger-ui", builtAt: ".build-assets/swagger-ui", holding: "swagger-ui-bundle.js")
    }

    /// The built web app; `nil` where there is none.
    static var webApp: String? {
        directory("web", builtAt: "frontend/dist", holding: "index.html")
    }

    private static func directory(_ name: String, builtAt place: String, holding file: String) -> String? {
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let places = [
            executable.appending(path: "../share/math-microservice/\(name)"),
            executable.appending(path: "../../../\(place)"), URL(filePath: place),
        ]
        return places.map(\.standardizedFileURL.path).first { FileSystem.exists("\($0)/\(file)") }
    }
}
