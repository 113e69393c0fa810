import Calculator
import Testing

@Suite struct AnswerTests {
    @Test func exactDecimalsStayExact() throws {
        let answer = try calculate("add", ["a": "0.1", "b": "0.2"])
        #expect(answer.result == .number("0.3"))
        #expect(answer.exact == "3/10")
        #expect(answer.decimal == "0.3")
        #expect(answer.type == .rational)
    }

    @Test func argumentsAreEchoedInTheOrderOfTheParameters() throws {
        let subtract = try #require(Catalogue.operation(named: "subtract"))
        #expect(subtract.inDeclaredOrder([("b", "2"), ("a", "1")]).map(\.name) == ["a", "b"])
        #expect(try calculate("subtract", ["b": "2", "a": "1"]).exact == "-1")
        let deviation = try #require(Catalogue.operation(named: "std"))
        let given: [(name: String, value: RawArgument)] = [("normalization", "biased"), ("values", ["1", "2"])]
        #expect(deviation.inDeclaredOrder(given).map(\.name) == ["values", "normalization"])
    }

    @Test(arguments: [
        ("9007199254740992", "9007199254740992"), ("-9007199254740993", "-9007199254740992"),
        ("1/3", "0.3333333333333333"),
        ("1e21", "1e+21"), ("1e-7", "1e-7"), ("1.5e300", "1.5e+300"), ("5e-324", "5e-324"), ("1e-400", "0"),
        ("-1e-400", "0"), ("4503599627370496.25", "4503599627370496"), ("123456.789", "123456.789"),
        ("100000000000000000000", "1e+20"), ("0", "0"),
    ])
    func resultIsTheNearestJSONNumber(_ text: String, _ expected: String) throws {
        #expect(try calculate("add", ["a": .text(text), "b": "0"]).result == .number(expected))
    }

    @Test func valuesBeyondDoublesAreStrings() throws {
        let answer = try calculate("pow", ["a": "10", "b": "400"])
        #expect(answer.result == .string("1e+400"))
        #expect(answer.exact == "1" + String(repeating: "0", count: 400))
        #expect(answer.type == .integer)
        #expect(try calculate("exp", ["x": "1000"]).result == .string("1.9700711140170469939e+434"))
        #expect(try calculate("exp", ["x": "-1000"]).result == .number("0"))
    }

    @Test func typesAreNamed() throws {
        func type(_ name: String, _ arguments: KeyValuePairs<String, RawArgument>) throws -> ValueType {
            try calculate(name, arguments).type
        }
        #expect(try type("sqrt", ["x": "4"]) == .integer)
        #expect(try type("sqrt", ["x": "0.25"]) == .rational)
        #expect(try type("sqrt", ["x": "2"]) == .real)
        #expect(try type("sqrt", ["x": "-4"]) == .complex)
        #expect(try type("isPrime", ["x": "4"]) == .boolean)
        #expect(try type("divisors", ["x": "4"]) == .list)
    }

    @Test func listsAndTruthValues() throws {
        let factors = try calculate("primeFactors", ["x": "12"])
        #expect(factors.result == .array([.number("2"), .number("2"), .number("3")]))
        #expect(factors.exact == "[2, 2, 3]")
        #expect(factors.decimal == "[2, 2, 3]")
        let prime = try calculate("isPrime", ["x": "7"])
        #expect(prime.result == .boolean(true))
        #expect(prime.exact == "true")
        #expect(prime.decimal == "true")
    }

    @Test func complexValuesAreTexts() throws {
        let cubeRoot = try calculate("pow", ["a": "-8", "b": "1/3"])
        #expect(cubeRoot.decimal == "1 + 1.7320508075688772935i")
        #expect(cubeRoot.exact == "1 + sqrt(3)*i")
        #expect(cubeRoot.result == .string("1 + 1.7320508075688772935i"))
        let root = try calculate("sqrt", ["x": "-4"])
        #expect([root.exact, root.decimal] == ["2i", "2i"])
        #expect(try calculate("sqrt", ["x": "-1"]).exact == "i")
        #expect(try calculate("sqrt", ["x": "-1/4"]).exact == "1/2*i")
        #expect(try calculate("sqrt", ["x": "-2"]).exact == "sqrt(2)*i")
        #expect(try calculate("pow", ["a": "-1", "b": "-1/2"]).exact == "-i")
        #expect(try calculate("pow", ["a": "-4", "b": "1/4"]).exact == "1 + i")
        #expect(try calculate("pow", ["a": "-4", "b": "-1/4"]).exact == "1/2 - 1/2*i")
        #expect(try calculate("log", ["x": "-1"]).decimal == "3.1415926535897932385i")
        #expect(try calculate("log", ["x": "-8", "base": "2"]).decimal == "3 + 4.5323601418271938096i")
    }

    @Test func shortCalculationsAreQuick() throws {
        func isQuick(_ name: String, _ value: RawArgument, _ precision: Int = 20) throws -> Bool {
            let operation = try #require(Catalogue.operation(named: name))
            return operation.isQuick([("x", value)], precision: precision)
        }
        #expect(try isQuick("sin", "0.7"))
        #expect(try isQuick("sin", "1e22"))
        #expect(try !isQuick("sin", "1e22", 1000))
        #expect(try !isQuick("sin", "1e10000"))
        #expect(try isQuick("factorial", "100"))
        #expect(try !isQuick("factorial", "10000"))
        #expect(try !isQuick("factorial", "1e5"))
        #expect(try !isQuick("primeFactors", "1000000016000000063"))
        #expect(try !isQuick("sum", ["1", "2"]))
    }
}
