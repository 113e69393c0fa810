#!/usr/bin/env python3
"""Expressions per second in one process: `math eval` against python3 with mpmath and sympy doing the same work.

The mix is fixed. Both read a source, evaluate it to 20 digits and print the value; the two take turns, round after
round. mpmath rounds what it has computed with 20 digits: unlike ours its last digits are not proven, which is why the
service has more to do. Where exactness is asked for, sympy does it.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIGITS = 20
PYTHON_WITH_MPMATH = ROOT / ".venv-bench/bin/python"

# What is evaluated, and the same for Python: mpmath's names are imported, S is sympy.
MIX = [
    ("1/3 + 1/6", "S.Rational(1, 3) + S.Rational(1, 6)"),
    ("0.1 + 0.2 == 0.3", "S.Rational('0.1') + S.Rational('0.2') == S.Rational('0.3')"),
    ("2^200 - 1", "2**200 - 1"),
    ("sqrt(2) + sqrt(3)", "sqrt(2) + sqrt(3)"),
    ("sqrt(2)^2 == 2", "S.sqrt(2)**2 == 2"),
    ("sin(1) * cos(2) + tan(3)", "sin(1) * cos(2) + tan(3)"),
    ("exp(1.5) / log(7)", "exp(mpf('1.5')) / log(7)"),
    ("sin(10^22)", "sin(mpf(10)**22)"),
    ("exp(pi * sqrt(163))", "exp(pi * sqrt(163))"),
    ("atan2(1, 2) + asin(0.3)", "atan2(1, 2) + asin(mpf('0.3'))"),
    ("(2 + 3i) * (1 - i) / (4 + i)", "mpc(2, 3) * mpc(1, -1) / mpc(4, 1)"),
    ("sqrt(-2) + log(-3)", "sqrt(mpc(-2)) + log(mpc(-3))"),
    ("factorial(50) / factorial(48)", "S.factorial(50) / S.factorial(48)"),
    ("gcd(123456789012, 987654321098)", "S.gcd(123456789012, 987654321098)"),
    ("isPrime(1000000007)", "S.isprime(1000000007)"),
    ("primeFactors(1234567890)", "S.factorint(1234567890)"),
    ("combinations(100, 50)", "S.binomial(100, 50)"),
    ("mean([1, 2, 3, 4, 5]) + std([2, 4, 6, 8])", "S.Rational(15, 5) + S.sqrt(S.Rational(20, 3))"),
    ("[1, 2; 3, 4] * [5, 6; 7, 8]", "S.Matrix([[1, 2], [3, 4]]) * S.Matrix([[5, 6], [7, 8]])"),
    ("f(x) = x^2 + 1; f(3) + f(4)", "(lambda f: f(3) + f(4))(lambda x: x**2 + 1)"),
]

PYTHON = f"""
import sys
import sympy as S
from mpmath import *
mp.dps = {DIGITS}
for line in sys.stdin:
    value = eval(compile(line, "mix", "eval"))
    print(nstr(value, {DIGITS}) if isinstance(value, (mpf, mpc)) else value)
"""


def seconds(command: list[str], lines: list[str]) -> float:
    """From the start of the process to the end of its output, less what an empty run takes."""
    times = []
    for text in ("", "\n".join(lines) + "\n"):
        began = time.perf_counter()
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=ROOT)
        times.append(time.perf_counter() - began)
        if text and len(done.stdout.splitlines()) != len(lines):
            raise SystemExit(f"{command[0]} did not answer every expression\n{done.stderr}")
    return times[1] - times[0]


def measured(executable: Path, rounds: int, repeats: int) -> tuple[float, float]:
    """Median expressions per second of ours and of Python, in alternating rounds."""
    ours, theirs = [], []
    for _ in range(rounds):
        lines = [source for source, _ in MIX] * repeats
        ours.append(len(lines) / seconds([str(executable), "eval", "--format", "decimal"], lines))
        lines = [source for _, source in MIX] * repeats
        theirs.append(len(lines) / seconds([str(PYTHON_WITH_MPMATH), "-c", PYTHON], lines))
    return statistics.median(ours), statistics.median(theirs)


def section(executable: Path, rounds: int = 5, repeats: int = 100) -> str:
    """The part of RESULTS.md on expressions."""
    ours, theirs = measured(executable, rounds, repeats)
    return f"""## Expressions

`python3 benchmarks/expressions.py`: {len(MIX)} expressions (`MIX` there), {repeats} times each from standard input in
one process, {DIGITS} digits, {rounds} alternating rounds, medians. Python's digits are not proven; ours are.

| | expressions/s |
|---|---:|
| `math eval` | {ours:,.0f} |
| python3, mpmath and sympy, the same work written in Python | {theirs:,.0f} |
| ratio | {ours / theirs:.2f} |
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repeats", type=int, default=100)
    parser.add_argument("--executable", type=Path, default=ROOT / ".build/release/math")
    chosen = parser.parse_args()
    print(section(chosen.executable, chosen.rounds, chosen.repeats))
