#!/usr/bin/env python3
"""Writes special.tsv: values of special functions and probability distributions from mpmath, in the columns of
reference.tsv (see make_reference.py).

Each value is computed at two working precisions far beyond the digits asked for; a row is written when both agree.
"""

from fractions import Fraction
from pathlib import Path

import mpmath
from mpmath import mp, mpc, mpf

ROWS = []
DIGITS = 60


def rounded(value, precision):
    """Correctly rounded, ties to even, as ddde±x."""
    sign, mantissa, exponent, _ = mpf(value)._mpf_
    exact = Fraction(int(mantissa)) * Fraction(2) ** exponent
    if exact == 0:
        return "0"
    size = int(mpmath.floor(mpmath.log10(abs(value)))) + 1 - precision
    scaled = exact / Fraction(10) ** size
    while scaled >= 10**precision:
        scaled, size = scaled / 10, size + 1
    while scaled < 10 ** (precision - 1):
        scaled, size = scaled * 10, size - 1
    return f"{'-' if sign else ''}{round(scaled)}e{size}"


def number(argument):
    """A real number from its text, a complex one from a pair of texts."""
    if isinstance(argument, list):
        return [number(element) for element in argument]
    if isinstance(argument, tuple):
        return mpc(number(argument[0]), number(argument[1]))
    value = Fraction(argument)
    return mpf(value.numerator) / value.denominator if value.denominator != 1 else mpf(value.numerator)


def text(argument):
    if isinstance(argument, list):
        return "[" + ",".join(text(element) for element in argument) + "]"
    return f"({argument[0]})+({argument[1]})*i" if isinstance(argument, tuple) else str(argument)


def parts(value, precision):
    if not isinstance(value, mpc):
        return [rounded(value, precision)]
    size = abs(value)
    found = [part if abs(part) > size * mpf(10) ** -90 else mpf(0) for part in (value.real, value.imag)]
    return [rounded(part, precision) for part in (found if found[1] else found[:1])]


def row(operation, function, precision=DIGITS, **arguments):
    values = []
    for extra in (100, 160):
        mp.dps = precision + extra
        values.append(parts(function(*(number(argument) for argument in arguments.values())), precision))
    if values[0] != values[1]:
        raise ArithmeticError(f"{operation} {arguments}: {values}")
    listed = ";".join(f"{name}={text(argument)}" for name, argument in arguments.items())
    kind = "complex" if len(values[0]) == 2 else "decimal"
    ROWS.append("\t".join((operation, listed, str(precision), kind, " ".join(values[0]))))


def each(operation, function, places):
    for index, place in enumerate(places):
        row(operation, function, DIGITS, x=place)
        if index % 5 == 0:
            row(operation, function, 3, x=place)


I = ("0", "1")
PLANE = [("1/2", "2/3"), ("-3/2", "1/7"), ("3", "-4"), ("-5.5", "1e-20"), ("-5.5", "-1e-20"), ("1e-20", "1e-20"), I,
         ("0", "-1/3"), ("-2", "5"), ("0.1", "-12")]
LINE = ["1/3", "-1/3", "2.5", "-2.5", "1e-30", "-1e-30", "10.25", "-7/3", "1.00000000000000000001", "0.99999999999999999999",
        "1e-300", "0.7", "12.000000000000000000001", "30"]


def gamma():
    near = ["-2.99999999999999999999", "-3.00000000000000000001", "4.99999999999999999999", "170.6", "-170.6", "5000.5"]
    each("gamma", mpmath.gamma, LINE + near + PLANE + ["7/2", "-9/2", "100.5"])
    each("lgamma", mpmath.loggamma, LINE + near + PLANE + ["1e30", "1e300", ("1e30", "1e29"), ("-1e20", "1")])
    each("digamma", mpmath.digamma, LINE + near + PLANE + ["1e30", ("-1e10", "1")])
    for a, b in [("1/3", "1/4"), ("1/2", "5/2"), ("-1/3", "5/7"), ("1e-20", "3/2"), ("2.5", "1000.5"), ("1e10", "1/3"),
                 (("1/2", "1"), "3/4"), (("1", "2"), ("3", "-5")), ("-7/2", "1/3"), ("10", "1/3"), ("3", ("1", "1"))]:
        row("beta", mpmath.beta, a=a, b=b)


