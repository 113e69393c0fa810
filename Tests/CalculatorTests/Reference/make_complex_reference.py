#!/usr/bin/env python3
"""Writes complex.tsv: elementary functions of complex numbers from mpmath, to 60 digits.

Columns: expression of the language, real part, imaginary part (each correctly rounded; `0` where it is exactly zero).
The points lie on branch cuts and on both sides of them, near poles and branch points, and far out.
"""

from pathlib import Path

from make_reference import rounded
from mpmath import mp, mpc, mpf

mp.dps = 500
DIGITS = 60
PARTS = ["0", "1", "-1", "1/2", "-1/2", "2", "-2", "3/7", "1e-30", "-1e-30", "1e20", "-7.25"]
FUNCTIONS = "sqrt exp log sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh".split()
RECIPROCALS = "sec csc cot asec acsc acot sech csch coth asech acsch acoth".split()
EXPONENTIAL = ("exp", "sinh", "cosh", "tanh", "sech", "csch", "coth")
CIRCULAR = ("sin", "cos", "tan", "sec", "csc", "cot")
ZERO = {(0, 0)}
ONES = {(1, 0), (-1, 0)}
POLES = {name: ZERO for name in ("csc", "cot", "csch", "coth", "asec", "acsc", "asech", "acsch")}
POLES |= {"acot": {(0, 0), (0, 1), (0, -1)}, "acoth": ZERO | ONES}
POLES |= {"log": {(0, 0)}, "atan": {(0, 1), (0, -1)}, "atanh": {(1, 0), (-1, 0)}}


def number(text):
    above, _, below = text.partition("/")
    return mpf(above) / (mpf(below) if below else 1)


def part(value):
    """A part that is only rounding noise of an exact zero is zero."""
    return "0" if abs(value) < mpf(10) ** -300 else rounded(value, DIGITS)


def rows():
    for name in FUNCTIONS + RECIPROCALS:
        for re in PARTS:
            for im in PARTS:
                x, y = number(re), number(im)
                if (x, y) in POLES.get(name, ()):
                    continue
                # e^(10^20) is beyond the service's limit, and so are its trigonometric relatives.
                if name in EXPONENTIAL and abs(x) > 1e6 or name in CIRCULAR and abs(y) > 1e6:
                    continue
                value = mpc(getattr(mp, name)(mpc(x, y)))
                yield f"{name}({re} + ({im}) * i)", part(value.real), part(value.imag)
    for base in ("2", "-2", "i", "1 + i", "-1/2 - i"):
        for exponent in ("1/3", "-1/3", "i", "-2 + i", "3/2", "5", "-3"):
            a, b = (
                eval(t.replace("i", "mpc(0,1)").replace("1/", "mpf(1)/").replace("3/", "mpf(3)/"))
                for t in (base, exponent)
            )
            value = mpc(mp.power(mpc(a), mpc(b)))
            yield f"({base})^({exponent})", part(value.real), part(value.imag)


if __name__ == "__main__":
    lines = ["\t".join(row) for row in rows()]
    Path(__file__).with_name("complex.tsv").write_text("\n".join(lines) + "\n")
