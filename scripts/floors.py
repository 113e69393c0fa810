#!/usr/bin/env python3
"""Floors that one walks down: refuses what would tie the sources into one knot again.

    floors.py [ROOT]    says what names what stands above it, and where an operation is known by its name as text

1. A target imports those alone that Package.swift declares before it.
2. In Sources/Calculator a folder is a floor. A file names no type and no member that only a higher floor declares.
3. An operation's name stands as text in its declaration. Elsewhere what is particular to it is one of its traits.

What is known and not yet mended is counted in KNOWN_ARROWS and KNOWN_NAMES: when a number falls, it is to be lowered.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

# From the ground up.
FLOORS = "Faults Syntax Values Operation Symbolic Operations Catalogue Answers Language MathJS".split()
# The targets that Calculator imports.
BELOW = ["Text", "Numbers"]
# Its files declare the operations.
DECLARING = "Operations"

# File: how many names of a higher floor it has, and why.
KNOWN_ARROWS: dict[str, tuple[int, str]] = {
    "Operation/Parameter+reading.swift": (1, "an argument's text is an expression if all of its names have a meaning"),
    "Operations/Polynomials/PolynomialReader.swift": (1, "a coefficient is what has no name without a meaning"),
    "Symbolic/Formula+functions.swift": (2, "formulas hold the names of operations, not the operations"),
}
# File: how many operations it knows by name, and why.
KNOWN_NAMES: dict[str, tuple[int, str]] = {
    "Answers/LaTeX.swift": (4, "Greek letters"),
    "Language/Program+cost.swift": (18, "what is cheap is no trait yet"),
    "Symbolic/Antiderivative.swift": (7, "formulas hold names: primitives are no traits yet"),
    "Symbolic/BallFunction.swift": (40, "enclosures are no traits yet"),
    "Symbolic/Expansion.swift": (21, "formulas hold names: series are no traits yet"),
    "Symbolic/Formula+building.swift": (1, "formulas hold names"),
    "Symbolic/Formula+derivative.swift": (50, "derivatives are no traits yet"),
    "Symbolic/Formula+functions.swift": (21, "parity is no trait yet; arithmetic as sums, products and powers"),
    "Symbolic/Formula+node.swift": (1, "a power of one half is written as a root"),
    "Symbolic/Formula+simplifying.swift": (1, "formulas hold names"),
    "Symbolic/FormulaReader.swift": (2, "two operators are functions of formulas"),
    "Symbolic/HypergeometricSum.swift": (3, "formulas hold names"),
    "Symbolic/PowerSeries.swift": (2, "formulas hold names"),
    "Symbolic/RootFactors.swift": (18, "formulas hold names: where a function vanishes is no trait yet"),
    "Syntax/OperatorTable.swift": (6, "the words of operators"),
    "Values/Units/UnitParser.swift": (1, "a word of a message"),
}

COMMENT_OR_TEXT = re.compile(r'//[^\n]*|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"', re.DOTALL)
# What is private at the left margin ends with the brace there.
PRIVATE = re.compile(r"^(?:file)?private .*?(?:^\}|\}$)", re.MULTILINE | re.DOTALL)
TYPE = re.compile(
    r"^(?: {4})?(?! |.*private )[\w@() ]*\b(?:struct|enum|class|actor|protocol|typealias) (\w+)", re.MULTILINE
)
MEMBER = re.compile(r"^ {4}(?! |.*private )[\w@() ]*\b(?:func|let|var) (\w+)", re.MULTILINE)
OWN = re.compile(r"\b(?:func|let|var|case|struct|enum|class|actor|protocol|typealias) (\w+)")
CASES = re.compile(r"^(?: {4}){1,2}(?:indirect )?case (\w[^:\n]*(?:,\n[^:\n]*)*)$", re.MULTILINE)
PARENTHESES = re.compile(r"\([^()]*\)")
NAMED = re.compile(r"((?<!\.)\.)?\b([A-Za-z_]\w*)\b(?!:)")
# What Swift itself has too: `.contains` says nothing of whose it is.
SWIFT = set(
    "contains count current description failure filter first hash index init isEmpty isNaN joined last map max min "
    "negated prefix range reduce reversed shuffled sorted split start success suffix sum value values Failure "
    "Result".split()
)


def code(text: str) -> str:
    """Without comments and texts, of which what is interpolated remains."""

    def kept(match: re.Match[str]) -> str:
        if match[0].startswith("//"):
            return ""
        return " ".join(re.findall(r"\\\((.*?)\)", match[0])).join('""')

    return COMMENT_OR_TEXT.sub(kept, text)


def members(text: str) -> set[str]:
    """The members that others may name."""
    flat = text
    while flat != (flat := PARENTHESES.sub("", flat)):
        pass
    return set(MEMBER.findall(text)) | {name for names in CASES.findall(flat) for name in re.findall(r"\w+", names)}


def foreign_imports(root: Path) -> Iterator[str]:
    declared = re.findall(r'(?:library\(\s*|Target\(\s*name: )"(\w+)"', (root / "Package.swift").read_text())
    order = {name: place for place, name in enumerate(declared)}
    for path in sorted((root / "Sources").rglob("*.swift")):
        target = path.relative_to(root / "Sources").parts[0]
        for name in re.findall(r"^(?:\w+ )?import (?:\w+ )?(\w+)$", path.read_text(), re.MULTILINE):
            if name in order and order[name] >= order.get(target, -1):
                yield f"{path.relative_to(root)} imports {name}, which Package.swift declares after {target}"


def calculator(root: Path) -> dict[str, str]:
    """The text of each file, from the ground floor up."""
    folder = root / "Sources/Calculator"
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*.swift"))
    return {path.as_posix(): (folder / path).read_text() for path in paths}


def arrows_up(files: dict[str, str], below: set[str]) -> dict[str, list[str]]:
    """What each file names of the floors above it; `below` are the members of the targets that Calculator stands on."""
    floor = {file: FLOORS.index(file.split("/")[0]) for file in files}
    texts = {file: code(text) for file, text in files.items()}
    lowest = dict.fromkeys(below, -1)
    for file, text in texts.items():
        public = PRIVATE.sub("", text)
        for name in members(public) | set(TYPE.findall(public)):
            lowest[name] = min(lowest.get(name, len(FLOORS)), floor[file])
    found: dict[str, list[str]] = defaultdict(list)
    for file, text in texts.items():
        own = members(text) | set(OWN.findall(text)) | SWIFT
        for dot, name in dict.fromkeys(NAMED.findall(text)):
            if name not in own and (dot or name[0].isupper()) and lowest.get(name, 0) > floor[file]:
                found[file].append(f"{name} of {FLOORS[lowest[name]]}")
    return {file: sorted(set(names)) for file, names in found.items()}


def operations_by_name(root: Path, files: dict[str, str]) -> dict[str, list[str]]:
    """The operations that a file outside of their declarations has as text. docs/catalogue.md is made from these; those
    without parameters are constants, whose names belong to the language."""
    names = set(re.findall(r"^### `(\w+)\([^)]", (root / "docs/catalogue.md").read_text(), re.MULTILINE))
    found: dict[str, list[str]] = defaultdict(list)
    for file, text in files.items():
        if file.split("/")[0] == DECLARING:
            continue
        literals = {match[0][1:-1] for match in COMMENT_OR_TEXT.finditer(text) if match[0][0] == '"'}
        found[file] = sorted(literals & names)
    return {file: names for file, names in found.items() if names}


def beyond(found: dict[str, list[str]], known: dict[str, tuple[int, str]], saying: str, table: str) -> Iterator[str]:
    for file in sorted(found.keys() | known.keys()):
        names, (allowed, _) = found.get(file, []), known.get(file, (0, ""))
        if len(names) > allowed:
            yield f"Sources/Calculator/{file} {saying} ({len(names)}, not {allowed}): {', '.join(names)}"
        if len(names) < allowed:
            yield f"scripts/floors.py: {table} allows {file} {allowed}, and it has {len(names)}: lower it"


def main() -> None:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1]
    files = calculator(root)
    stray = [file for file in files if file.split("/")[0] not in FLOORS]
    faults = [f"Sources/Calculator/{file} stands on no floor: {', '.join(FLOORS)}" for file in stray]
    files = {file: text for file, text in files.items() if file not in stray}
    faults += foreign_imports(root)
    below = {
        name
        for target in BELOW
        for path in (root / "Sources" / target).rglob("*.swift")
        for name in members(code(path.read_text()))
    }
    faults += beyond(arrows_up(files, below), KNOWN_ARROWS, "names what stands above it", "KNOWN_ARROWS")
    faults += beyond(operations_by_name(root, files), KNOWN_NAMES, "knows operations by name", "KNOWN_NAMES")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