def zeta():
    strip = [("1/2", "14.134725141734693790457251983562"), ("1/2", "1000"), ("1/4", "-30"), ("2", "3"), ("-3.5", "2"), ("1/2", "10000")]
    line = ["3", "7", "1/2", "-1/2", "-3.5", "1.00000000000000000001", "0.99999999999999999999", "50", "-20.5", "1e-20", "200.5"]
    each("zeta", mpmath.zeta, line + strip)
    each("eta", mpmath.altzeta, [x for x in line + strip])
    for s, z in [("2", "1/2"), ("2", "2"), ("2", "-3"), ("3", "0.99999999999"), ("3", "1.00000001"), ("1/2", "1/3"),
                 ("1/2", "-5"), ("-3/2", "1/4"), ("5", "1e-20"), ("2", ("1/2", "1/3")), ("3", ("-2", "5")),
                 (("1/2", "1"), "1/3"), ("10", "-1/2"), ("2", "1.5"), ("4", ("0", "1")), ("2", ("2", "1e-20"))]:
        row("polylog", mpmath.polylog, s=s, z=z)
    for x in ["1", "-1/4", "-0.36787944117144232159", "-0.37", "-2", "1e-30", "1e30", "1e300", "0.5", I, ("-1", "1e-20"),
              ("-1", "-1e-20"), ("3", "4"), ("-0.3", "-0.1")]:
        row("lambertw", mpmath.lambertw, x=x)
        for k in (-1, 1, 3, -17):
            row("lambertw", lambda x, k: mpmath.lambertw(x, int(k)), x=x, k=k)


def bessel():
    orders = ["0", "1", "3", "1/3", "-5/2", "7/2", "-2", ("1/2", "1")]
    places = ["1/2", "10.5", "1e-10", "100", "-3", ("1", "1"), ("-2", "1/3"), ("0", "2"), ("3", "-30")]
    functions = {"besselj": mpmath.besselj, "bessely": mpmath.bessely, "besseli": mpmath.besseli, "besselk": mpmath.besselk}
    for name, function in functions.items():
        for index, n in enumerate(orders):
            for x in places[index % 2::2]:
                row(name, function, n=n, x=x)
        row(name, function, n="50", x="49")
        row(name, function, n="100.5", x="3")
        row(name, function, n="1/4", x="1000000.5" if name in ("besselj", "bessely") else "2000.5")
    places = ["0", "1/3", "-2.338107410459767", "-5", "10", "-100.5", "1e-20", I, ("-3", "2"), ("5", "-5"), ("-30", "1/7"), ("0", "20")]
    each("airyai", mpmath.airyai, places)
    each("airybi", mpmath.airybi, places)


def errors():
    line = ["1/3", "-1/3", "1e-30", "3", "-3", "10", "26.5", "-8", "100"]
    plane = [("1/2", "2/3"), I, ("0", "5"), ("3", "-4"), ("-2", "10"), ("1e-20", "1"), ("10", "10")]
    each("erf", mpmath.erf, line[:-1] + plane)
    each("erfc", mpmath.erfc, line + plane)
    for x in ["1/2", "-1/2", "1e-30", "0.999", "0.99999999999999999999", "-0.9999999", "0.3", "0.500000001"]:
        row("erfinv", mpmath.erfinv, x=x)
    line = ["1/3", "-1/3", "1e-30", "3", "-3", "25.5", "-40", "1000", "0.372507410781366634", "-1000"]
    plane = [("1/2", "2/3"), ("3", "-4"), ("-2", "10"), ("-1", "1e-20"), ("20", "1"), ("-30", "-2")]
    each("ei", mpmath.ei, line + plane)
    each("si", mpmath.si, line + plane)
    each("ci", mpmath.ci, line + plane)
    each("li", mpmath.li, ["1/2", "2", "1.4513692348833810502839684858920274494930322836480", "0.99999999999999999999", "1.00000000000000000001", "1e6", "1e300",
                           "-2", "1e-30", ("1/2", "1/2"), ("-3", "1e-20"), ("2", "-5"), I])
    for n, x in [("1", "1"), ("1", "-1"), ("2", "1/3"), ("5", "20.5"), ("1/2", "2"), ("-1/2", "3"), ("3", "-2"), ("1", ("1", "1")),
                 ("1/3", ("2", "-3")), ("2", ("-1", "1e-20")), ("1", "1e-20"), ("100", "1/2"), ("-3", "1/3"), ("-2", ("1", "2")), ("3/2", "1000")]:
        row("expint", mpmath.expint, n=n, x=x)


