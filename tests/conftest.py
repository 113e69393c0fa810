"""How long the tests may take: with fewer examples for every day, or whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="the full numbers: of PROMISES, and of generated requests")


@pytest.fixture
def scale(request) -> Callable:
    """`scale(short, long)`: the number for this run."""
    return lambda short, long: long if request.config.getoption("--long") else short
