import Numbers
import Testing

@testable import Calculator

/// Printing a tree and reading it again.
@Suite struct NodeTextTests {
    private static let place = SourceRange(offset: 0, length: 0)

    private func node(_ kind: Node.Kind) -> Node { Node(kind, Self.place) }

    @Test(arguments: LanguageTests.values.map(\.0))
    func sourcesAreReadAgainAsTheSameTree(_ source: String) throws {
        for statement in try Parser.statements(of: source) {
            let again = try Parser.expression(of: statement.node.text)
            #expect(again.skeleton == statement.node.skeleton, "\(source) became \(statement.node.text)")
        }
    }

    @Test func randomTreesAreReadAgainAsTheyWere() throws {
        for _ in 0..<1_500 {
            let tree = randomTree(depth: Int.random(in: 1...5))
            let text = tree.text
            guard let again = try? Parser.expression(of: text) else {
                Issue.record("not read: \(text)")
                continue
            }
            #expect(again.skeleton == tree.skeleton, "\(text)")
        }
    }

    @Test(arguments: [
        ("(1 + 2) * 3", "(1 + 2) * 3"), ("2 x ^ 2", "2 x^2"), ("-(x + 1)", "-(x + 1)"), ("1/2", "1/2"),
        ("a ? b : c", "a ? b : c"), ("f(x)=x+1", "f(x) = x + 1"), ("m[1,:]", "m[1, :]"),
        ("[1,2;3,4]'", "[1, 2; 3, 4]'"),
        ("5% 3", "5 mod 3"), ("8 %", "8%"),
    ])
    func textIsWrittenAsAPersonWould(_ source: String, _ expected: String) throws {
        #expect(try Parser.expression(of: source).text == expected)
    }

    private func randomTree(depth: Int) -> Node {
        guard depth > 0 else { return randomLeaf() }
        func part() -> Node { randomTree(depth: depth - Int.random(in: 1...2)) }
        func parts(_ count: ClosedRange<Int>) -> [Node] { (0..<Int.random(in: count)).map { _ in part() } }
        switch Int.random(in: 0..<15) {
        case 0: return node(.list(parts(0...3)))
        case 1:
            let width = Int.random(in: 1...3)
            return node(.matrix((0..<2).map { _ in parts(width...width) }))
        case 2: return node(.range(start: part(), step: Bool.random() ? part() : nil, end: part()))
        case 3: return node(.prefix(PrefixOperator.allCases.randomElement() ?? .minus, part()))
        case 4: return node(.postfix(PostfixOperator.allCases.randomElement() ?? .factorial, part()))
        case 5, 6, 7, 8: return randomChain(part)
        case 9: return node(.power(part(), part(), isElementwise: Bool.random()))
        case 10:
            let links = parts(1...2).map {
                Node.Comparison(symbol: ComparisonOperator.allCases.randomElement() ?? .less, operand: $0)
            }
            return node(.comparison(part(), links))
        case 11: return node(.conditional(part(), part(), part()))
        case 12: return node(.call(["sin", "f", "mod"].randomElement() ?? "f", parts(0...3)))
        case 13: return node(.index(part(), parts(1...2) + (Bool.random() ? [openRange(part())] : [])))
        default:
            switch Int.random(in: 0..<3) {
            case 0: return node(.assignment("a", part()))
            case 1: return node(.indexAssignment("a", parts(1...2), part()))
            default: return node(.definition("f", ["x", "y"], part()))
            }
        }
    }

    private func openRange(_ end: Node) -> Node {
        node(.range(start: Bool.random() ? end : nil, step: nil, end: Bool.random() ? end : nil))
    }

    private func randomLeaf() -> Node {
        switch Int.random(in: 0..<8) {
        case 0: node(.string(["a", "\"\\\n", ""].randomElement() ?? ""))
        case 1: node(.number(Rational.half, text: [".5", "0.5", "5e-1"].randomElement() ?? ".5"))
        case 2, 3, 4: node(.number(2, text: ["2", "2.", "0x2"].randomElement() ?? "2"))
        default: node(.symbol(["x", "y", "e3", "pi"].randomElement() ?? "x"))
        }
    }

    /// Operators by their precedence; those that are read with care more often than others.
    private static let levels: [[BinaryOperator]] =
        Dictionary(grouping: BinaryOperator.allCases.filter { $0.precedence != .power }, by: \.precedence).values
        .sorted { $0[0].precedence < $1[0].precedence } + [[.implicit], [.divide]]

    private func randomChain(_ part: () -> Node) -> Node {
        let symbols = Self.levels.randomElement() ?? [.add]
        let links = (0..<Int.random(in: 1...3)).map { _ in
            Node.Link(symbol: symbols.randomElement() ?? .add, operand: part(), place: Self.place)
        }
        return node(.chain(part(), links))
    }
}
