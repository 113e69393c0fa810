"""The fault suite: what is promised, held against real processes that are killed, cut off, filled up and misled.

`make faults` runs it whole (an hour and a quarter); without `--long` every test is the same with smaller numbers.
At the end stands what was acknowledged, stored, missing, doubled and out of order in each.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from broker import MockBroker
from machine import SmallDisk
from stack import Stack


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("promises")
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, text in report.user_properties if report.when == "call" else ():
                terminalreporter.write_line(f"{name}: {text}" + (" [FAILED]" if report.failed else ""))


@pytest.fixture
def note(request) -> Callable[[str], None]:
    """Adds a line to the table at the end."""
    name = request.node.name.removeprefix("test_").replace("_", " ")
    return lambda text: request.node.user_properties.append((name, text))


@pytest.fixture
def tmp_path():
    """A folder with a short name: a socket's path may have 107 characters, and pytest's own folders are deep."""
    path = Path(tempfile.mkdtemp(prefix="faults-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def stack(tmp_path):
    """Makes stacks; nothing of them runs but the broker. All end with the test."""
    made: list[Stack] = []

    def make(brokers: int = 1, broker: MockBroker | None = None, **settings: str) -> Stack:
        new = Stack(tmp_path / f"stack{len(made)}", broker or MockBroker(brokers), settings)
        new.folder.mkdir()
        made.append(new)
        return new

    yield make
    for each in made:
        each.stop()


@pytest.fixture
def small_disk(tmp_path):
    """Makes small disks; needs root, or sudo."""
    made: list[SmallDisk] = []

    def make(name: str, mebibytes: int) -> SmallDisk:
        made.append(SmallDisk(tmp_path / name, mebibytes))
        return made[-1]

    yield make
    for disk in made:
        disk.end()
