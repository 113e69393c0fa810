#!/usr/bin/env python3
"""Writes reference.tsv: values of every operation from mpmath, sympy, statistics and fractions.

Columns: operation, arguments (name=value;...), precision, kind, expected.
Kinds: exact (text of a fraction), text (compared as it is), decimal (correctly rounded to `precision` digits),
complex (two decimals, `0` for a part that is exactly zero).
"""

import math
import random
import statistics
import sys
from fractions import Fraction
from pathlib import Path

import mpmath
import sympy
from mpmath import mp

random.seed(20240229)
sys.set_int_max_str_digits(0)
PRECISIONS = (1, 2, 15, 20, 60)
ROWS = []


def rounded(value, precision):
    """Correctly rounded, ties to even, as d.ddde±x, from a value that is exact or has 400 digits to spare."""
    value = value if isinstance(value, Fraction) else fraction(value)
    if value == 0:
        return "0"
    sign, value = ("-" if value < 0 else ""), abs(value)
    exponent = len(str(value.numerator)) - len(str(value.denominator)) - precision
    scaled = value / Fraction(10) ** exponent
    while scaled >= 10**precision:
        scaled, exponent = scaled / 10, exponent + 1
    while scaled < 10 ** (precision - 1):
        scaled, exponent = scaled * 10, exponent - 1
    return f"{sign}{round(scaled)}e{exponent}"


def fraction(value):
    sign, mantissa, exponent, _ = mpmath.mpf(value)._mpf_
    return (-1) ** sign * Fraction(int(mantissa)) * Fraction(2) ** exponent


def real(text):
    value = Fraction(text)
    return mpmath.mpf(value.numerator) / value.denominator


def row(operation, arguments, precision, kind, expected):
    listed = ";".join(f"{name}={value}" for name, value in arguments.items())
    ROWS.append("\t".join((operation, listed, str(precision), kind, expected)))


def exact(operation, expected, **arguments):
    row(operation, arguments, 20, "exact", str(expected))


def text(operation, expected, **arguments):
    row(operation, arguments, 20, "text", expected)


def analytic(operation, function, precisions, **arguments):
    """A value of mpmath, at a working precision far beyond the digits asked for."""
    for precision in precisions:
        mp.dps = precision + 400
        value = function(*(real(argument) for argument in arguments.values()))
        if isinstance(value, mpmath.mpc) and value.imag != 0:
            parts = [rounded(part, precision) if abs(part) > mpmath.mpf(10) ** -200 else "0" for part in (value.real, value.imag)]
            row(operation, arguments, precision, "complex", " ".join(parts))
        else:
            value = value.real if isinstance(value, mpmath.mpc) else value
            row(operation, arguments, precision, "decimal", rounded(value, precision))


RATIONALS = ["0", "1", "-1", "1/3", "-2/7", "0.1", "2.5", "-2.5", "3.5", "1e-30", "-1e30", "123456789012345678901234567890",
             "9007199254740993", "1000000007/998244353", "-0.49999999999999999999", "99999999999999999999/100000000000000000000"]
NONZERO = [text for text in RATIONALS if Fraction(text) != 0]
LISTS = [["1", "2", "3", "4"], ["0.1", "0.2", "0.3"], ["1/3", "1/7", "-5/11", "2"], ["1e20", "1", "-1e20"], ["5"],
         ["7", "7", "7"], ["-3", "2.5", "1e-10", "1000000007"]]


def half_away(value):
    return int(math.copysign(1, value)) * math.floor(abs(value) + Fraction(1, 2))


def arithmetic():
    for a in RATIONALS:
        x = Fraction(a)
        exact("square", x * x, x=a)
        exact("cube", x**3, x=a)
        exact("abs", abs(x), x=a)
        exact("sign", (x > 0) - (x < 0), x=a)
        exact("negate", -x, x=a)
        exact("unaryMinus", -x, x=a)
        exact("unaryPlus", x, x=a)
        exact("bignumber", x, x=a)
        exact("number", x, value=a)
        exact("fraction", x / 7, numerator=a, denominator=7)
        for name, function in (("floor", math.floor), ("ceil", math.ceil), ("fix", math.trunc), ("round", half_away)):
            exact(name, function(x), x=a)
            for n in (1, 25):
                exact(name, Fraction(function(x * 10**n), 10**n), x=a, n=n)
        if x:
            exact("reciprocal", 1 / x, x=a)
        for b in random.sample(RATIONALS, 4):
            y = Fraction(b)
            exact("add", x + y, a=a, b=b)
            exact("subtract", x - y, a=a, b=b)
            exact("multiply", x * y, a=a, b=b)
            exact("compare", (x > y) - (x < y), a=a, b=b)
            if y:
                exact("divide", x / y, a=a, b=b)
                exact("mod", x % y, a=a, b=b)
        for b in (0, 1, 2, 7, -3):
            if x or b >= 0:
                exact("pow", x**b, a=a, b=b)


