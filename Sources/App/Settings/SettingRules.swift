/// What a text must look like for a setting to work: each rule answers what is wrong with it, or nil.
enum SettingRules {
    static func host(_ text: String) -> String? {
        let isIPv6 = text.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1
        let allowed = text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789.-_%".unicodeScalars.contains(scalar))
                || isIPv6 && scalar == ":"
        }
        return allowed ? nil : "\(quoted(text)) is not an address or a host name; write it without scheme and port."
    }

    /// Kafka's own rule for topics.
    static func topic(_ text: String) -> String? {
        let allowed = text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains(scalar))
        }
        guard allowed, text.utf8.count <= 249, text != ".", text != ".." else {
            return "\(quoted(text)) is no topic name; use up to 249 letters, digits, dots, dashes and underscores."
        }
        return nil
    }

    /// An origin as browsers send it: scheme, host and perhaps port.
    static func origin(_ text: String) -> String? {
        guard text != "*" else {
            return "\"*\" would open the service to the pages of every site; list the origins, separated by commas."
        }
        for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
            let authority = text.dropFirst(scheme.count)
            let forbidden = "/?#@ *\\,".unicodeScalars
            let isPlain = authority.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && scalar.value > 32 && scalar.value < 127 && !forbidden.contains(scalar)
            }
            if isPlain, !authority.isEmpty, text == text.lowercased() { return nil }
        }
        return "\(quoted(text)) is no origin; write it like https://app.example.org: small letters, no path."
    }

    /// A file that is to be made anew, perhaps often.
    static func newFile(_ text: String) -> String? {
        if let problem = path(text) { return problem }
        if FileSystem.isDirectory(text) { return "\(quoted(text)) is a directory; name a file in it." }
        guard let directory = FileSystem.parent(of: text), FileSystem.isWritableDirectory(directory) else {
            return "\(quoted(text)) is not in a directory where this user may make files; make one, or choose another."
        }
        return nil
    }

    static func path(_ text: String) -> String? {
        text.utf8.contains(0) ? "a path cannot contain a NUL byte." : nil
    }

    /// A directory with room for the name of the socket in it.
    static func dataDirectory(_ text: String) -> String? {
        if let problem = path(text) { return problem }
        let limit = ControlSocket.longestPath - ControlSocket.fileName.utf8.count - 1
        guard text.utf8.count > limit else { return nil }
        return "\(quoted(text)) is too long for the socket kept in it (\(limit) bytes at most); "
            + "choose a shorter path, or one relative to the working directory."
    }

    static func webRoot(_ text: String) -> String? {
        FileSystem.isDirectory(text)
            ? nil : "\(quoted(text)) is not a directory; build the web app, or unset it."
    }
}
