import API
import ArgumentParser
import Calculator
import Glibc
import Workers

/// `math eval`: the language on the terminal, in this process.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Evaluate expressions on the terminal.",
        discussion: """
            Prints the value of each expression on a line of its own: math eval '1/3 + 1/6' prints 1/2. Expressions \
            share their variables, and a semicolon at the end hides a value. Without any, lines are read from standard \
            input. What is wrong is told on standard error with its place, and the exit status is 1.

            Formats: exact is the exact value where one is known (1/2, sqrt(2)), else the decimal one; decimal is \
            correctly rounded to the precision; latex is the value as LaTeX; json is what POST /math/evaluate answers.
            """)

    /// How values are printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case exact, decimal, latex, json
    }

    // An expression may begin with a minus.
    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The expressions.", valueName: "expr"))
    var expressions: [String] = []
    @Option(help: ArgumentHelp("Significant digits of decimal values, 1 to 10000.", valueName: "digits"))
    var precision = Limits.defaultPrecision
    @Option(help: ArgumentHelp("How values are printed.", valueName: "format")) var format = Format.exact

    /// What is to be evaluated: all but the mark that no options follow, which the parser leaves among the rest.
    private var sources: [String] {
        var sources = expressions
        if let mark = sources.firstIndex(of: "--") { sources.remove(at: mark) }
        return sources
    }

    func validate() throws {
        let mayBeOptions = expressions.prefix { $0 != "--" }
        if let option = mayBeOptions.first(where: { $0.wholeMatch(of: /--[a-z][a-z-]+(=.*)?/) != nil }) {
            throw ValidationError("There is no option \(option): see math eval --help.")
        }
        guard Limits.precision.contains(precision) else {
            throw ValidationError(
                "Ask for \(Limits.precision.lowerBound) to \(Limits.precision.upperBound) digits with --precision.")
        }
    }

    func run() throws {
        let isGood = Stack.deep { evaluateAll() }
        if !isGood { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    /// Whether all of the sources have values.
    private func evaluateAll() -> Bool {
        // No deadline: whoever waits at the terminal has Ctrl-C.
        let calculation = Calculation(precision: precision)
        var isGood = true
        if sources.isEmpty {
            while let line = readLine() {
                if line.isBlankOrComment { continue }
                isGood = evaluate(line, calculation) && isGood
            }
        } else {
            for source in sources { isGood = evaluate(source, calculation) && isGood }
        }
        return isGood
    }

    /// Prints the values of a source, or what is wrong with it; whether it has values.
    private func evaluate(_ source: String, _ calculation: Calculation) -> Bool {
        do throws(Fault) {
            let program = try Program(source)
            let outcomes = try calculation.outcomes(of: program)
            if format == .json {
                print(WrittenAnswer(program, outcomes, precision: precision).json)
            } else {
                for outcome in outcomes where !outcome.statement.isHidden { print(Array(text(of: outcome.value).utf8)) }
            }
            return true
        } catch {
            if format == .json { print(EvaluationDocument.bytes(source: source, error)) }
            StandardError.write(FaultText.text(of: error, in: source))
            return false
        }
    }

    private func text(of value: Rendering) -> String {
        switch format {
        case .exact: value.exact ?? value.decimal
        case .decimal, .json: value.decimal
        case .latex: value.latex
        }
    }

    private func print(_ line: [UInt8]) {
        if !LogOutput(descriptor: STDOUT_FILENO).write(line + [UInt8(ascii: "\n")]) { Main.outputFailed() }
    }
}

extension String {
    fileprivate var isBlankOrComment: Bool {
        let first = first { !$0.isWhitespace }
        return first == nil || first == "#"
    }
}
