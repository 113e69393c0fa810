"""The floors of the sources, and operations known by name: what ties them together again is refused by `make lint`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from service import ROOT

CALCULATOR = "Sources/Calculator"
# File, what is added to it, and what is said then.
VIOLATIONS = {
    "import": (
        "Sources/Store/Backup/DatabaseCopy.swift",
        "import Accounts",
        "Sources/Store/Backup/DatabaseCopy.swift imports Accounts, which Package.swift declares after Store",
    ),
    "type": (
        f"{CALCULATOR}/Values/Ranges.swift",
        "func range(_ arguments: Arguments) {}",
        f"{CALCULATOR}/Values/Ranges.swift names what stands above it (1, not 0): Arguments of Operation",
    ),
    "member": (
        f"{CALCULATOR}/Syntax/Token.swift",
        "func isFree(_ node: Node) -> Bool { !node.isClosed }",
        f"{CALCULATOR}/Syntax/Token.swift names what stands above it (1, not 0): isClosed of Language",
    ),
    "within a text": (
        f"{CALCULATOR}/Values/Ranges.swift",
        'let text = "from \\(Catalogue.operations.count) operations"',
        "Catalogue of Catalogue",
    ),
    "operation": (
        f"{CALCULATOR}/Language/Ziv.swift",
        'let hard = name == "besselj"',
        f"{CALCULATOR}/Language/Ziv.swift knows operations by name (1, not 0): besselj",
    ),
    "operation in a list": (
        f"{CALCULATOR}/Answers/JSONNumber.swift",
        'let known: Set = ["nothing", "sin"] // one',
        f"{CALCULATOR}/Answers/JSONNumber.swift knows operations by name (1, not 0): sin",
    ),
    "no floor": (
        f"{CALCULATOR}/Stray.swift",
        "struct Stray {}",
        f"{CALCULATOR}/Stray.swift stands on no floor",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for target in ("Calculator", "Numbers", "Store", "Text"):
        shutil.copytree(ROOT / "Sources" / target, tmp_path / "Sources" / target)
    for file in ("Package.swift", "docs/catalogue.md"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def said_of(root: Path) -> str:
    done = subprocess.run([sys.executable, ROOT / "scripts/floors.py", root], capture_output=True, text=True)
    assert (done.returncode == 0) == (done.stderr == "")
    return done.stderr


def test_the_sources_stand_on_their_floors(copy):
    assert said_of(copy) == ""


@pytest.mark.parametrize("kind", VIOLATIONS)
def test_what_names_a_higher_floor_or_an_operation_is_refused(copy, kind):
    file, text, expected = VIOLATIONS[kind]
    with (copy / file).open("a") as source:
        source.write(f"\n{text}\n")
    assert expected in said_of(copy)


def test_a_mended_file_is_taken_off_the_list(copy):
    file = copy / CALCULATOR / "Symbolic/PowerSeries.swift"
    file.write_text(file.read_text().replace('"sinh"', "name"))
    assert (
        said_of(copy) == "scripts/floors.py: KNOWN_NAMES allows Symbolic/PowerSeries.swift 2, and it has 1: lower it\n"
    )


@pytest.mark.parametrize(
    "text", ['// as besselj does, see "sin"', "/// `Evaluator` calls it", 'let x = "use sin instead"']
)
def test_comments_and_messages_are_free(copy, text):
    with (copy / CALCULATOR / "Values/Ranges.swift").open("a") as source:
        source.write(f"\n{text}\n")
    assert said_of(copy) == ""
