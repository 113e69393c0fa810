import Testing

@testable import Calculator

/// What follows from the rows of the operators holds for each of them.
@Suite struct OperatorTableTests {
    /// An operator as a builder of trees.
    private struct Shape: Sendable {
        let row: OperatorRow
        let operands: Int
        let node: @Sendable ([Node]) -> Node
        /// How it is written with this word between, before or behind names.
        let source: @Sendable (String) -> String
    }

    private static let place = SourceRange(offset: 0, length: 0)

    private static func node(_ kind: Node.Kind) -> Node { Node(kind, place) }

    private static let x = node(.symbol("x"))
    private static let y = node(.symbol("y"))
    private static let z = node(.symbol("z"))

    private static let infixes: [Shape] =
        BinaryOperator.allCases.map { symbol in
            Shape(row: symbol.row, operands: 2) { operands in
                symbol.precedence == .power
                    ? node(.power(operands[0], operands[1], isElementwise: symbol == .elementPower))
                    : node(.chain(operands[0], [Node.Link(symbol: symbol, operand: operands[1], place: place)]))
            } source: {
                "x \($0) y"
            }
        }
        + ComparisonOperator.allCases.map { symbol in
            Shape(row: symbol.row, operands: 2) { operands in
                node(.comparison(operands[0], [Node.Comparison(symbol: symbol, operand: operands[1])]))
            } source: {
                "x \($0) y"
            }
        }

    private static let shapes =
        infixes
        + PrefixOperator.allCases.map { symbol in
            Shape(row: symbol.row, operands: 1) {
                node(.prefix(symbol, $0[0]))
            } source: {
                "\($0) x"
            }
        }
        + PostfixOperator.allCases.map { symbol in
            Shape(row: symbol.row, operands: 1) {
                node(.postfix(symbol, $0[0]))
            } source: {
                "x\($0)"
            }
        }

    @Test func everyWordIsReadAsItsOperator() throws {
        for shape in Self.shapes {
            let tree = shape.node([Self.x, Self.y])
            #expect(try Parser.expression(of: tree.text).skeleton == tree.skeleton, "\(tree.text)")
            for word in shape.row.words {
                let source = shape.source(word)
                #expect(try Parser.expression(of: source).skeleton == tree.skeleton, "\(source)")
                #expect(try Lexer.tokens(of: source).count { $0.text == word } == 1, "\(source)")
            }
        }
    }

    @Test func everyPairIsReadAgainAsItWasAndNeedsItsParentheses() throws {
        for outer in Self.shapes {
            for inner in Self.shapes {
                for position in 0..<outer.operands {
                    var operands = [Self.x, Self.x]
                    operands[position] = inner.node([Self.y, Self.z])
                    let tree = outer.node(operands)
                    #expect(try Parser.expression(of: tree.text).skeleton == tree.skeleton, "\(tree.text)")
                    // Behind another factor these two have parentheses for the reader.
                    if outer.row.precedence == .implicit, ["not", "%"].contains(inner.row.words.first) { continue }
                    for shorter in Self.withoutOnePair(tree.text) {
                        let other = try? Parser.expression(of: shorter).skeleton
                        #expect(other != tree.skeleton, "\(tree.text) is \(shorter)")
                    }
                }
            }
        }
    }

    /// The text without a pair of its parentheses, for each.
    private static func withoutOnePair(_ text: String) -> [String] {
        let characters = Array(text)
        var open: [Int] = []
        var texts: [String] = []
        for (index, character) in characters.enumerated() {
            if character == "(" { open.append(index) }
            if character == ")", let start = open.popLast() {
                texts.append(String(characters.indices.filter { $0 != start && $0 != index }.map { characters[$0] }))
            }
        }
        return texts
    }

    @Test func everySignStandsInLaTeX() {
        for shape in Self.shapes {
            // A quotient has a line.
            let sign = shape.row.words == ["/"] ? "\\frac{x}{y}" : shape.row.latex
            let latex = shape.node([Self.x, Self.y]).latex
            #expect(sign.isEmpty || latex.contains(sign), "\(latex)")
        }
    }

    @Test func aLineThatEndsWithAnOperatorGoesOn() throws {
        for shape in Self.infixes {
            let tree = shape.node([Self.x, Self.y])
            for word in shape.row.words where !["%", "in"].contains(word) {
                let statements = try Parser.statements(of: "x \(word)\ny")
                #expect(statements.map(\.node.skeleton) == [tree.skeleton], "\(word)")
            }
        }
        #expect(try Parser.statements(of: "8 %\n5 in\n3!\n2").count == 4)
    }

    @Test func noWordBetweenOperandsIsAName() {
        for word in OperatorTable.names where OperatorTable.isInfix(word) {
            let fault = #expect(throws: Fault.self) { try Parser.expression(of: "\(word)(x) = 1") }
            #expect(fault?.message == "\(word) is a word of the language: choose another name")
        }
    }
}
