import Calculator
import HTTPTypes
import JSON
import Testing
import Workers

@testable import API

/// Every example of the catalogue is true: through its route, by query and by body, and through the language.
@Suite struct CatalogueRoutesTests {
    @Test func everyExampleIsTrueThroughItsRoute() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        for operation in Catalogue.operations {
            for example in operation.examples {
                let reply = try await service.post("/math/\(operation.name)", example.body, token: token)
                #expect(reply.status == 200, "\(example.expression): \(reply.body)")
                #expect(reply.shown == example.result, "\(example.expression)")
                guard let query = example.query else { continue }
                let same = try await service.get("/math/\(operation.name)?\(query)", token: token)
                #expect(same.json["decimal"] == reply.json["decimal"], "\(operation.name)?\(query)")
            }
        }
    }

    @Test func everyExampleIsTrueThroughTheLanguage() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        for example in Catalogue.operations.flatMap(\.examples) {
            let body = JSONValue.members(("expr", .string(example.expression))).text
            let reply = try await service.post("/math/evaluate", body, token: token)
            #expect(reply.status == 200, "\(example.expression): \(reply.body)")
            #expect(reply.shown == example.result, "\(example.expression)")
            #expect(reply.json["latex"]?.asText?.isEmpty == false)
        }
    }
}

extension Reply {
    /// The value as examples show it.
    fileprivate var shown: String? { json["exact"]?.asText ?? json["decimal"]?.asText }
}

extension Example {
    /// The arguments as a JSON object.
    fileprivate var body: String { JSONValue.object(JSONObject(arguments.map { ($0.name, $0.value.json) })).text }

    /// The arguments as a query; nil where they are no texts and no lists of texts.
    fileprivate var query: String? {
        var items: [String] = []
        for (name, value) in arguments {
            switch value {
            case .text(let text): items.append("\(name)=\(text.percentEncoded)")
            case .list(let values) where values.count > 1:
                for value in values {
                    guard case .text(let text) = value else { return nil }
                    items.append("\(name)=\(text.percentEncoded)")
                }
            default: return nil
            }
        }
        return items.joined(separator: "&")
    }
}

extension String {
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber)
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
