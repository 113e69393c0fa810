"""The fault suite: what is promised, held against real processes that are killed, cut off, filled up and misled.

`make faults` runs it whole (about half an hour); without `--long` every test is the same with smaller numbers.
At the end stands what was acknowledged, stored, missing, doubled and out of order in each.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from broker import MockBroker
from stack import Stack

results = pytest.StashKey[list[str]]()


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="the full numbers of PROMISES")


def pytest_configure(config):
    config.stash[results] = []


def pytest_terminal_summary(terminalreporter, config):
    terminalreporter.section("promises")
    for line in config.stash[results]:
        terminalreporter.write_line(line)


@pytest.fixture
def scale(request) -> Callable:
    """`scale(short, long)`: the number for this run."""
    return lambda short, long: long if request.config.getoption("--long") else short


@pytest.fixture
def note(request) -> Callable[[str], None]:
    """Adds a line to the table at the end."""
    name = request.node.name.removeprefix("test_").replace("_", " ")
    return lambda text: request.config.stash[results].append(f"{name}: {text}")


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
    """Makes file systems of a few MiB; needs root."""
    mounted: list[Path] = []

    def mount(name: str, mebibytes: int) -> Path:
        path = tmp_path / name
        path.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", path], check=True)
        mounted.append(path)
        return path

    yield mount
    for path in mounted:
        subprocess.run(["umount", "--lazy", path], check=True)
        shutil.rmtree(path, ignore_errors=True)
