#!/usr/bin/env python3
"""Writes reference.tsv beside itself: values by mpmath and by exact fractions, for the tests of Numbers.

Columns: what, arguments (separated by spaces), values (separated by spaces). Decimal values are digits times a power of
ten, `-31415e-4`, without zeros at the end of the digits.
"""
import pathlib
import random
import sys
from fractions import Fraction

import mpmath
from mpmath import mp

DIGITS = 60
sys.set_int_max_str_digits(0)


def rounded(value, digits):
    """A Fraction, rounded half to even."""
    if value == 0:
        return "0e0"
    sign, value = ("-" if value < 0 else ""), abs(value)
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    while Fraction(10) ** exponent > value:
        exponent -= 1
    while Fraction(10) ** (exponent + 1) <= value:
        exponent += 1
    scaled = value * Fraction(10) ** (digits - 1 - exponent)
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest > scaled.denominator or 2 * rest == scaled.denominator and whole % 2:
        whole += 1
    exponent -= digits - 1
    while whole % 10 == 0:
        whole //= 10
        exponent += 1
    return f"{sign}{whole}e{exponent}"


def fraction(value):
    sign, mantissa, exponent, _ = value._mpf_
    return Fraction(-1 if sign else 1) * mantissa * Fraction(2) ** exponent


def number(text):
    value = Fraction(text)
    return mp.mpf(value.numerator) / value.denominator


def decimals(function, arguments):
    """The values to DIGITS digits, the same at two precisions; None where a precision is not enough or nothing is defined."""
    results = []
    for mp.dps in (700, 1100):
        value = function(*(number(a) for a in arguments))
        parts = [value.real, value.imag] if isinstance(value, mp.mpc) else [value]
        if not all(mpmath.isfinite(part) for part in parts):
            return None
        # A part that is only what rounding left of a zero is a zero.
        parts = [part if abs(part) > mp.mpf(10) ** -600 * abs(value) else mp.mpf(0) for part in parts]
        results.append([rounded(fraction(part), DIGITS) for part in parts])
    return results[0] if results[0] == results[1] else None


PI = "3.14159265358979323846264338327950288419716939937510582097494459"
HALF_PI = "1.57079632679489661923132169163975144209858469968755291048747230"
TINY, NEAR = "1e-300", "1e-30"
BELOW_ONE = "0.999999999999999999999999999999999999999"
ABOVE_ONE = "1.000000000000000000000000000000000000001"
SMALL = ["0", "1/3", "-1/3", "1/10", "0.5", "-0.5", "7/8", TINY, "-" + TINY, NEAR, "-1e-17"]
ONES = [BELOW_ONE, "-" + BELOW_ONE, "1", "-1"]
MIDDLE = ["2", "-2", "3", "10", "-10", "355/113", "11/7", "123456789/1000", "-22/7", "0.001", "99.99", ABOVE_ONE]
HUGE = ["1e22", "-1e22", "1e300", "18446744073709551616", "-9223372036854775808"]
LARGE = ["700", "-700", "12345.678", "-12345.678"]
POLES = [PI, HALF_PI, "-" + HALF_PI]
POSITIVE = [x for x in SMALL + ONES + MIDDLE + HUGE + LARGE if Fraction(x) > 0]

