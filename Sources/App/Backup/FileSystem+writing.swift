import Crypto
import Glibc

extension FileSystem {
    /// Makes a file that must not exist yet, with this content on the disk.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(FileProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileProblem(errno) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileProblem(errno) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw FileProblem(errno) }
    }

    /// Gives a file this content, whether it is there or not: nobody ever sees a part of it.
    static func put(_ text: String, into path: String, mode: mode_t = 0o600) throws(FileProblem) {
        let draft = "\(path).\(getpid())"
        unlink(draft)
        do throws(FileProblem) {
            try write(Array(text.utf8), to: draft, mode: mode)
            try rename(draft, to: path)
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Makes a directory for its owner alone, and those above it.
    static func makeDirectory(_ path: String) throws(FileProblem) {
        if isDirectory(path) { return }
        if let parent = parent(of: path), parent != path { try makeDirectory(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileProblem(errno) }
    }

    /// Renames within a file system, and waits until the new name is on the disk.
    static func rename(_ path: String, to target: String) throws(FileProblem) {
        guard Glibc.rename(path, target) == 0 else { throw FileProblem(errno) }
        try synchronize(parent(of: target) ?? ".")
    }

    /// Waits until a directory's entries are on the disk.
    static func synchronize(_ directory: String) throws(FileProblem) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem(errno) }
    }

    static func isEmptyDirectory(_ path: String) -> Bool {
        guard let directory = opendir(path) else { return false }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        return count <= 2  // "." and ".."
    }

    /// The directory that holds `path`.
    static func parent(of path: String) -> String? {
        let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Size and SHA-256 of a file's content, read in pieces.
    static func digest(of path: String) throws(FileProblem) -> (bytes: Int, sha256: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(errno) }
        defer { close(descriptor) }
        var (hash, bytes) = (SHA256(), 0)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileProblem(errno) }
            guard count > 0 else { break }
            chunk.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            bytes += count
        }
        let digits = hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        return (bytes, digits.joined())
    }
}
