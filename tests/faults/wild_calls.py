"""Calls of the whole catalogue with arguments of every kind in any mixture: what nobody means and anybody may send."""

from __future__ import annotations

import random

NUMBERS = ["0", "1", "2", "-3", "7", "1/3", "-0.5", "12.75", "10^40", "-10^30 - 1", "1e10000", "-1e-10000", "2^64"]
REALS = ["pi", "sqrt(2)", "-e", "log(3)", "sqrt(2) + 1e-40", "zeta(3)", "0.1 + sin(1)"]
COMPLEX = ["i", "2 - 3i", "exp(i)", "1e300 i", "sqrt(-2)", "1/3 + 1e-40i"]
QUANTITIES = ["2 cm", "3 kg m/s^2", "5 degC", "-1 inch", "cm", "30 deg", "1e400 kg", "0 m", "sqrt(2) s", "3i ohm"]
TEXTS = [
    '""',
    '"x"',
    '"x^2 - 2"',
    '"sin(x) / x"',
    '"2 cm"',
    '"m"',
    '"1/0"',
    '"ünï\u0301"',
    '"a\\nb"',
    '"f(f(x))"',
    '"x y"',
]
FUNCTIONS = ["sin", "min", "f", "g", "add", "map", "derivative", "h"]
OTHERS = ["true", "false", "null", "[]", "[[]]", "[[], []]", "1:0", "NaN", "Infinity", "1/0", "undefinedName"]
LISTS = [
    "[1, 2, 3]", "1:5", "[-1/2, 3, 10^30]", "[1, [2]]", "[[1, 2], 3]", "[[[1], [2]], [[3], [4]]]", "[2 cm, 3 m]",
    "[2 cm, 3, \"x\"]", '["x", "y"]', '["x^2", sin]', "[sin, cos]", "[true, false]", "[null, 1]", "[i, sqrt(2)]",
    "[1, 2; 3, 4]", "[1, 2; 2, 4]", "[1, i; -i, 2]", "[1/3, 0; 0, 1e40]", "[2 cm, 1 m; 3, 4]", "[1, 2, 3; 4, 5, 6]",
    "[[1], [2, 3]]", "zeros(3, 3)", "identity(2)", "1:200", "[0]", "[pi, e; 1, 2]",
]  # fmt: skip
KINDS = [NUMBERS, REALS, COMPLEX, QUANTITIES, TEXTS, FUNCTIONS, OTHERS, LISTS, LISTS]
DEFINITIONS = "f(x) = x^2; g(a, b) = a b; h() = 1;"
OPERATORS = [
    "+", "-", "*", "/", "^", ".*", "./", ".^", " mod ", "<<", ">>", ">>>", "&", "|", "^|", "==", "!=", "<", ">=",
    " to ", " in ", " and ", " xor ", " or ", " ", ":",
]  # fmt: skip
# Arguments of routes, as JSON gives them.
RAW = [
    "0", "1", "-7", "1/3", "1e9", "1e99999", "-1e-99999", "sqrt(2)", "2+3i", "x^2", "sin(x)", "2 cm", "", " ", "[1, 2]",
    "[[1, 2], [3, 4]]", "pi", "NaN", "x", "1" * 500, "((((1))))", "f(x) = x", True, False, None, {}, [], ["1", "2"],
    [["1", "2"], ["3", "4"]], ["x", "2 cm", True], [None], [[]], [["1"], ["2", "3"]], ["1e9"] * 3, [["i"]],
]  # fmt: skip


class WildCalls:
    """The same calls for the same seed."""

    def __init__(self, seed: int, operations: list[dict]):
        self.random = random.Random(seed)
        self.operations = operations

    def value(self, depth: int = 0) -> str:
        kind = self.random.random()
        if kind < 0.06 and depth < 2:
            return self.call(depth + 1)
        if kind < 0.10 and depth < 2:
            return f"[{', '.join(self.value(depth + 1) for _ in range(self.random.randrange(4)))}]"
        return self.random.choice(self.random.choice(KINDS))

    def call(self, depth: int = 0) -> str:
        """A call of an operation, most often with as many arguments as it has parameters."""
        operation = self.random.choice(self.operations)
        count = len(operation["parameters"])
        if self.random.random() < 0.3:
            count = self.random.randrange(max(count, 2) + 2)
        return f"{operation['name']}({', '.join(self.value(depth) for _ in range(count))})"

    def expression(self) -> str:
        """A call, or an operator, an index or a condition of the language."""
        kind = self.random.random()
        if kind < 0.7:
            return self.call()
        a, b = self.value(), self.value()
        if kind < 0.9:
            return f"({a}){self.random.choice(OPERATORS)}({b})"
        return self.random.choice(
            [
                f"-({a})",
                f"({a})!",
                f"({a})'",
                f"not ({a})",
                f"x = {a}; x[{b}]",
                f"x = {a}; x[1] = {b}",
                f"({a}) ? ({b}) : 1",
            ]
        )

    def job(self, milliseconds: int) -> dict:
        """What the service tells a worker: an expression, or a call of a route's operation."""
        if self.random.random() < 0.75:
            return {
                "milliseconds": milliseconds,
                "expressions": [f"{DEFINITIONS} {self.expression()}"],
                "recalled": [],
                "precision": self.random.choice([1, 15, 20, 100]),
            }
        operation = self.random.choice(self.operations)
        names = [parameter["name"] for parameter in operation["parameters"]]
        given = [name for name in names if self.random.random() < 0.8]
        return {
            "milliseconds": milliseconds,
            "operation": operation["name"],
            "legacy": False,
            "arguments": [[name, self.random.choice(RAW)] for name in given],
            "precision": self.random.choice([1, 20, 100]),
        }