REAL = {
    "exp": (mp.exp, SMALL + ONES + MIDDLE + LARGE),
    "expm1": (mp.expm1, SMALL + ONES + MIDDLE),
    "log": (mp.log, POSITIVE),
    "log2": (lambda x: mp.log(x, 2), POSITIVE + ["8", "1/1024"]),
    "log10": (lambda x: mp.log(x, 10), POSITIVE + ["1000", "1e-50"]),
    "log1p": (mp.log1p, SMALL + MIDDLE[:1] + [BELOW_ONE, "-" + BELOW_ONE]),
    "sqrt": (mp.sqrt, ["0"] + POSITIVE + ["1/4", "1e400"]),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), SMALL + MIDDLE + HUGE + ["-8", "27/8"]),
    "root7": (lambda x: mp.sign(x) * mp.root(abs(x), 7), SMALL + MIDDLE + HUGE),
    "sin": (mp.sin, SMALL + ONES + MIDDLE + HUGE + LARGE + POLES),
    "cos": (mp.cos, SMALL + ONES + MIDDLE + HUGE + LARGE + POLES),
    "tan": (mp.tan, SMALL + ONES + MIDDLE + HUGE + LARGE + POLES),
    "asin": (mp.asin, SMALL + ONES),
    "acos": (mp.acos, SMALL + ONES),
    "atan": (mp.atan, SMALL + ONES + MIDDLE + HUGE + LARGE),
    "sinh": (mp.sinh, SMALL + ONES + MIDDLE + LARGE),
    "cosh": (mp.cosh, SMALL + ONES + MIDDLE + LARGE),
    "tanh": (mp.tanh, SMALL + ONES + MIDDLE[:6] + ["50", "-60"]),
    "asinh": (mp.asinh, SMALL + ONES + MIDDLE + HUGE + LARGE),
    "acosh": (mp.acosh, ["1", "2", "10", "355/113", ABOVE_ONE, "1e22", "1e300", "12345.678"]),
    "atanh": (mp.atanh, SMALL + ONES[:2]),
}

PAIRS = {
    "atan2": (mp.atan2, [("0", "1"), ("0", "-1"), ("1", "0"), ("-1", "0"), ("1", "1"), ("-1", "-1"), ("1", "-1"),
                         ("-1", "1"), (TINY, "-1"), ("-" + TINY, "-1"), ("1e300", "1e-300"), ("3", "4"), ("-3/7", "22/7")]),
    "hypot": (mp.hypot, [("3", "4"), ("1", "1"), ("1e300", "1e-300"), ("1e-300", "1e-300"), ("-1/3", "2/7"), ("0", "5")]),
    "pow": (mp.power, [("2", "1/2"), ("10", "-1/3"), ("1/3", "7/2"), ("2", "0.1"), (ABOVE_ONE, "1e30"), (BELOW_ONE, "-1e40"),
                       ("1e300", "1/300"), (TINY, "1/7"), ("7", "123.456"), ("3/2", "-1000.5"), ("-2", "3"), ("-3/2", "-5")]),
    "logbase": (lambda x, b: mp.log(x) / mp.log(b), [("8", "2"), ("10", "3"), ("1/3", "7/2"), ("5", "1/2"), ("1e300", "1.001")]),
}

PLANE = [("1", "1"), ("-1", "2"), ("-2", "-3"), ("1/3", "-1/7"), ("0", "1/2"), ("0", "-2"), ("0", "3"), ("3", "0"), ("-3", "0"),
         ("1/2", "0"), ("-1/2", "0"), ("20", "-30"), ("1e-20", "1e-40")]
CUTS = [("-2", NEAR), ("-2", "-" + NEAR), ("2", NEAR), ("2", "-" + NEAR), (NEAR, "2"), ("-" + NEAR, "2"), (NEAR, "-2"),
        ("-" + NEAR, "-2"), ("0.5", NEAR), ("0.5", "-" + NEAR), ("1", NEAR), ("-1", "-" + NEAR)]
COMPLEX = {"cexp": mp.exp, "clog": mp.log, "csqrt": mp.sqrt, "csin": mp.sin, "ccos": mp.cos, "ctan": mp.tan, "casin": mp.asin,
           "cacos": mp.acos, "catan": mp.atan, "csinh": mp.sinh, "ccosh": mp.cosh, "ctanh": mp.tanh, "casinh": mp.asinh,
           "cacosh": mp.acosh, "catanh": mp.atanh, "ccbrt": lambda z: mp.power(z, mp.mpf(1) / 3)}