def number_theory():
    integers = ["0", "1", "-1", "12", "-18", "97", "360", "1001", "1000000007", "4294967297", "2305843009213693951",
                "1000000016000000063", "123456789012345678901234567890", "3825123056546413051", "340561"]
    for a in integers:
        n = int(a)
        text("isPrime", str(n > 1 and sympy.isprime(n)).lower(), x=a)
        exact("nextPrime", sympy.nextprime(n), x=a)
        if n > 0:
            text("primeFactors", str(sorted(p for p, k in sympy.factorint(n).items() for _ in range(k))), x=a)
            if sympy.divisor_count(n) <= 64:
                text("divisors", str([int(d) for d in sympy.divisors(n)]), x=a)
            exact("totient", sympy.totient(n), x=a)
        for b in random.sample(integers, 4):
            exact("gcd", math.gcd(n, int(b)), a=a, b=b)
            exact("lcm", math.lcm(n, int(b)), a=a, b=b)
    exact("gcd", 6, values="[12,18,-30]")
    exact("lcm", 180, values="[12,18,-30]")
    for n in (0, 1, 2, 5, 20, 21, 100, 350):
        exact("factorial", math.factorial(n), x=n)
        exact("fibonacci", sympy.fibonacci(n), x=n)
        exact("permutations", math.factorial(n), n=n)
        for k in (0, 1, 3, 19, 20):
            exact("combinations", math.comb(n, k), n=n, k=k)
            exact("permutations", math.perm(n, k), n=n, k=k)
    exact("combinations", math.comb(10**9, 3), n=10**9, k=3)


def lists():
    for values in LISTS:
        numbers, listed = [Fraction(value) for value in values], "[" + ",".join(values) + "]"
        count = len(numbers)
        exact("add", sum(numbers), values=listed)
        exact("sum", sum(numbers), values=listed)
        exact("multiply", math.prod(numbers), values=listed)
        exact("prod", math.prod(numbers), values=listed)
        exact("min", min(numbers), values=listed)
        exact("max", max(numbers), values=listed)
        exact("mean", statistics.mean(numbers), values=listed)
        exact("median", statistics.median(numbers), values=listed)
        mean = statistics.mean(numbers)
        spread = sum((number - mean) ** 2 for number in numbers)
        unbiased = statistics.variance(numbers) if count > 1 else Fraction(0)
        for word, variance in (("unbiased", unbiased), ("uncorrected", statistics.pvariance(numbers)), ("biased", spread / (count + 1))):
            exact("variance", variance, values=listed, normalization=word)
            mp.dps = 500
            root = mpmath.sqrt(real(variance))
            row("std", {"values": listed, "normalization": word}, 60, "decimal", rounded(root, 60))
        length = mpmath.sqrt(real(sum(number**2 for number in numbers)))
        row("hypot", {"values": listed}, 60, "decimal", rounded(length, 60))


# Quotients of the continued fraction of pi: the nearest a fraction can come to a zero or a pole.
NEAR_PI = ["22/7", "355/113", "245850922/78256779", "428224593349304/136308121570117"]
NEAR_HALF_PI = ["11/7", "52174/33215", "5419351/3450066", "122925461/78256779"]
EVERYWHERE = ["1", "-1", "0.5", "-2", "10", "1e-30", "1.5e-30", "1e-300", "-7/3", "20.25", "0.1", "1.0000000000000000000000001"]
WIDE = EVERYWHERE + ["1e22", "1e30", "-123456789.123456789"]
UNIT = ["0.5", "-0.5", "1/3", "-0.999", "1e-30", "1.5e-20", "0.99999999999999999999", "-0.1", "1e-300"]
BEYOND = ["2", "-2", "1.00000000000000000001", "-1.5", "1e30", "-7/3"]
POSITIVE = ["2", "0.5", "10", "1e-30", "1e300", "7/3", "1.00000000000000000000000000001", "0.99999999999999999999",
            "123456789012345678901234567890", "16/9", "1000"]


