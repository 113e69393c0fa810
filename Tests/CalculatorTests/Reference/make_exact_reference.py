#!/usr/bin/env python3
"""Writes exact.tsv: number theory, sets, statistics and conversions from sympy, statistics, fractions and Python.

Columns: expression of the language, its exact text.
"""

import statistics
from fractions import Fraction
from pathlib import Path

import sympy
from sympy.functions.combinatorial import numbers
from sympy.ntheory import modular
from sympy.ntheory.continued_fraction import continued_fraction

ROWS = []
INTEGERS = [1, 2, 3, 12, 97, 360, 1001, 65536, 99991, 123456789, 2**61 - 1, 10**18 + 9]


def row(expression, value):
    ROWS.append(f"{expression}\t{value}")


def number_theory():
    for n in INTEGERS:
        if n > 2:
            row(f"prevPrime({n})", sympy.prevprime(n))
        row(f"nextPrime({n})", sympy.nextprime(n))
        row(f"divisorSum({n})", sympy.divisor_sigma(n))
        row(f"moebius({n})", sympy.mobius(n))
        row(f"totient({n})", sympy.totient(n))
        row(f"isPrime({n})", str(sympy.isprime(n)).lower())
    for n in (1, 2, 10, 100, 1000, 99991, 10**6):
        row(f"primePi({n})", sympy.primepi(n))
    for a, m in ((3, 7), (10, 97), (123456789, 10**9 + 7), (-5, 12)):
        row(f"invmod({a}, {m})", pow(a, -1, m))
    for a, b, m in ((2, 1000, 97), (3, 10**18, 10**9 + 7), (7, -1, 13), (-2, 5, 11)):
        row(f"powmod({a}, {b}, {m})", pow(a, b, m))
    for moduli, rests in (([3, 5, 7], [2, 3, 2]), ([4, 9, 25, 49], [1, 2, 3, 4])):
        row(f"crt({rests}, {moduli})", modular.crt(moduli, rests)[0])
    for a, n in ((2, 15), (5, 21), (-1, 7), (1001, 9907), (14, 21)):
        row(f"jacobiSymbol({a}, {n})", numbers.jacobi_symbol(a % n, n))


def sequences():
    for n in (0, 1, 2, 5, 10, 30, 60):
        row(f"fibonacci({n})", numbers.fibonacci(n))
        row(f"lucas({n})", numbers.lucas(n))
        row(f"catalan({n})", numbers.catalan(n))
        row(f"bellNumbers({n})", numbers.bell(n))
        row(f"partitions({n})", numbers.partition(n))
        row(f"subfactorial({n})", sympy.subfactorial(n))
        row(f"doubleFactorial({n})", sympy.factorial2(n))
        # sympy's B(1) is 1/2, FLINT's and mathjs's -1/2.
        if n != 1:
            row(f"bernoulli({n})", sympy.bernoulli(n))
        row(f"harmonic({n})", sympy.harmonic(n))
        for k in (0, 1, 3, 5):
            if k <= n:
                row(f"stirlingS2({n}, {k})", numbers.stirling(n, k))
                row(f"combinations({n}, {k})", sympy.binomial(n, k))


def notations():
    for n, base in ((255, 16), (-10, 2), (123456789, 36), (10**30, 7)):
        digits, left = "", abs(n)
        while left:
            digits, left = "0123456789abcdefghijklmnopqrstuvwxyz"[left % base] + digits, left // base
        text = ("-" if n < 0 else "") + digits
        row(f"toBase({n}, {base})", f'"{text}"')
        row(f'fromBase("{text}", {base})', n)
    for value in ("415/93", "22/7", "-7/3", "1/1000"):
        terms = continued_fraction(sympy.Rational(value))
        row(f"continuedFraction({value})", str(terms))
        row(f"fromContinuedFraction({terms})", sympy.Rational(value))


def sets_and_statistics():
    a, b = [1, 2, 3, 4], [3, 4, 5, 6]
    row(f"setUnion({a}, {b})", sorted(set(a) | set(b)))
    row(f"setIntersect({a}, {b})", sorted(set(a) & set(b)))
    row(f"setDifference({a}, {b})", sorted(set(a) - set(b)))
    row(f"setSymDifference({a}, {b})", sorted(set(a) ^ set(b)))
    for data in (["1", "2", "4", "8"], ["1/3", "0.1", "-5/7", "2"], ["3", "3", "1", "7", "9", "-4"]):
        values = [Fraction(text) for text in data]
        listed = "[" + ", ".join(data) + "]"
        mean = sum(values) / len(values)
        row(f"mean({listed})", mean)
        row(f"median({listed})", statistics.median(values))
        row(f"variance({listed})", statistics.variance(values))
        row(f"mad({listed})", statistics.median(abs(x - statistics.median(values)) for x in values))
        row(f"sum({listed})", sum(values))
        other = [x * x + 1 for x in values]
        written = "[" + ", ".join(map(str, other)) + "]"
        spread = sum((x - mean) * (y - sum(other) / len(other)) for x, y in zip(values, other, strict=True))
        row(f"cov({listed}, {written})", spread / (len(values) - 1))


def units():
    inch = Fraction(254, 100)
    row("5 cm + 2 inch to cm", f"{5 + 2 * inch} cm")
    row("1 mile to m", f"{63360 * inch / 100} m")
    row("90 km/h to m/s", "25 m / s")
    row("1 day to s", "86400 s")
    row("100 degC to degF", "212 degF")
    row("1 GiB to B", f"{2**30} B")
    row("1 lbm to kg", f"{Fraction(45359237, 10**8)} kg")


if __name__ == "__main__":
    number_theory()
    sequences()
    notations()
    sets_and_statistics()
    units()
    Path(__file__).with_name("exact.tsv").write_text("\n".join(ROWS) + "\n")
