internal import Foundation

/// The key that the service made for itself, in a file that only its owner may read.
struct SecretKeyFile {
    private let directory: String
    private var path: String { directory + "/secret.key" }

    init(directory: String) {
        self.directory = directory
    }

    func load() throws(SecretKey.Problem) -> [UInt8] {
        if let key = try read() {
            return key
        }
        try create()
        guard let key = try read() else { throw problem("was made and is gone again") }
        return key
    }

    /// nil when there is none.
    private func read() throws(SecretKey.Problem) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("open")
        }
        defer { close(descriptor) }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int
        else { throw problem("has a mode that cannot be read") }
        guard mode & 0o077 == 0 else {
            throw problem("can be read by others: run chmod 600 on it, or remove it to have a new one made")
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure("read") }
        let key = Array(bytes.prefix(count).split(separator: UInt8(ascii: "\n")).first ?? [])
        guard key.count >= SecretKey.minimumLength else {
            throw problem("holds no key: remove it to have a new one made")
        }
        return key
    }

    /// The file has its whole content from the moment it has its name, and never replaces another.
    private func create() throws(SecretKey.Problem) {
        let draft = "\(path).\(RandomBytes.token(bytes: 9))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("make") }
        defer { unlink(draft) }
        let text = Array((RandomBytes.token(bytes: 32) + "\n").utf8)
        let isWritten = write(descriptor, text, text.count) == text.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, isWritten else { throw failure("write") }
        guard link(draft, path) == 0 || errno == EEXIST else { throw failure("name") }
        try syncDirectory()
    }

    private func syncDirectory() throws(SecretKey.Problem) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("save") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("save") }
    }

    private func failure(_ action: String) -> SecretKey.Problem {
        SecretKey.Problem(description: "Could not \(action) \(path): \(String(cString: strerror(errno)))")
    }

    private func problem(_ text: String) -> SecretKey.Problem {
        SecretKey.Problem(description: "\(path) \(text)")
    }
}
