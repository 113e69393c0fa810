import Calculator
import Foundation
import Testing

@Suite struct CatalogueDocumentTests {
    /// `make catalogue` writes the page; any other run fails when it is stale.
    @Test func theCommittedPageIsThatOfTheDeclarations() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = root.appendingPathComponent("docs/catalogue.md")
        if ProcessInfo.processInfo.environment["WRITE_CATALOGUE"] != nil {
            try Catalogue.markdown.write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == Catalogue.markdown, "stale: run make catalogue")
    }
}
