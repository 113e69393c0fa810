import API
import App
import Foundation
import Testing

/// What the documents say of the settings is what their declarations say.
@Suite struct SettingDocumentsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `make settings` writes the parts; any other run fails when one is stale.
    @Test(arguments: [
        ("README.md", "<!-- Made by make settings. -->\n\n", "\n## Running it", SettingDocuments.table),
        (".env.example", "default.\n\n", "\n# --- Only for Docker", SettingDocuments.example),
    ])
    func theDocumentsAreThoseOfTheDeclarations(name: String, first: String, last: String, made: String) throws {
        let file = Self.root.appending(path: name)
        let document = try String(contentsOf: file, encoding: .utf8)
        let fresh = try #require(SettingDocuments.replaced(document, from: first, upTo: last, with: made))
        if ProcessInfo.processInfo.environment["WRITE_SETTINGS"] != nil {
            try fresh.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(document == fresh, "\(name) is stale: run make settings")
        }
    }

    /// The limits' table tells of more than settings; what it says of a setting's default is held to the declaration.
    @Test func theLimitsOfTheOperationsManualAreTheDefaults() throws {
        let manual = try String(contentsOf: Self.root.appending(path: "docs/operations.md"), encoding: .utf8)
        let limits = manual.split(separator: "\n").filter { $0.hasPrefix("|") }
        for (variable, limit) in [
            ("REGISTRATION", "30 a minute"),
            (Settings.declared.loginRateLimit.name, "\(Settings.declared.loginRateLimit.standard) a minute"),
            (
                Settings.declared.loginRateLimitPerAddress.name,
                "\(Settings.declared.loginRateLimitPerAddress.standard) in 5 minutes"
            ),
            (
                Settings.declared.anonymousRateLimitPerMinute.name,
                "\(Settings.declared.anonymousRateLimitPerMinute.standard) a minute"
            ),
        ] {
            #expect(limits.contains { $0.contains("`\(variable)`") && $0.contains("| \(limit)") }, "\(variable)")
        }
        #expect(Settings.declared.registration.standard == .perMinute(30))
    }
}
