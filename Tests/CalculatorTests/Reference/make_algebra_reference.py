#!/usr/bin/env python3
"""Writes algebra.tsv beside itself: matrices and polynomials by sympy and mpmath.

Columns: expression, digits (0: the exact text is compared), expected. Expected numbers are separated by blanks, complex
ones as real and imaginary part with a comma between, each part correctly rounded to so many digits.
"""
import pathlib
import random
from fractions import Fraction

import mpmath
import sympy
from mpmath import mp
from sympy.parsing import sympy_parser

random.seed(20260101)
mp.dps = 160
DIGITS = 40
ROWS = []
X = sympy.Symbol("x")


def rounded(value, digits):
    if value == 0:
        return "0"
    sign, mantissa, exponent, _ = mp.mpf(value)._mpf_
    value = Fraction(mantissa) * Fraction(2) ** exponent
    power = len(str(value.numerator)) - len(str(value.denominator)) - digits
    scaled = value / Fraction(10) ** power
    while scaled >= 10**digits:
        scaled, power = scaled / 10, power + 1
    while scaled < 10 ** (digits - 1):
        scaled, power = scaled * 10, power - 1
    return f"{'-' if sign else ''}{round(scaled)}e{power}"


def number(value):
    """A part that is only what rounding left of a zero is a zero."""
    value = mp.mpc(value)
    parts = [part if abs(part) > mp.mpf(10) ** -70 * max(1, abs(value)) else mp.mpf(0) for part in (value.real, value.imag)]
    return ",".join(rounded(part, DIGITS) for part in parts)


def text(matrix):
    return "[" + ", ".join("[" + ", ".join(str(x) for x in matrix.row(i)) + "]" for i in range(matrix.rows)) + "]"


def row(values):
    return "[" + ", ".join(str(x) for x in values) + "]"


def exact(expression, expected):
    ROWS.append((expression, 0, str(expected)))


def decimals(expression, values):
    ROWS.append((expression, DIGITS, " ".join(number(value) for value in values)))


def in_order(values):
    """By real part, then by imaginary part; parts that agree to 60 digits are taken as equal."""
    def key(value):
        value = mp.mpc(value)
        return (mp.mpf(mpmath.nstr(value.real, 60)) if abs(value.real) > mp.mpf(10) ** -70 else mp.mpf(0), value.imag)
    return sorted(values, key=key)


def roots(polynomial):
    found = []
    for factor, multiplicity in sympy.Poly(polynomial, X).factor_list()[1]:
        coefficients = [mp.mpf(c.p) / c.q for c in factor.all_coeffs()]
        found += [r for r in mpmath.polyroots(coefficients, maxsteps=2000, extraprec=2000)] * multiplicity
    return in_order(found)


def entry(kind):
    if kind == "small":
        return sympy.Rational(random.randint(-3, 3))
    if kind == "fraction":
        return sympy.Rational(random.randint(-9, 9), random.randint(1, 9))
    return sympy.Rational(random.randint(-10**30, 10**30), random.randint(1, 10**12))


def matrix(rows, columns):
    kind = random.choice(["small", "small", "fraction", "long"])
    return sympy.Matrix(rows, columns, lambda i, j: entry(kind))


NAMED = [
    sympy.Matrix([[0]]), sympy.Matrix([[0, 1], [0, 0]]), sympy.Matrix([[2, 1], [0, 2]]), sympy.eye(4), sympy.zeros(3, 3),
    sympy.Matrix(5, 5, lambda i, j: sympy.Rational(1, i + j + 1)),
    sympy.Matrix(4, 4, lambda i, j: 3 if i == j else 1 if j == i + 1 else 0),
    sympy.Matrix([[0, 0, 1], [1, 0, 0], [0, 1, 0]]), sympy.Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
    sympy.Matrix([[0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 0, -1], [0, 0, 1, 0]]),
    sympy.Matrix([[1, -1], [1, -1]]), sympy.Matrix([[0, 1, 0], [0, 0, 1], [2, 0, 0]]),
]

for m in NAMED + [matrix(n, n) for n in (1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6)]:
    exact(f"det({text(m)})", m.det())
    exact(f"rank({text(m)})", m.rank())
    exact(f"trace({text(m)})", m.trace())
    exact(f"charpoly({text(m)})", row(reversed(m.charpoly(X).all_coeffs())))
    exact(f"rref({text(m)})", text(m.rref()[0]))
    exact(f"transpose({text(m)})", text(m.T))
    if m.det() != 0:
        exact(f"inv({text(m)})", text(m.inv()))
        b = sympy.Matrix(m.rows, 1, lambda i, j: i + 1)
        exact(f"lusolve({text(m)}, {row(b)})", text(m.LUsolve(b)))
    decimals(f"eigs({text(m)})", roots(m.charpoly(X).as_expr()))
    if max(abs(x) for x in m) < 100:
        mp.dps = 160
        decimals(f"expm({text(m)})", list(mpmath.expm(mpmath.matrix(m.tolist()), method="taylor")))
        decimals(f"norm({text(m)}, 2)", [max(mpmath.svd_r(mpmath.matrix(m.tolist()), compute_uv=False))])
