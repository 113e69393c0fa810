import Foundation
import Hummingbird

/// The built web app: its files, and its one page for every address that is the app's own.
///
/// All files are held in memory, as they were when the service started: what is served never reads a disk, and no path
/// can lead out of a folder that is not looked into.
struct WebApp: Sendable {
    private let files: [String: WebFile]
    /// The first parts of the interface's own paths: below them nothing is a page of the app.
    private let interface: Set<Substring>

    /// - Parameters:
    ///   - files: by path, `/index.html` among them.
    ///   - interfacePaths: the paths of all endpoints.
    init(files: [String: WebFile], interfacePaths: [String]) {
        self.files = files
        interface = Set(interfacePaths.compactMap { $0.split(separator: "/").first })
    }

    /// The file that a request asks for, or the page of the app; `nil` when it is neither.
    func answer(to request: Request) -> Response? {
        guard let path = request.uri.path.removingPercentEncoding else { return nil }
        if let file = files[path == "/" ? Self.page : path] { return file.answer(to: request) }
        return isPage(path, request) ? files[Self.page]?.answer(to: request) : nil
    }

    private static let page = "/index.html"

    /// Whether somebody opens a page, as by reloading it: a browser asks for HTML then, a program does not. A path with
    /// an ending is a file, and a missing file is missing.
    private func isPage(_ path: String, _ request: Request) -> Bool {
        guard request.headers[.accept]?.contains("text/html") == true else { return false }
        let parts = path.split(separator: "/")
        guard let first = parts.first, let last = parts.last else { return false }
        return !interface.contains(first) && !last.contains(".") && !parts.contains { $0.hasPrefix(".") }
    }
}