POWERS = [("-1", "0", "1/3", "0"), ("0", "1", "0", "1"), ("-2", NEAR, "1/2", "0"), ("-2", "-" + NEAR, "1/2", "0"),
          ("2", "3", "-1/2", "5"), ("-8", "0", "1/3", "0"), ("1/3", "-2", "4", "0")]


def double(value):
    try:
        return float(value).hex()
    except OverflowError:
        return "inf"


def doubles(generator):
    edges = [Fraction(0)]
    for power in (-1080, -1076, -1075, -1074, -1073, -1023, -1022, -1021, -52, 0, 52, 53, 54, 62, 63, 64, 1023, 1024):
        unit = Fraction(2) ** power
        ulp = Fraction(2) ** max(power - 52, -1074)
        for step in (0, 1, -1, Fraction(1, 2), Fraction(-1, 2), Fraction(3, 2), Fraction(1, 4), Fraction(-1, 4)):
            for nudge in (0, Fraction(1, 10**30), Fraction(-1, 10**30)):
                edges.append(unit + ulp * (step + nudge))
    edges += [Fraction(1, 3), Fraction(10) ** 308, Fraction(10) ** -323, Fraction("1.7976931348623157e308")]
    for _ in range(60):
        edges.append(Fraction(generator.getrandbits(generator.choice((5, 53, 60, 64, 300))),
                              generator.getrandbits(generator.choice((5, 53, 60, 64, 300))) + 1))
    return [value if generator.random() < 0.7 else -value for value in edges if value >= 0]


def roundings(generator):
    rows = [("1/2", 1), ("5/2", 1), ("7/2", 1), ("1/8", 2), ("3/8", 2), ("99/100", 1), ("19/2", 1), ("-19/2", 1), ("999999/10", 6),
            ("1/3", 20), ("2/3", 20), ("123456789012345678901234567890", 20), ("5e-324", 3), ("15e99999", 1), ("25e-99999", 1),
            ("9223372036854775807", 18), ("-9223372036854775808", 18), ("18446744073709551615/2", 19), ("1/9223372036854775807", 40)]
    for _ in range(150):
        above = generator.getrandbits(generator.choice((3, 10, 40, 63, 64, 90, 400)))
        below = generator.choice((1, 2, 5, 8, 10**6, 2**70, 5**40, generator.getrandbits(20) + 1, generator.getrandbits(150) + 1))
        rows.append((str(Fraction(above, below)), generator.choice((1, 2, 5, 17, 18, 19, 20, 21, 36, 37, 50, 100))))
    for _ in range(60):
        digits = generator.choice((1, 2, 17, 18, 19, 20, 40))
        head = generator.randrange(10 ** (digits - 1), 10**digits)
        nudge = generator.choice((Fraction(0), Fraction(1, 10**50), Fraction(-1, 10**50)))
        rows.append((str((head + Fraction(1, 2) + nudge) * Fraction(10) ** generator.randrange(-60, 60)), digits))
    return rows


def main():
    generator = random.Random(20)
    lines = []

    def add(what, arguments, values):
        if values is not None:
            lines.append("\t".join((what, " ".join(map(str, arguments)), " ".join(values))))

    for what, (function, points) in REAL.items():
        for point in points:
            add(what, [point], decimals(function, [point]))
    for what, (function, points) in PAIRS.items():
        for pair in points:
            add(what, pair, decimals(function, pair))
    for what, function in COMPLEX.items():
        for point in PLANE + CUTS:
            add(what, point, decimals(lambda re, im: mp.mpc(function(mp.mpc(re, im))), point))
    for point in POWERS:
        add("cpow", point, decimals(lambda a, b, c, d: mp.mpc(mp.power(mp.mpc(a, b), mp.mpc(c, d))), point))
    mp.dps = 10_100
    add("pi", [10_000], [rounded(fraction(+mp.pi), 10_000)])
    for value in doubles(generator):
        add("double", [value], [double(value)])
    for text, digits in roundings(generator):
        add("round", [text, digits], [rounded(Fraction(text), digits)])
    pathlib.Path(__file__).with_name("reference.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
