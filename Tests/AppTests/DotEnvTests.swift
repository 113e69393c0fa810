import App
import Foundation
import Testing

@Suite struct DotEnvTests {
    @Test(arguments: [
        ("KEY=value", "value"),
        ("KEY=", ""),
        ("  export KEY = spaced out  ", "spaced out"),
        ("KEY=value # a comment", "value"),
        ("KEY=value#no-comment", "value#no-comment"),
        ("KEY=# a comment", ""),
        ("KEY=\"double # quoted\" # a comment", "double # quoted"),
        (#"KEY="line\nand \"quotes\" and \\ and \$ and \q""#, "line\nand \"quotes\" and \\ and $ and \\q"),
        (#"KEY='as it is \n "here"'"#, #"as it is \n "here""#),
        ("KEY=a=b=c", "a=b=c"),
        ("KEY=value\r", "value"),
        ("\u{FEFF}KEY=value", "value"),
        ("KEY=first\nKEY=last", "last"),
        ("KEY=grüße", "grüße"),
    ])
    func aValueIsReadAsWritten(line: String, value: String) {
        let file = DotEnv(line)
        #expect(file.values == ["KEY": value])
        #expect(file.faults == [])
    }

    @Test func blankLinesAndCommentsSayNothing() {
        let file = DotEnv("\n# KEY=value\n   \n\t# more\n")
        #expect(file == DotEnv())
    }

    @Test func everyBrokenLineIsNamed() {
        let file = DotEnv("A=1\nnonsense\nB='open\nC=\"x\" y\n2D=3\nE=\"open \\\"")
        #expect(file.values == ["A": "1"])
        #expect(
            file.faults.map(\.description) == [
                ".env line 2: write KEY=VALUE, or start a comment with #.",
                ".env line 3: the quote is not closed on this line.",
                ".env line 4: after the closing quote only a comment may follow.",
                ".env line 5: a key has letters, digits and underscores, and does not begin with a digit.",
                ".env line 6: the quote is not closed on this line.",
            ])
    }

    @Test func anAbsentFileIsEmpty() {
        #expect(DotEnv(file: "/nonexistent/.env") == DotEnv())
    }

    @Test func aDirectoryOfThatNameIsIgnored() throws {
        let directory = try TemporaryDirectory()
        #expect(DotEnv(file: directory.path) == DotEnv())
    }

    @Test func aFileThatIsNotTextIsAFault() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file(".env", [0x4B, 0x3D, 0xFF])
        #expect(DotEnv(file: path).faults.map(\.description) == ["\(path): is not UTF-8 text; save it as such."])
    }

    @Test func aFileThatCannotBeReadIsLeftOutWithARemark() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/.env"
        // Nobody can read this one from its start on; permissions would not stop the superuser.
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/proc/self/mem")
        let file = DotEnv(file: path)
        #expect(file.values == [:])
        #expect(file.faults == [])
        #expect(file.remark == "\(path) is left out, it cannot be read: Input/output error.")
    }

    @Test func aPipeThatNobodyWritesToIsEmpty() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/.env"
        #expect(mkfifo(path, 0o600) == 0)
        #expect(DotEnv(file: path) == DotEnv())
    }
}
