"""Random calculations over HTTP, held against mpmath and sympy: two ways to one answer."""

from __future__ import annotations

import random
import sys
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

import mpmath
import pytest
import sympy

sys.set_int_max_str_digits(0)
SEED = 20_240_601
ROUNDS = 40


def rounded(value: mpmath.mpf, digits: int) -> Decimal:
    """The value at `digits` significant digits, from a reference with 40 more."""
    return Context(prec=digits, rounding=ROUND_HALF_EVEN).create_decimal(
        mpmath.nstr(value, digits + 40, min_fixed=1, max_fixed=0)
    )


REAL = {
    "sqrt": (mpmath.sqrt, 0, 1e6),
    "cbrt": (mpmath.cbrt, 0, 1e6),
    "exp": (mpmath.exp, -50, 50),
    "log": (mpmath.log, 1e-6, 1e6),
    "log10": (mpmath.log10, 1e-6, 1e6),
    "log2": (lambda x: mpmath.log(x, 2), 1e-6, 1e6),
    "sin": (mpmath.sin, -100, 100),
    "cos": (mpmath.cos, -100, 100),
    "tan": (mpmath.tan, -100, 100),
    "asin": (mpmath.asin, -1, 1),
    "acos": (mpmath.acos, -1, 1),
    "atan": (mpmath.atan, -100, 100),
    "sinh": (mpmath.sinh, -30, 30),
    "cosh": (mpmath.cosh, -30, 30),
    "tanh": (mpmath.tanh, -10, 10),
    "asinh": (mpmath.asinh, -1e3, 1e3),
    "acosh": (mpmath.acosh, 1, 1e3),
    "atanh": (mpmath.atanh, -0.999, 0.999),
}


@pytest.mark.parametrize("operation", REAL)
def test_every_printed_digit_is_that_of_mpmath(someone, operation):
    reference, low, high = REAL[operation]
    numbers = random.Random(SEED + len(operation))
    for _ in range(ROUNDS):
        x = f"{numbers.uniform(low, high):.9g}"
        digits = numbers.choice([1, 5, 16, 20, 50, 200])
        answer = someone.get(f"/math/{operation}", params={"x": x, "precision": digits}).json()
        with mpmath.workdps(digits + 80):
            expected = rounded(reference(mpmath.mpf(x)), digits)
        assert Decimal(answer["decimal"]) == expected, (operation, x, digits)
        if operation not in ("sqrt", "cbrt") and expected:
            with mpmath.workdps(80):
                assert answer["result"] == float(reference(mpmath.mpf(x))), (operation, x)


@pytest.mark.parametrize(
    "operation, reference",
    [
        ("add", lambda a, b: a + b),
        ("subtract", lambda a, b: a - b),
        ("multiply", lambda a, b: a * b),
        ("divide", lambda a, b: a / b),
        ("mod", lambda a, b: a % b),
    ],
)
def test_rational_arithmetic_is_that_of_python_fractions(someone, operation, reference):
    numbers = random.Random(SEED)
    for _ in range(ROUNDS):
        a, b = (f"{numbers.uniform(-1e6, 1e6):.{numbers.randrange(8)}f}" for _ in range(2))
        if Fraction(b) == 0:
            b = "7"
        answer = someone.post(f"/math/{operation}", json={"a": a, "b": b}).json()
        assert Fraction(answer["exact"]) == reference(Fraction(a), Fraction(b)), (operation, a, b)


@pytest.mark.parametrize(
    "operation, reference",
    [
        ("factorial", sympy.factorial),
        ("fibonacci", sympy.fibonacci),
        ("totient", sympy.totient),
        ("nextPrime", sympy.nextprime),
    ],
)
def test_integer_functions_are_those_of_sympy(someone, operation, reference):
    numbers = random.Random(SEED)
    for _ in range(ROUNDS):
        n = numbers.randrange(1, 2000)
        assert int(someone.get(f"/math/{operation}", params={"x": n}).json()["exact"]) == reference(n), (operation, n)


def test_primality_is_that_of_sympy(someone):
    numbers = random.Random(SEED)
    for n in [0, 1, 2, 341, 561, 3215031751, 2**61 - 1, 2**89 - 1] + [numbers.randrange(10**12) for _ in range(ROUNDS)]:
        assert someone.get("/math/isPrime", params={"x": n}).json()["result"] is bool(sympy.isprime(n)), n


def test_factors_multiply_back_and_are_prime(someone):
    numbers = random.Random(SEED)
    for n in [numbers.randrange(2, 10**12) for _ in range(ROUNDS)]:
        factors = someone.get("/math/primeFactors", params={"x": n}).json()["result"]
        assert factors == sorted(p for p, times in sympy.factorint(n).items() for _ in range(times)), n


@pytest.mark.parametrize(
    "operation, reference",
    [("combinations", lambda n, k: sympy.binomial(n, k)), ("permutations", lambda n, k: sympy.ff(n, k))],
)
def test_counting_is_that_of_sympy(someone, operation, reference):
    numbers = random.Random(SEED)
    for _ in range(ROUNDS):
        n = numbers.randrange(200)
        k = numbers.randrange(n + 1)
        assert int(someone.get(f"/math/{operation}", params={"n": n, "k": k}).json()["exact"]) == reference(n, k), (
            n,
            k,
        )


def test_constants_have_every_digit(someone):
    for digits in (1, 2, 20, 1000, 10_000):
        for operation, reference in (("pi", mpmath.pi), ("e", mpmath.e)):
            answer = someone.get(f"/math/{operation}", params={"precision": digits}).json()
            with mpmath.workdps(digits + 60):
                assert Decimal(answer["decimal"]) == rounded(+reference, digits)


@pytest.mark.parametrize(
    "operation, arguments, expected",
    [
        ("add", {"a": "0.1", "b": "0.2"}, "0.3"),
        ("pow", {"a": "2", "b": "-3"}, "0.125"),
        ("pow", {"a": "4", "b": "1/2"}, "2"),
        ("pow", {"a": "2", "b": "0.5", "precision": "10"}, "1.414213562"),
        ("cbrt", {"x": "-8"}, "-2"),
        ("mean", {"values": ["1", "2", "3", "4"]}, "2.5"),
        ("median", {"values": ["3", "1", "2"]}, "2"),
        ("sum", {"values": ["0.1"] * 10}, "1"),
        ("gcd", {"values": ["12", "18"]}, "6"),
        ("lcm", {"values": ["4", "6"]}, "12"),
        ("hypot", {"values": ["3", "4"]}, "5"),
        ("sin", {"x": "0"}, "0"),
        ("exp", {"x": "0"}, "1"),
        ("log10", {"x": "1000"}, "3"),
    ],
)
def test_awkward_corners(someone, operation, arguments, expected):
    answer = someone.post(f"/math/{operation}", json=arguments)
    assert answer.status_code == 200, answer.text
    assert answer.json()["decimal"] == expected
