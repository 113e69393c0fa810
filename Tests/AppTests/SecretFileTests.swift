import App
import Testing

/// Secrets in files, which variables with `_FILE` name.
@Suite struct SecretFileTests {
    private static let key = "0123456789abcdefghijklmnopqrstuvw"

    private func faults(_ environment: [String: String]) -> String {
        do throws(SettingFaults) {
            _ = try Settings(reading: SettingSources(environment: environment))
            return ""
        } catch {
            return error.faults.map { "\($0)\n" }.joined()
        }
    }

    @Test func everySecretMayBeInAFile() throws {
        let directory = try TemporaryDirectory()
        let settings = try Settings(
            reading: SettingSources(environment: [
                "SECRET_KEY_FILE": try directory.file("key", Array("\(Self.key)\n".utf8)),
                "SECRET_KEY_PREVIOUS_FILE": try directory.file("previous", Array("x\(Self.key)\r\n".utf8)),
                "ADMIN_USERNAME": "root",
                "ADMIN_PASSWORD_FILE": try directory.file("admin", Array(" a b c d \n\n".utf8)),
                "KAFKA_CONFIG_SASL_PASSWORD_FILE": try directory.file("sasl", Array("secret".utf8)),
            ]))
        #expect(settings.secretKey?.reveal() == Self.key)
        #expect(settings.previousSecretKey?.reveal() == "x" + Self.key)
        #expect(settings.administrator?.password.reveal() == " a b c d \n")
        #expect(settings.kafkaProperties["sasl.password"]?.reveal() == "secret")
        let files = DeclaredSettings.all.compactMap(\.description.fileVariable)
        #expect(files == DeclaredSettings.all.map(\.description).filter(\.isSecret).map { "\($0.name)_FILE" })
    }

    @Test func aFileWithoutASecretIsRefused() throws {
        let directory = try TemporaryDirectory()
        let empty = try directory.file("empty", Array("\n".utf8))
        let binary = try directory.file("binary", [0xFF, 0xFE])
        #expect(
            faults([
                "APP_ENV": "production", "SECRET_KEY_FILE": "\(directory.path)/none",
                "SECRET_KEY_PREVIOUS_FILE": binary, "ADMIN_USERNAME": "root", "ADMIN_PASSWORD_FILE": empty,
                "KAFKA_CONFIG_SASL_PASSWORD_FILE": directory.path,
            ]) == """
                SECRET_KEY_FILE (environment): "\(directory.path)/none" is no file; write the secret into it.
                SECRET_KEY_PREVIOUS_FILE (environment): "\(binary)" is not UTF-8 text; save it as such.
                ADMIN_PASSWORD_FILE (environment): "\(empty)" is empty; write the secret into it.
                KAFKA_CONFIG_SASL_PASSWORD_FILE (environment): "\(directory.path)" is no file; write the secret into it.

                """)
    }

    @Test func aSecretIsGivenOnce() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.file("key", Array("\(Self.key)\n".utf8))
        #expect(
            faults([
                "SECRET_KEY": Self.key, "SECRET_KEY_FILE": file, "KAFKA_CONFIG_SASL_PASSWORD": "x",
                "KAFKA_CONFIG_SASL_PASSWORD_FILE": file,
            ]) == """
                SECRET_KEY_FILE (environment): SECRET_KEY is set as well; unset one of the two.
                KAFKA_CONFIG_SASL_PASSWORD_FILE (environment): KAFKA_CONFIG_SASL_PASSWORD is set as well; unset one of \
                the two.

                """)
    }

    @Test func whatIsWrongWithASecretIsToldOfItsFile() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.file("key", Array("short".utf8))
        #expect(
            faults(["SECRET_KEY_FILE": file]) == """
                SECRET_KEY_FILE (environment): has 5 bytes: it needs at least 32, for instance from: openssl rand \
                -base64 32.

                """)
        #expect(
            faults(["SECRET_KEY": Self.key, "SECRET_KEY_PREVIOUS": Self.key]) == """
                SECRET_KEY_PREVIOUS (environment): is SECRET_KEY itself; give the key that was used before it, or unset \
                this one.

                """)
    }

    @Test func thePortsFileNeedsADirectory() throws {
        let directory = try TemporaryDirectory()
        #expect(faults(["PORT_FILE": "\(directory.path)/port"]) == "")
        #expect(
            faults(["PORT_FILE": directory.path]) == """
                PORT_FILE (environment): "\(directory.path)" is a directory; name a file in it.

                """)
        #expect(
            faults(["PORT_FILE": "/nonexistent/port"]) == """
                PORT_FILE (environment): "/nonexistent/port" is not in a directory where this user may make files; make \
                one, or choose another.

                """)
    }
}
