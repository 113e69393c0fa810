import Calculator
import Testing

/// What a source defines, and what it takes from others.
@Suite struct ProgramNamesTests {
    private func names(_ source: String) throws -> ProgramNames { try Program(source).names }

    @Test(arguments: [
        (#"a + b2 * "c" + δ # e"#, ["a", "b2", "δ"]), ("concat('c', d') + 0xff + 1e3", ["concat", "d"]),
        ("a = 2; a + b", ["b"]), ("a = a + 1", ["a"]), ("b = c\nc = b", ["c"]),
        ("fact(n) = n <= 1 ? 1 : n * fact(n - 1)", []), ("f(x) = x; f(x)", ["x"]), ("f(x) = a x; a = 1", ["a"]),
        ("sin(pi) / 3 cm", ["sin", "pi", "cm"]), ("true and not null", []), ("v[end]", ["v"]),
        ("v[1] = w", ["v", "w"]),
        ("c ? (a = 1) : (b = 2); a + b", ["c", "a", "b"]), ("(c and (a = 1)); a", ["c", "a"]),
        ("map(v, f)", ["map", "v", "f"]),
    ])
    func whatIsNotDefinedBeforeItIsUsedComesFromElsewhere(_ source: String, _ uses: [String]) throws {
        #expect(try names(source).uses == uses)
    }

    @Test(arguments: [
        ("a = b = 1; a = 2", ["a", "b"]), ("f(x, y) = x y", ["f"]), ("v[2] = 1", ["v"]), ("1 + 1", []),
        ("true ? (b = 2) : 3", ["b"]), (#"createUnit("smoot", 67 inch); 2 smoot"#, ["smoot"]),
        (#"findRoots("x = 2", "x")"#, []),
    ])
    func whatIsAssignedIsDefined(_ source: String, _ defines: [String]) throws {
        #expect(try names(source).defines == defines)
    }

    @Test(arguments: [
        (#"to(x, "smoot")"#, ["x", "smoot"]), (#"x to "smoot""#, ["x", "smoot"]),
        (#"splitUnit(x, ["smoot", "inch"])"#, ["splitUnit", "x", "smoot", "inch"]),
        (#"derivative("a x^2", "x")"#, ["derivative", "a"]), (#"number(x, "smoot")"#, ["number", "x", "smoot"]),
        (#"map(v, "f")"#, ["map", "v", "f"]), (#""a" == "b""#, []),
    ])
    func namesInTextsThatAreReadCountAsWell(_ source: String, _ uses: [String]) throws {
        #expect(try names(source).uses == uses)
    }
}