def elliptic():
    places = ["1/2", "-1", "0.99999999999999999999", "1.00000000000000000001", "2", "1e-30", "-1e30", "1e30", "100", ("1/2", "1/3"),
              ("2", "1e-20"), ("2", "-1e-20"), ("-3", "7"), I]
    each("ellipk", mpmath.ellipk, places)
    each("ellipe", mpmath.ellipe, places)
    for a, b in [("1", "2"), ("1", "1e-30"), ("1/3", "1e30"), ("1", ("1", "1")), (("1", "2"), ("3", "-1")), ("24", "6"),
                 (("0", "1"), "1"), (("-1", "1/2"), "2")]:
        row("agm", mpmath.agm, a=a, b=b)


def hypergeometric():
    cases = [(["1/2", "1/3"], ["5/4"], "1/2"), (["1/2", "1/3"], ["5/4"], "-7"), (["1/2", "1/3"], ["5/4"], "3"), (["1", "1"], ["2"], "0.99999"),
             (["1/2", "1/2"], ["3/2"], "1"), (["1", "2"], ["3"], ("1", "1")), (["-1/2", "1/3"], ["5/4"], "1.5"), (["1", "2"], ["7/2"], ("0.5", "0.86602540378443864676")),
             (["1/3"], ["2/3"], "10"), (["1/3"], ["2/3"], "-100"), (["1/3"], ["2/3"], ("3", "4")), (["5/2"], ["-1/2"], "1e-20"),
             ([], ["1/3"], "5"), ([], ["1/3"], "-1000"), ([], ["3/2"], ("0", "7")), (["1/2", "1/3"], ["1", "1"], "2"),
             (["1/2", "1/3", "1/4"], ["2", "3"], "1/2"), (["1/2", "1/3", "1/4"], ["2", "3"], "-0.99"), (["1", "1", "1"], ["3/2", "2"], ("1/4", "1/3")),
             (["1/2"], ["1/3", "3"], "-10.5"), (["1/2"], [], "1/4"), (["1/3"], [], "3"), (["3/4", "5/4"], ["1/2"], "1/9")]
    for a, b, x in cases:
        row("hypergeom", mpmath.hyper, a=a, b=b, x=x)
    degrees = ["3", "10", "1/2", "-1/3", "57"]
    places = ["1/3", "-2/7", "2", ("1/2", "1"), ("0", "3")]
    for name, function in {"legendre": mpmath.legendre, "chebyshevt": mpmath.chebyt, "hermite": mpmath.hermite}.items():
        for n in degrees:
            for x in places:
                row(name, function, n=n, x=x)
    for n, a, x in [("3", "0", "1/3"), ("10", "1/2", "-2"), ("1/2", "1/3", "2"), ("5", "-1/3", ("1", "1")), ("40", "3", "20.5"), ("1/3", "0", ("-1", "2"))]:
        row("laguerre", mpmath.laguerre, n=n, a=a, x=x)


def normal_cdf(x, mean=0, std=1):
    return mpmath.erfc((mean - x) / (std * mpmath.sqrt(2))) / 2


def student_tail(x, n):
    return mpmath.betainc(n / 2, mpf(1) / 2, 0, n / (n + x * x), regularized=True) / 2


def student_cdf(x, n):
    return student_tail(x, n) if x < 0 else 1 - student_tail(x, n)


