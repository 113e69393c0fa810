#!/usr/bin/python3
"""Writes Sources/Text/Confusables+table.swift: which characters look like which (UTS 39), as ICU has it.

Needs Debian's python3-icu. To be run when a newer Unicode is wanted; names that exist keep the looks that were stored
with them.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import icu

TARGET = Path(__file__).resolve().parents[1] / "Sources/Text/Confusables+table.swift"
HEAD = """\
// Written by scripts/confusables.py from ICU {icu} (Unicode {unicode}), which has it from the file confusables.txt of
// UTS 39.
//
// Copyright (c) 1991-2022 Unicode, Inc. All rights reserved.
//
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
// documentation files (the "Software"), to deal in the Software without restriction, including without limitation
// the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
// to permit persons to whom the Software is furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all copies or substantial portions of
// the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
// THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
// CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
// DEALINGS IN THE SOFTWARE.

extension Confusables {{
    /// A line for each prototype, in hexadecimal numbers: what stands for them, a colon, the scalars that look like it.
    static let table = \"\"\"
"""


def classes() -> dict[str, list[str]]:
    """The scalars of each prototype that is not the scalar itself."""
    checker = icu.SpoofChecker()
    found: dict[str, list[str]] = {}
    for number in range(sys.maxunicode + 1):
        scalar = chr(number)
        # Skeletons are made of decomposed text: what decomposes is never looked up.
        if 0xD800 <= number < 0xE000 or unicodedata.normalize("NFD", scalar) != scalar:
            continue
        if (skeleton := checker.getSkeleton(0, scalar)) != scalar:
            found.setdefault(skeleton, []).append(scalar)
    return found


def lines(text: str, width: int = 112) -> list[str]:
    """The words of a text in lines that are not too long."""
    found = [""]
    for word in text.split():
        if len(found[-1]) + len(word) >= width:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def numbers(scalars) -> str:
    return " ".join(f"{ord(scalar):x}" for scalar in scalars)


def main() -> None:
    text = HEAD.format(icu=icu.ICU_VERSION, unicode=icu.UNICODE_VERSION)
    for prototype, scalars in sorted(classes().items()):
        first, *others = lines(f"{numbers(prototype)}: {numbers(scalars)}")
        text += f"        {first}"
        text += "".join(f" \\\n        {other}" for other in others) + "\n"
    TARGET.write_text(text + '        """\n}\n')


if __name__ == "__main__":
    main()
