import Accounts
import Foundation
import Testing

@Suite struct SecretKeyTests {
    @Test func configuredKeyIsUsed() throws {
        let key = "0123456789abcdef0123456789abcdef"
        #expect(try SecretKey.load(configured: key, directory: "/nonexistent") == Array(key.utf8))
    }

    @Test func shortKeyIsRefused() {
        #expect(throws: SecretKey.Problem.self) { try SecretKey.load(configured: "", directory: "/nonexistent") }
        let error = #expect(throws: SecretKey.Problem.self) { try SecretKey.check(String(repeating: "x", count: 31)) }
        #expect(
            error?.description
                == "SECRET_KEY has 31 bytes: it needs at least 32, for instance from: openssl rand -base64 32")
    }

    @Test(arguments: [
        "your-secret-key-here-change-in-production", "CHANGETHIS-CHANGETHIS-CHANGETHIS-",
        "change_me_change_me_change_me_change_me", "super-secret-key-super-secret-key",
        "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    ])
    func wellKnownKeyIsRefused(_ key: String) {
        let error = #expect(throws: SecretKey.Problem.self) { try SecretKey.check(key) }
        #expect(error?.description.hasPrefix("SECRET_KEY is a well-known example") == true)
        #expect(error?.description.contains(key) == false)
    }

    @Test func keyIsMadeOnceForItsOwnerAlone() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let key = try SecretKey.load(configured: nil, directory: directory)
        #expect(key.count == 43)
        #expect(try SecretKey.load(configured: nil, directory: directory) == key)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["secret.key"])
        let attributes = try FileManager.default.attributesOfItem(atPath: directory + "/secret.key")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try String(contentsOfFile: directory + "/secret.key", encoding: .utf8)
        #expect(Array(text.utf8) == key + [UInt8(ascii: "\n")])
    }

    @Test func manyAtOnceGetOneKey() async throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let keys = try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask { try SecretKey.load(configured: nil, directory: directory) }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
    }

    @Test func fileThatOthersCanReadIsRefused() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        _ = try SecretKey.load(configured: nil, directory: directory)
        let path = directory + "/secret.key"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let error = #expect(throws: SecretKey.Problem.self) {
            try SecretKey.load(configured: nil, directory: directory)
        }
        #expect(
            error?.description
                == "\(path) can be read by others: run chmod 600 on it, or remove it to have a new one made")
    }

    @Test(arguments: ["", "short\n", "\n\n"])
    func fileWithoutAKeyIsRefused(_ content: String) throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let path = directory + "/secret.key"
        #expect(
            FileManager.default.createFile(
                atPath: path, contents: Data(content.utf8), attributes: [.posixPermissions: 0o600]))
        let error = #expect(throws: SecretKey.Problem.self) {
            try SecretKey.load(configured: nil, directory: directory)
        }
        #expect(error?.description == "\(path) holds no key: remove it to have a new one made")
    }

    @Test func missingDirectoryIsToldClearly() {
        let error = #expect(throws: SecretKey.Problem.self) {
            try SecretKey.load(configured: nil, directory: "/nonexistent")
        }
        #expect(error?.description.hasSuffix("No such file or directory") == true)
    }
}
