import Foundation
import JSON

extension WebApp {
    /// The most that a folder may hold: the app has a few megabytes, so a larger one is some other folder.
    static let sizeLimit = 64 << 20

    /// Why a folder is not served.
    struct LoadingError: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads a folder with everything in it but hidden files.
    /// - Throws: ``LoadingError`` when it cannot be read or is far too large.
    init(folder: String, interfacePaths: [String]) throws {
        let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.resolvingSymlinksInPath()
        let contents = try Self.contents(of: root)
        var files: [String: WebFile] = [:]
        for (path, bytes) in contents where !ContentCoding.allCases.contains(where: { path.hasSuffix($0.ending) }) {
            var packed: [ContentCoding: [UInt8]] = [:]
            for coding in ContentCoding.allCases { packed[coding] = contents[path + coding.ending] }
            files[path] = WebFile(
                contentType: Self.contentType(of: path), caching: Self.caching(of: path), bytes: bytes, packed: packed)
        }
        self.init(files: files, pages: try Self.pages(in: contents), interfacePaths: interfacePaths)
    }

    /// An app of several pages names them in a file of its own, as a list of texts.
    private static func pages(in contents: [String: [UInt8]]) throws -> [String] {
        guard let listed = contents["/pages.json"] else { return [] }
        guard case .array(let pages)? = try? JSONValue(parsing: listed) else {
            throw LoadingError(description: "pages.json is no list of paths")
        }
        return pages.compactMap { page in
            guard case .string(let path) = page else { return nil }
            return path
        }
    }

    private static func contents(of root: URL) throws -> [String: [UInt8]] {
        let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
        let found = FileManager.default.enumerator(
            at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        guard let found else { throw LoadingError(description: "\(root.path) cannot be read") }
        var contents: [String: [UInt8]] = [:]
        var size = 0
        for case let file as URL in found {
            let values = try file.resourceValues(forKeys: Set(keys))
            guard values.isRegularFile == true else { continue }
            size += values.fileSize ?? 0
            guard size <= sizeLimit else {
                throw LoadingError(description: "\(root.path) holds more than \(sizeLimit >> 20) MiB: it is no web app")
            }
            contents[String(file.standardizedFileURL.path.dropFirst(root.path.count))] = Array(
                try Data(contentsOf: file))
        }
        return contents
    }

    private static func caching(of path: String) -> WebCaching {
        if path == "/index.html" { return .never }
        return path.hasPrefix("/assets/") ? .forever : .revalidated
    }

    private static func contentType(of path: String) -> String {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "html": "text/html; charset=utf-8", "ico": "image/x-icon",
        "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8", "json": "application/json",
        "map": "application/json", "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json", "woff2": "font/woff2",
    ]
}
