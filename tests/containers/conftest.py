"""A Docker engine: the one that answers, or one of our own in a folder."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@pytest.fixture(scope="session")
def docker() -> dict[str, str]:
    """The environment in which `docker` and `docker compose` work."""
    answering = subprocess.run(["docker", "info"], capture_output=True).returncode == 0
    composing = subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0
    if answering and composing:
        environment = dict(os.environ)
        own = None
    else:
        own = Path(os.environ.get("MATH_DOCKER", "/var/tmp/math-docker"))
        said = subprocess.run([HERE / "engine.sh", "start", own], check=True, capture_output=True, text=True).stdout
        environment = os.environ | dict(re.findall(r"^(\w+)=(.+)$", said, flags=re.M))
    try:
        subprocess.run([HERE / "engine.sh", "images"], check=True, env=environment)
        yield environment
    finally:
        if own:
            subprocess.run([HERE / "engine.sh", "stop", own], check=True)