def student_pdf(x, n):
    return mpmath.gamma((n + 1) / 2) / mpmath.gamma(n / 2) / mpmath.sqrt(n * mp.pi) * (1 + x * x / n) ** (-(n + 1) / 2)


def chi_cdf(x, k):
    return mpmath.gammainc(k / 2, 0, x / 2, regularized=True)


def chi_tail(x, k):
    return mpmath.gammainc(k / 2, x / 2, mp.inf, regularized=True)


def chi_pdf(x, k):
    return (x / 2) ** (k / 2 - 1) * mpmath.exp(-x / 2) / (2 * mpmath.gamma(k / 2))


def f_cdf(x, m, n):
    return mpmath.betainc(m / 2, n / 2, 0, m * x / (m * x + n), regularized=True)


def f_tail(x, m, n):
    return mpmath.betainc(n / 2, m / 2, 0, n / (m * x + n), regularized=True)


def f_pdf(x, m, n):
    r = m / n
    return r ** (m / 2) * x ** (m / 2 - 1) * (1 + r * x) ** (-(m + n) / 2) / mpmath.beta(m / 2, n / 2)


def inverse(lower, tail, p, *parameters):
    """The place of a quantile above 0: bisection of its logarithm with few digits, then secants with all."""
    upper = p > mpf(1) / 2
    target = 1 - p if upper else p

    def distance(u):
        value = (tail if upper else lower)(mpmath.exp(u), *parameters)
        return mpmath.log(value / target) * (-1 if upper else 1)

    with mp.workdps(40):
        low, high = mpf(-2), mpf(2)
        while distance(low) > 0:
            low *= 2
        while distance(high) < 0:
            high *= 2
        while high - low > mpf(10) ** -25:
            middle = (low + high) / 2
            low, high = (middle, high) if distance(middle) < 0 else (low, middle)
    before, place = low, high
    old, new = distance(before), distance(place)
    while abs(place - before) > mpf(10) ** (20 - mp.dps) and old != new:
        before, place, old = place, place - new * (place - before) / (new - old), new
        new = distance(place)
    return mpmath.exp(place)


def student_quantile(p, n):
    if p < mpf(1) / 2:
        return -student_quantile(1 - p, n)
    return inverse(None, student_tail, p, n) if p > mpf(1) / 2 else mpf(0)


def binomial_pdf(k, n, p):
    return mpmath.binomial(n, k) * p**k * (1 - p) ** (n - k)


