import Foundation
import Glibc

extension SettingSources {
    /// The sources of this process: its flags, its environment, and `.env` in its working directory.
    static func process(flags: [String: String]) -> SettingSources {
        let dotEnv = DotEnv(file: ".env")
        if let remark = dotEnv.remark { StandardError.write("math: \(remark)") }
        return SettingSources(
            flags: flags, environment: processEnvironment(), dotEnv: dotEnv,
            logsToTerminal: isatty(STDERR_FILENO) == 1)
    }

    /// What may be a password is wiped out of the process's environment once it has been read: whoever may look at
    /// `/proc` finds nothing.
    private static func processEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        let properties = ProcessInfo.processInfo.environment.keys.filter { $0.hasPrefix(KafkaSettings.prefix) }
        let settings = DeclaredSettings.all.map(\.description)
        let secrets = Set(settings.filter(\.isSecret).map(\.name)).union(properties)
        let names = settings.map(\.name) + settings.compactMap(\.fileVariable) + properties
        for name in names {
            guard let value = getenv(name) else { continue }
            variables[name] = String(cString: value)
            if secrets.contains(name) { explicit_bzero(value, strlen(value)) }
        }
        return variables
    }
}

extension DotEnv {
    /// Reads a file that may be absent. Nobody has named it: that it cannot be read is no fault, and whoever works in a
    /// directory that is closed to them cannot even know of it.
    package init(file path: String) {
        do throws(FileProblem) {
            let bytes = try FileSystem.contents(of: path, limit: 1 << 20)
            guard let text = String(validating: bytes ?? [], as: UTF8.self) else {
                self.init(fault: SettingFault(path, "is not UTF-8 text; save it as such."))
                return
            }
            self.init(text)
        } catch {
            guard FileSystem.exists(path) else {
                self.init()
                return
            }
            self.init(remark: "\(path) is left out, it cannot be read: \(error).")
        }
    }
}
