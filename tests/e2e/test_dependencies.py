"""What is handed on beside an executable: its parts as CycloneDX, their licences, the list of them in the documents."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from service import ROOT, executable

DOCUMENT = (ROOT / "docs/dependencies.md").read_text()
PACKAGE = (ROOT / "Package.swift").read_text()


def written(*arguments: str) -> str:
    done = subprocess.run([sys.executable, ROOT / "scripts/sbom.py", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def parts() -> dict:
    return json.loads(written("components", str(executable())))


def test_the_parts_are_valid_cyclonedx_and_the_same_each_time(parts):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(parts)) is None
    assert json.loads(written("components", str(executable()))) == parts


def test_every_swift_package_of_the_build_is_a_part(parts):
    resolved = json.loads((ROOT / ".build/workspace-state.json").read_text())["object"]["dependencies"]
    purls = {component["purl"] for component in parts["components"]}
    for entry in resolved:
        location = entry["packageRef"]["location"].removeprefix("https://").removesuffix(".git")
        assert f"pkg:swift/{location}@{entry['state']['checkoutState']['version']}" in purls


def test_every_library_that_the_executable_names_is_a_part_with_a_licence(parts):
    needed = subprocess.run(["readelf", "--dynamic", executable()], capture_output=True, text=True, check=True).stdout
    licensed = {part["name"] for part in parts["components"] if "licenses" in part}
    # A debug build names those of the toolchain, too.
    names = re.findall(r"NEEDED.*\[((?!libswift|lib_?Foundation|lib_F|libdispatch|libBlocks).*)\]", needed)
    search = ["dpkg-query", "--search", *(f"*/{name}" for name in names)]
    # Files that a package has moved aside are told of in other words: "diversion by libc6 from: …".
    said = subprocess.run(search, capture_output=True, text=True, check=True).stdout.splitlines()
    owners = [line for line in said if re.match(r"\S+: /", line)]
    assert len(owners) >= len(names) > 10
    for line in owners:
        assert line.split(":")[0] in licensed, f"{line} is not in infra/dependencies.json"


def test_every_licence_is_one_of_spdx(parts):
    licensing = get_spdx_licensing()
    for part in [parts["metadata"]["component"], *parts["components"]]:
        for choice in part.get("licenses", []):
            assert not licensing.validate(choice["expression"], strict=True).errors, part["name"]


def test_packages_are_named_by_their_exact_versions_and_listed():
    named = re.findall(r'\.package\(url: "https://github\.com/[^/]+/(.+?)\.git", (\w+): "([\d.]+)"', PACKAGE)
    assert len(named) == PACKAGE.count(".package(url:") and {how for _, how, _ in named} == {"exact"}
    for name, _, version in named:
        assert re.search(rf"^\| \*\*\[{re.escape(name)}\]\(\S+\)\*\* \| {re.escape(version)} \|", DOCUMENT, flags=re.M)


def test_the_notices_have_every_parts_licence():
    notices = written("notices")
    for needed in ("Gwendal Roué", "Qutheory", "The SwiftNIO Project", "Facebook", "Khan Academy", "Runtime Library"):
        assert needed in notices, needed
    assert written("copyright").startswith(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
    )