def distributions():
    for x, mean, std in [("0", "0", "1"), ("1", "0", "1"), ("-3", "1/2", "2/3"), ("1e-20", "0", "1"), ("38", "0", "1"), ("5", "5", "1e-10")]:
        row("normalPdf", lambda x, m, s: mpmath.npdf(x, m, s), x=x, mean=mean, std=std)
        row("normalCdf", normal_cdf, x=x, mean=mean, std=std)
        row("normalCdf", normal_cdf, 5, x=x, mean=mean, std=std)
    for p in ["0.975", "0.5000000001", "1e-30", "0.99999999999999999999", "1/3", "1e-300", "0.001"]:
        row("normalQuantile", lambda p: mpmath.sqrt(2) * (mpmath.erfinv(2 * p - 1) if p > 1e-9 else -mpmath.findroot(
            lambda z: mpmath.log(mpmath.erfc(z) / (2 * p)), mpmath.sqrt(-mpmath.log(p)))), p=p)
    for n in ["1", "3", "10", "1/3", "7.5", "1000", "30"]:
        for x in ["1", "-2.5", "1e-20", "50"]:
            row("tPdf", student_pdf, x=x, df=n)
            row("tCdf", student_cdf, x=x, df=n)
        for p in ["0.975", "0.501", "0.3", "1e-20"]:
            row("tQuantile", student_quantile, p=p, df=n)
    for k in ["1", "2", "3", "10.5", "1/3", "500"]:
        for x in ["1", "1e-10", "20.25", "400"]:
            row("chiSquarePdf", chi_pdf, x=x, df=k)
            row("chiSquareCdf", chi_cdf, x=x, df=k)
        for p in ["0.95", "1/3", "1e-20", "0.9999999999"]:
            row("chiSquareQuantile", lambda p, k: inverse(chi_cdf, chi_tail, p, k), p=p, df=k)
    for m, n in [("3", "7"), ("1", "1"), ("2", "5"), ("10.5", "1/3"), ("50", "100"), ("4", "6")]:
        for x in ["1", "1e-10", "5.5", "1000"]:
            row("fPdf", f_pdf, x=x, df1=m, df2=n)
            row("fCdf", f_cdf, x=x, df1=m, df2=n)
        for p in ["0.95", "1/3", "1e-10"]:
            row("fQuantile", lambda p, m, n: inverse(f_cdf, f_tail, p, m, n), p=p, df1=m, df2=n)
    for k, n, p in [("3", "10", "0.2"), ("0", "5", "1/3"), ("500", "1000", "0.49"), ("1", "1", "0.25")]:
        row("binomialPdf", binomial_pdf, k=k, n=n, prob=p)
        row("binomialCdf", lambda k, n, p: mpmath.fsum(binomial_pdf(j, n, p) for j in range(int(k) + 1)), k=k, n=n, prob=p)
    row("binomialCdf", lambda k, n, p: mpmath.fsum(binomial_pdf(j, n, p) for j in range(int(k) + 1)), k="500", n="1000000", prob="0.0005")
    for p, n, prob in [("0.975", "100", "0.3"), ("1/2", "1000", "1/2"), ("1e-10", "50", "0.9"), ("0.999999", "200", "1/7")]:
        def quantile(p, n, prob):
            total, k = mpf(0), -1
            while total < p:
                k += 1
                total += binomial_pdf(k, n, prob)
            return mpf(k)
        row("binomialQuantile", quantile, p=p, n=n, prob=prob)
    for k, mean in [("3", "2.5"), ("0", "1/3"), ("1000", "1000"), ("2", "1e-10"), ("50", "10")]:
        row("poissonPdf", lambda k, m: mpmath.exp(-m) * m**k / mpmath.factorial(k), k=k, mean=mean)
        row("poissonCdf", lambda k, m: mpmath.gammainc(k + 1, m, mp.inf, regularized=True), k=k, mean=mean)
    for p, mean in [("0.95", "10"), ("1/2", "1/3"), ("0.999999", "1000"), ("0.000001", "100")]:
        def events(p, mean):
            total, k, term = mpf(0), -1, mpmath.exp(-mean)
            while total < p:
                k += 1
                total += term
                term = term * mean / (k + 1)
            return mpf(k)
        row("poissonQuantile", events, p=p, mean=mean)
    for x, rate in [("1", "1"), ("1e-20", "1/3"), ("100", "2"), ("0.3", "7")]:
        row("exponentialPdf", lambda x, r: r * mpmath.exp(-r * x), x=x, rate=rate)
        row("exponentialCdf", lambda x, r: -mpmath.expm1(-r * x), x=x, rate=rate)
    for p, rate in [("0.95", "1"), ("1e-20", "1/3"), ("0.99999999999", "2")]:
        row("exponentialQuantile", lambda p, r: -mpmath.log1p(-p) / r, p=p, rate=rate)
    for x, lower, upper in [("1/3", "0", "1"), ("2.5", "-1", "7"), ("5", "0", "1")]:
        row("uniformPdf", lambda x, a, b: 1 / (b - a) if a <= x <= b else mpf(0), x=x, lower=lower, upper=upper)
        row("uniformCdf", lambda x, a, b: min(max((x - a) / (b - a), mpf(0)), mpf(1)), x=x, lower=lower, upper=upper)
    row("uniformQuantile", lambda p, a, b: a + p * (b - a), p="1/3", lower="-1", upper="7")


if __name__ == "__main__":
    for family in (gamma, zeta, bessel, errors, elliptic, hypergeometric, distributions):
        family()
    Path(__file__).with_name("special.tsv").write_text("\n".join(ROWS) + "\n")
