/// A secret that is kept in a file, which the variable `NAME_FILE` names: as Docker and systemd hand secrets over.
enum SecretFile {
    /// What is put behind the name of a secret's variable.
    static let suffix = "_FILE"

    /// Why a file gives no secret.
    struct Problem: Error {
        let text: String
    }

    /// The content without the line's end that editors put there.
    static func read(_ path: String) throws(Problem) -> Secret {
        let content: [UInt8]?
        do {
            content = try FileSystem.contents(of: path, limit: 65_536)
        } catch {
            throw Problem(text: "\(quoted(path)) cannot be read: \(error).")
        }
        guard var bytes = content else { throw Problem(text: "\(quoted(path)) is no file; write the secret into it.") }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else { throw Problem(text: "\(quoted(path)) is empty; write the secret into it.") }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Problem(text: "\(quoted(path)) is not UTF-8 text; save it as such.")
        }
        return Secret(text)
    }
}
