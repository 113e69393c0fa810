import Events
import JSON

/// What a backup holds, in its file `backup.json`, which is written last.
struct BackupManifest: Equatable {
    static let fileName = "backup.json"

    /// One copied file.
    struct File: Equatable {
        let name: String
        let bytes: Int
        /// Of the content, in hexadecimal.
        let sha256: String
    }

    /// Of the program that made it.
    let version: String
    /// When the copy was begun: seconds since 1970.
    let time: Int64
    let files: [File]

    /// As the file holds it, a line for each file.
    func text() -> [UInt8] {
        var lines: [String] = []
        for file in files {
            var json = JSONWriter()
            json.beginObject()
            json.key("name")
            json.string(file.name)
            json.key("bytes")
            json.number(file.bytes)
            json.key("sha256")
            json.string(file.sha256)
            json.endObject()
            lines.append("  " + String(decoding: json.bytes, as: UTF8.self))
        }
        var head = JSONWriter()
        head.string(version)
        return Array(
            """
            {"version":\(String(decoding: head.bytes, as: UTF8.self)),"time":\(time),"files":[
            \(lines.joined(separator: ",\n"))
            ]}

            """.utf8)
    }

    /// Nil when the text is no manifest, or names files outside of its directory.
    init?(text: [UInt8]) {
        guard case .object(let object) = try? JSONValue(parsing: text), case .string(let version) = object["version"],
            case .number(let time) = object["time"], let time = Int64(time), case .array(let values) = object["files"]
        else { return nil }
        let files = values.compactMap(File.init)
        guard files.count == values.count else { return nil }
        self.init(version: version, time: time, files: files)
    }

    init(version: String, time: Int64, files: [File]) {
        self.version = version
        self.time = time
        self.files = files
    }
}

extension BackupManifest.File {
    fileprivate init?(_ value: JSONValue) {
        guard case .object(let object) = value, case .string(let name) = object["name"],
            BackupFiles.names.contains(name),
            case .number(let bytes) = object["bytes"], let bytes = Int(bytes),
            case .string(let sha256) = object["sha256"]
        else { return nil }
        self.init(name: name, bytes: bytes, sha256: sha256)
    }
}
