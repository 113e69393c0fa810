#!/usr/bin/env python3
"""Writes calculus.tsv: integrals, sums, limits, roots and derivatives from mpmath and sympy.

Columns: expression, 25 significant digits of its value; several values, as of a list of roots, with a blank in between.
A derivative is `derivative(text, point)`, to be read by the test, not by the language.
"""

from pathlib import Path

import mpmath
import sympy
from mpmath import mp, mpf

mp.dps = 60
ROWS = []


def row(source, *values):
    ROWS.append((source, " ".join(mpmath.nstr(value, 25, strip_zeros=False) for value in values)))


def integrals():
    functions = {
        "exp(-x^2)": lambda x: mp.exp(-x * x),
        "sin(x^2)": lambda x: mp.sin(x * x),
        "1/(1 + x^4)": lambda x: 1 / (1 + x**4),
        "sqrt(1 + x^3)": lambda x: mp.sqrt(1 + x**3),
        "log(1 + x) * cos(x)": lambda x: mp.log(1 + x) * mp.cos(x),
        "atan(x) * exp(-x)": lambda x: mp.atan(x) * mp.exp(-x),
        "x^x": lambda x: x**x,
        "tanh(x)^3": lambda x: mp.tanh(x) ** 3,
        "gamma(x + 1)": lambda x: mp.gamma(x + 1),
        "asinh(x) / (x + 2)": lambda x: mp.asinh(x) / (x + 2),
        "cosh(sin(3x))": lambda x: mp.cosh(mp.sin(3 * x)),
        "erf(x)^2": lambda x: mp.erf(x) ** 2,
        "besselj(1, x)": lambda x: mp.besselj(1, x),
        "cbrt(x + 1)": lambda x: mp.cbrt(x + 1),
        "log(x + 2, 3)": lambda x: mp.log(x + 2, 3),
        "2^x * sin(pi x)": lambda x: 2**x * mp.sin(mp.pi * x),
    }
    for text, function in functions.items():
        for low, high in [("1/2", "3"), ("1/10", "pi")]:
            a, b = (mp.pi if t == "pi" else mpf(sympy.Rational(t).p) / sympy.Rational(t).q for t in (low, high))
            points = [a + (b - a) * mpf(k) / 8 for k in range(9)]
            row(f'integrate("{text}", "x", {low}, {high})', mp.quad(function, points))
    row('integrate("abs(sin(x))", "x", 0, 10)', 6 + 1 + mp.cos(10))
    row('integrate("sqrt(1 - x^2)", "x", -1, 1)', mp.pi / 2)
    row('integrate("sin(x)/x", "x", 0, 5)', mp.si(5))
    row('integrate("max(x, x^2)", "x", 0, 2)', mpf(1) / 2 + mpf(7) / 3)
    row('integrate("floor(x) * x", "x", 0, 3)', mpf(3) / 2 + 2 * mpf(5) / 2)


def sums():
    n = sympy.Symbol("n", integer=True)
    infinite = {
        "1/n^2": sympy.zeta(2), "1/n^4": sympy.zeta(4), "1/n^3": sympy.zeta(3),
        "1/(n^2 + n)": 1, "1/(n^2 + 1)": (sympy.pi * sympy.coth(sympy.pi) - 1) / 2,
        "(-1)^(n + 1)/n": sympy.log(2), "(-1)^n/(2n - 1)": -sympy.pi / 4, "n^3/3^n": sympy.Rational(33, 8),
        "1/n!": sympy.E - 1, "n^2/n!": 2 * sympy.E, "1/(2n)!": sympy.cosh(1) - 1, "1/(n*2^n)": sympy.log(2),
        "exp(-n)": 1 / (sympy.E - 1), "1/combinations(2n, n)": sympy.Rational(1, 3) + 2 * sympy.pi * sympy.sqrt(3) / 27,
        "1/(4n^2 - 1)": sympy.Rational(1, 2), "1/(n^2*(n + 1)^2)": sympy.pi**2 / 3 - 3,
        "1/n^(3/2)": sympy.zeta(sympy.Rational(3, 2)), "(-1)^n * 2^n/n!": sympy.exp(-2) - 1,
    }
    for text, value in infinite.items():
        row(f'sumSeries("{text}", "n", 1)', mpf(str(sympy.N(value, 55))))
    for text, term in {"1/n": 1 / n, "sqrt(n)": sympy.sqrt(n), "sin(n)/n": sympy.sin(n) / n}.items():
        row(f'sumSeries("{text}", "n", 1, 40)', mp.fsum(mpf(str(sympy.N(term.subs(n, k), 55))) for k in range(1, 41)))