for rows, columns in [(1, 4), (4, 1), (2, 5), (5, 2), (3, 4), (4, 3)]:
    m = matrix(rows, columns)
    exact(f"rank({text(m)})", m.rank())
    exact(f"rref({text(m)})", text(m.rref()[0]))
    exact(f"nullspace({text(m)})", "[" + ", ".join(row(v) for v in m.nullspace()) + "]")
    exact(f"kron({text(m)}, [[1, -2]])", text(sympy.Matrix(sympy.kronecker_product(m, sympy.Matrix([[1, -2]])))))

IRRATIONAL = [
    ("[[sqrt(2), 1], [sin(1), pi]]", [[mp.sqrt(2), 1], [mp.sin(1), mp.pi]]),
    ("[[1, sin(1), 0], [sin(1), 2, e], [0, e, 3]]", [[1, mp.sin(1), 0], [mp.sin(1), 2, mp.e], [0, mp.e, 3]]),
    ("[[cos(1), -sin(1)], [sin(1), cos(1)]]", [[mp.cos(1), -mp.sin(1)], [mp.sin(1), mp.cos(1)]]),
    ("[[gamma13, 2, 3], [4, 5, 6], [7, 8, sqrt(7)]]", [[mp.log(3), 2, 3], [4, 5, 6], [7, 8, mp.sqrt(7)]]),
]
for source, values in IRRATIONAL:
    source = source.replace("gamma13", "log(3)")
    m = mpmath.matrix(values)
    decimals(f"eigs({source})", in_order(mpmath.eig(m, left=False, right=False)))
    decimals(f"det({source})", [mpmath.det(m)])
    decimals(f"inv({source})", list(m**-1))
    decimals(f"expm({source})", list(mpmath.expm(m, method="taylor")))
    decimals(f"norm({source}, 2)", [max(mpmath.svd_r(m, compute_uv=False))])

POLYNOMIALS = [
    "x - 3", "x^2 - 2", "x^2 + x + 1", "x^3 - 2", "x^4 + 1", "x^4 - 10x^2 + 1", "x^4 + 3x^2 + 1", "x^5 - x - 1",
    "(x - 1)^3 (x + 2)^2", "(x^2 + 1)^2 (x - 1/3)", "x^3 - 6x^2 + 11x - 6", "x^6 - 3x^5 + 2", "x^12 - 1", "x^5",
    "(x^2 - 2x + 3)^2 (x^2 - 2x + 5)", "x^8 + x^7 + 1", "x^4 - 4x^3 + 12x^2 - 16x + 17", "x^7 - 7x + 3", "x^2 - 10^30 x + 1",
    "x^10 - 2 (1000x - 1)^2", "3x^4 - 7/2 x^3 + x/5 - 11", "x^9 - 512", "x^6 + 108",
]


def parsed(source):
    rules = sympy_parser.standard_transformations + (
        sympy_parser.implicit_multiplication, sympy_parser.convert_xor, sympy_parser.rationalize)
    return sympy_parser.parse_expr(source, transformations=rules)


for source in POLYNOMIALS:
    p = sympy.Poly(parsed(source), X)
    exact(f'discriminant("{source}")', p.discriminant())
    decimals(f'polyroots("{source}")', roots(p.as_expr()))
    exact(f"polyeval({row(reversed(p.all_coeffs()))}, 2/3)", p.eval(sympy.Rational(2, 3)))
for _ in range(12):
    a, b, c = (sympy.Poly([entry("small") for _ in range(random.randint(2, 4))] + [1], X) for _ in range(3))
    left, right = a * c, b * c
    lists = f"{row(reversed(left.all_coeffs()))}, {row(reversed(right.all_coeffs()))}"
    exact(f"polygcd({lists})", row(reversed(left.gcd(right).monic().all_coeffs())))
    exact(f"resultant({row(reversed(a.all_coeffs()))}, {row(reversed(b.all_coeffs()))})", a.resultant(b))
    decimals(f"polyroots({row(reversed((a * a * b).all_coeffs()))})", roots((a * a * b).as_expr()))

lines = ["\t".join(map(str, line)) for line in ROWS]
pathlib.Path(__file__).with_name("algebra.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