def transcendental():
    analytic("pi", lambda: +mp.pi, PRECISIONS + (1000,))
    analytic("e", lambda: +mp.e, PRECISIONS + (1000,))
    everywhere = {"sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "atan": mpmath.atan, "asinh": mpmath.asinh,
                  "tanh": mpmath.tanh, "cbrt": lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x))}
    for name, function in everywhere.items():
        analytic(name, function, (1000,), x="0.7")
        for x in WIDE + (NEAR_PI + NEAR_HALF_PI if name in ("sin", "cos", "tan") else []):
            analytic(name, function, (2, 60), x=x)
    for name, function in {"exp": mpmath.exp, "sinh": mpmath.sinh, "cosh": mpmath.cosh}.items():
        analytic(name, function, (1000,), x="0.7")
        for x in EVERYWHERE + ["700.5", "-800", "10000.1"]:
            analytic(name, function, (2, 60), x=x)
    logarithms = {"sqrt": mpmath.sqrt, "log": mpmath.log, "log2": lambda x: mpmath.log(x) / mpmath.log(2),
                  "log10": lambda x: mpmath.log(x) / mpmath.log(10)}
    for name, function in logarithms.items():
        analytic(name, function, (1000,), x="0.7")
        for x in POSITIVE + ["-2", "-0.3", "-1e30"]:
            analytic(name, function, PRECISIONS, x=x)
    for name, function in {"expm1": mpmath.expm1, "log1p": mpmath.log1p}.items():
        for x in POSITIVE[:4] + ["-1e-30", "1.5e-300", "-0.3", "0.99999999999999999999"]:
            analytic(name, function, (2, 60), x=x)
    for name, function in {"asin": mpmath.asin, "acos": mpmath.acos, "atanh": mpmath.atanh}.items():
        analytic(name, function, (1000,), x="0.7")
        for x in UNIT:
            analytic(name, function, PRECISIONS, x=x)
        for x in BEYOND:
            analytic(name, function, (2, 60), x=x)
    for x in ["1.5", "2", "10", "1.00000000000000000001", "1e30", "0.5", "-0.3", "-2", "-1.5"]:
        analytic("acosh", mpmath.acosh, (2, 60, 200), x=x)


def of_two():
    for a, b in [("2", "0.3"), ("2", "10"), ("10", "1.5"), ("7/3", "0.1"), ("1e30", "7"), ("0.5", "3"), ("1.00000001", "2")]:
        analytic("log", lambda x, base: mpmath.log(x) / mpmath.log(base), PRECISIONS, x=a, base=b)
    for a, b in [("1", "2"), ("-1", "2"), ("1", "-2"), ("-1", "-2"), ("1e-30", "1"), ("3", "1e-20"), ("0.1", "-7/3")]:
        analytic("atan2", mpmath.atan2, PRECISIONS, a=a, b=b)
    for a, root in [("2", 3), ("-2", 3), ("10", 7), ("1e-30", 4), ("123456789", 5), ("7/3", 10), ("-32.5", 5), ("2", 2)]:
        analytic("nthRoot", lambda x, n: mpmath.sign(x) * mpmath.power(abs(x), 1 / n), PRECISIONS, a=a, root=root)
    powers = [("2", "0.5"), ("2", "1/3"), ("10", "-0.3"), ("0.1", "0.1"), ("1e-30", "1/7"), ("1.5", "100.5"),
              ("-8", "1/3"), ("-2", "1/3"), ("-2", "0.1"), ("-3", "-2.3"), ("-7/3", "22/7"), ("-1", "1/5"), ("123.456", "-5/6")]
    for a, b in powers:
        analytic("pow", mpmath.power, PRECISIONS, a=a, b=b)
    analytic("pow", mpmath.power, (1000,), a="2", b="1/7")
    for a, b in [("-4", "1/4"), ("-4", "3/2"), ("-1", "-1/2"), ("-64", "1/6")]:
        analytic("pow", mpmath.power, (20, 60), a=a, b=b)


arithmetic()
number_theory()
lists()
transcendental()
of_two()
Path(__file__).with_name("reference.tsv").write_text("\n".join(ROWS) + "\n")
