import ArgumentParser

extension Settings {
    /// The settings of this process, or its end with all that is wrong with them.
    static func ofProcess(flags: [String: String], for use: Use = .service) throws(ExitCode) -> Settings {
        do throws(SettingFaults) {
            return try Settings(reading: .process(flags: flags), for: use)
        } catch {
            throw ExitStatus.configuration.after(error.description)
        }
    }
}
