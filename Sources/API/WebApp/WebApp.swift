import Foundation
import Hummingbird
import Text

/// The built web app: its files, and its one page for every address that is the app's own.
///
/// All files are held in memory, as they were when the service started: what is served never reads a disk, and no path
/// can lead out of a folder that is not looked into.
struct WebApp: Sendable {
    private let files: [String: WebFile]
    /// The first parts of the interface's own paths: below them nothing is a page of the app.
    private let interface: Set<Substring>
    /// The paths of the app's pages; each may go on below itself.
    private let pages: [String]

    /// - Parameters:
    ///   - files: by path, `/index.html` among them.
    ///   - pages: the paths of the app's pages but for the first.
    ///   - interfacePaths: the paths of all endpoints.
    init(files: [String: WebFile], pages: [String], interfacePaths: [String]) {
        self.files = files
        self.pages = pages
        interface = Set(interfacePaths.compactMap { $0.split(separator: "/").first })
    }

    /// The file that a request asks for, or the page of the app; `nil` when it is neither.
    func answer(to request: Request) -> Response? {
        guard request.uri.path.utf8.count <= Self.longestPath, let path = request.uri.path.removingPercentEncoding
        else {
            return nil
        }
        if let file = files[path == "/" ? Self.page : path] { return file.answer(to: request) }
        if isPage(path) { return files[Self.page]?.answer(to: request) }
        guard isLookedAt(path, request), var response = files[Self.page]?.answer(to: request) else { return nil }
        response.status = .notFound
        return response
    }

    private static let page = "/index.html"
    /// Most bytes of a path that is a file or a page.
    private static let longestPath = 1024

    private func isPage(_ path: String) -> Bool {
        let path = path.utf8
        return pages.contains { page in
            guard path.starts(with: page.utf8) else { return false }
            let rest = path.dropFirst(page.utf8.count)
            return rest.isEmpty || rest.first == UInt8(ascii: "/")
        }
    }

    /// Whether somebody looks for a page that is not there: a browser asks for HTML then, a program does not, and the app
    /// says it better. A path with an ending is a file, and a missing file is missing.
    private func isLookedAt(_ path: String, _ request: Request) -> Bool {
        guard request.headers[.accept]?.containsExactly("text/html") == true else { return false }
        let parts = path.split(separator: "/")
        guard let first = parts.first, let last = parts.last else { return false }
        return !interface.contains(first) && !last.contains(".") && !parts.contains { $0.hasPrefix(".") }
    }
}
