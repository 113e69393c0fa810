import Calculator
import Testing

@Suite struct CatalogueTests {
    @Test func everyOperationOfTheFirstPartIsThere() {
        let names = """
            add subtract multiply divide mod pow square cube abs sign floor ceil round fix negate reciprocal gcd lcm \
            factorial fibonacci combinations permutations isPrime nextPrime primeFactors divisors totient mean median \
            variance std sum prod min max compare sqrt cbrt nthRoot exp log log2 log10 sin cos tan asin acos atan atan2 \
            sinh cosh tanh asinh acosh atanh hypot pi e tau phi i
            """.split(separator: " ").map(String.init)
        #expect(Set(Catalogue.operations.map(\.name)).count == Catalogue.operations.count)
        for name in names { #expect(Catalogue.operation(named: name)?.name == name) }
        #expect(Catalogue.operation(named: "Add") == nil)
    }

    @Test(arguments: Catalogue.operations.map(\.name))
    func operationIsDocumented(_ name: String) throws {
        let operation = try #require(Catalogue.operation(named: name))
        #expect(operation.summary.hasSuffix("."))
        #expect(!operation.examples.isEmpty)
        #expect(Set(operation.parameters.map(\.name)).count == operation.parameters.count)
        for parameter in operation.parameters {
            #expect(!parameter.summary.isEmpty)
            #expect(parameter.defaultValue == nil || !parameter.isRequired)
            switch parameter.type {
            case .number, .real, .integer: #expect((1...Limits.argumentDigits).contains(parameter.maximumDigits))
            case .choice(let words): #expect(words.contains(parameter.defaultValue ?? ""))
            case .numbers, .integers: #expect((parameter.count?.upperBound ?? 0) <= Limits.listElements)
            case .list, .matrix, .squareMatrix: #expect(parameter.count != nil)
            case .expression, .variable, .text, .any: break
            }
        }
    }

    @Test(arguments: Catalogue.operations.map(\.name))
    func everyExampleIsTrue(_ name: String) throws {
        for example in try #require(Catalogue.operation(named: name)).examples {
            #expect(example.expression.hasPrefix("\(name)("))
            let answer = try calculate(name, example.arguments)
            #expect((answer.exact ?? answer.decimal) == example.result, "\(example.expression)")
        }
    }

    @Test func examplesAreReadFromTheirExpressions() throws {
        let examples = try #require(Catalogue.operation(named: "std")).examples
        let last = try #require(examples.last)
        #expect(last.expression == #"std([2, 4, 6, 8], "uncorrected")"#)
        #expect(last.arguments.map(\.name) == ["values", "normalization"])
        #expect(last.arguments.map(\.value) == [["2", "4", "6", "8"], "uncorrected"])
    }
}