def limits():
    x = sympy.Symbol("x")
    cases = [
        ("(tan(x) - sin(x))/x^3", 0), ("(1 - cos(3x))/x^2", 0), ("(exp(x) - exp(-x))/sin(x)", 0),
        ("log(1 + 2x)/x", 0), ("(sqrt(1 + x) - sqrt(1 - x))/x", 0), ("(x^5 - 1)/(x^3 - 1)", 1),
        ("(1 + 2x)^(1/x)", 0), ("(asin(x) - x)/x^3", 0), ("1/x - 1/sin(x)", 0), ("x/(exp(x) - 1)", 0),
        ("atan(x)/x", 0), ("(cosh(x) - 1)/x^2", 0), ("(2^x - 1)/x", 0), ("log(x)/(x - 1)", 1),
    ]
    for text, point in cases:
        expression = sympy.parse_expr(
            text.replace("^", "**"), transformations="all", local_dict={"x": x})
        row(f'limit("{text}", "x", {point})', mpf(str(sympy.N(sympy.limit(expression, x, point), 55))))
    row('limit("(1 + 3/x)^x", "x")', mp.exp(3))
    row('limit("sqrt(x^2 + 3x) - x", "x")', mpf(3) / 2)
    row('limit("x*(pi/2 - atan(x))", "x")', mpf(1))


def roots():
    cases = [
        ("cos(x) - x", lambda x: mp.cos(x) - x, "0", "2", [0.7]),
        ("exp(x) - 3x^2", lambda x: mp.exp(x) - 3 * x * x, "-2", "5", [-0.5, 0.9, 3.7]),
        ("x*tan(x) - 1", lambda x: x * mp.tan(x) - 1, "0", "8", [0.86, 3.4, 6.4]),
        ("log(x) - 1/x", lambda x: mp.log(x) - 1 / x, "1/10", "9", [1.7]),
        ("x^5 - 3x + 1", lambda x: x**5 - 3 * x + 1, "-3", "3", [-1.4, 0.3, 1.2]),
        ("sin(x) - x/5", lambda x: mp.sin(x) - x / 5, "-4", "-1", [-2.6]),
        ("x^x - 3", lambda x: x**x - 3, "1/2", "5", [1.8]),
        ("besselj(0, x)", lambda x: mp.besselj(0, x), "1", "6", [2.4, 5.5]),
        ("gamma(x) - 3", lambda x: mp.gamma(x) - 3, "1", "5", [3.4]),
    ]
    for text, function, low, high, starts in cases:
        row(f'findRoots("{text}", "x", {low}, {high})', *(mp.findroot(function, s) for s in starts))


def derivatives():
    functions = {
        "exp(sin(x))": lambda x: mp.exp(mp.sin(x)), "x^x": lambda x: x**x, "log(x, 3)": lambda x: mp.log(x, 3),
        "atan(x^2)/x": lambda x: mp.atan(x * x) / x, "sqrt(1 + sqrt(x))": lambda x: mp.sqrt(1 + mp.sqrt(x)),
        "tanh(1/x)": lambda x: mp.tanh(1 / x), "cbrt(x)^2": lambda x: mp.cbrt(x) ** 2,
        "acosh(x + 1)": lambda x: mp.acosh(x + 1), "asin(x/9)": lambda x: mp.asin(x / 9),
        "hypot(x, 2)": lambda x: mp.hypot(x, 2), "atan2(x, 3)": lambda x: mp.atan2(x, 3),
        "gamma(x)": mp.gamma, "erf(x)": mp.erf, "besselj(2, x)": lambda x: mp.besselj(2, x),
        "log10(x)^3": lambda x: mp.log10(x) ** 3, "2^(x^2)": lambda x: mpf(2) ** (x * x), "si(x)": mp.si,
        "asinh(x) atanh(x/9)": lambda x: mp.asinh(x) * mp.atanh(x / 9), "cos(x)^3 tan(x)": lambda x: mp.cos(x) ** 3 * mp.tan(x),
        "nthRoot(x, 5)": lambda x: mp.root(x, 5), "abs(x - 9)": lambda x: abs(x - 9), "cosh(x) sinh(x)": lambda x: mp.cosh(x) * mp.sinh(x),
        "acos(x/9)": lambda x: mp.acos(x / 9), "log2(x)": lambda x: mp.log(x, 2), "lgamma(x)": mp.loggamma,
    }
    for text, function in functions.items():
        for point in (mpf(1) / 2, mpf(7) / 3):
            with mp.workdps(120):
                value = mp.diff(function, mpf(1) / 2 if point < 1 else mpf(7) / 3)
            name = "1/2" if point < 1 else "7/3"
            row(f"derivative({text}, {name})", mp.re(value))


integrals()
sums()
limits()
roots()
derivatives()
Path(__file__).with_name("calculus.tsv").write_text("".join("\t".join(r) + "\n" for r in ROWS))
