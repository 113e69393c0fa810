import Glibc

/// The few questions that settings and commands ask the file system.
enum FileSystem {
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Why a file or directory cannot be read, in the system's words; nil when it can.
    static func readingProblem(with path: String) -> String? {
        access(path, R_OK) == 0 ? nil : String(cString: strerror(errno))
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func isWritableDirectory(_ path: String) -> Bool {
        isDirectory(path) && access(path, W_OK | X_OK) == 0
    }

    /// Whether two paths are one file, which need not be there.
    static func isSamePath(_ a: String, _ b: String) -> Bool { resolved(a) == resolved(b) }

    /// From the root on, without dots, and where the directory is there without links.
    private static func resolved(_ path: String) -> [Substring] {
        var parts = path.split(separator: "/").filter { $0 != "." }
        if !path.hasPrefix("/") { parts = real(".") + parts }
        guard let name = parts.popLast() else { return [] }
        let directory = real("/" + parts.joined(separator: "/"))
        return (directory.isEmpty ? parts : directory) + [name]
    }

    /// Nothing where there is no such directory.
    private static func real(_ directory: String) -> [Substring] {
        guard let path = realpath(directory, nil) else { return [] }
        defer { free(path) }
        return String(cString: path).split(separator: "/")
    }

    /// The bytes of a file; nil when there is none (or a directory has its name).
    static func contents(of path: String, limit: Int) throws(FileProblem) -> [UInt8]? {
        // Not blocking, for what may be a pipe that nobody writes to.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileProblem(errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EISDIR { return nil }
            guard count >= 0 else { throw FileProblem(errno) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw FileProblem(EFBIG) }
        }
    }
}

/// What the system said of a file.
struct FileProblem: Error, CustomStringConvertible {
    let code: Int32

    init(_ code: Int32) {
        self.code = code
    }

    var description: String {
        String(cString: strerror(code))
    }
}
