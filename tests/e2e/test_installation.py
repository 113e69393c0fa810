"""What is installed beside the executable: the manual page, and systemd's units with their hardening."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from service import ROOT, executable

UNITS = ("math-serve", "math-consume")


@pytest.fixture(scope="module")
def definitions() -> dict:
    dumped = subprocess.run([executable(), "--experimental-dump-help"], capture_output=True, check=True).stdout
    return json.loads(dumped)["command"]


@pytest.fixture(scope="module")
def manual(definitions) -> str:
    return subprocess.run(
        [sys.executable, ROOT / "scripts/manual.py", "1.2.3"],
        input=json.dumps({"command": definitions}),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def rendered(manual: str) -> str:
    done = subprocess.run(["groff", "-man", "-Tascii", "-ww", "-P-cbou"], input=manual, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def commands(command: dict, path: str = "") -> list[tuple[str, dict]]:
    found = []
    for child in command.get("subcommands", []):
        if child["commandName"] != "help" and child.get("shouldDisplay", True):
            name = f"{path} {child['commandName']}".strip()
            found += [(name, child), *commands(child, name)]
    return found


def test_the_manual_has_every_command_with_every_option(definitions, manual):
    text = rendered(manual)
    assert "math 1.2.3" in text
    for name, command in commands(definitions):
        section = re.split(rf"^   math {re.escape(name)}$", text, flags=re.M)
        assert len(section) == 2, f"math {name} is not in the manual once"
        body = re.split(r"^   \S|^\S", section[1], flags=re.M)[0]
        for argument in command["arguments"]:
            for flag in argument.get("names", []):
                if flag["name"] not in ("help", "version", "h"):
                    assert f"--{flag['name']}" in body, (name, flag)


def test_the_manual_names_every_exit_status(manual):
    status = rendered(manual).split("EXIT STATUS")[1]
    assert re.findall(r"^       (\d+) ", status, flags=re.M) == ["0", "1", "64", "78"]


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_is_valid_and_shut_in(tmp_path, name):
    text = (ROOT / f"infra/systemd/{name}.service").read_text().replace("@bindir@/math", "/bin/true")
    unit = tmp_path / f"{name}.service"
    unit.write_text(re.sub(r"^Documentation=.*\n", "", text, flags=re.M))
    checked = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=20", unit], capture_output=True, text=True
    )
    assert rated.returncode == 0, rated.stdout[-300:]


def test_both_units_differ_in_what_they_run_and_in_nothing_else():
    first, second = ((ROOT / f"infra/systemd/{name}.service").read_text().splitlines() for name in UNITS)
    settings = [{line for line in text if "=" in line and not line.startswith(("#", "Description", "ExecStart"))}
                for text in (first, second)]  # fmt: skip
    assert settings[0] == settings[1]
