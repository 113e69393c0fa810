"""What a build calls itself: the number in VERSION everywhere, and the commit behind it where a release was told it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import httpx
import pytest
from service import ROOT, executable

NUMBER = (ROOT / "VERSION").read_text().strip()


def git(*arguments: str, folder) -> str:
    settings = ("-c", "user.name=someone", "-c", "user.email=someone@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def version(folder) -> str:
    return subprocess.run([folder / "scripts/version.sh"], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/version.sh", tmp_path / "scripts")
    shutil.copy(ROOT / "VERSION", tmp_path)
    return tmp_path


def test_outside_of_a_repository_the_version_is_the_number(tree):
    assert version(tree) == NUMBER


def test_a_later_commit_is_a_newer_package(tree):
    git("init", "--quiet", folder=tree)
    found = [version(committed(tree, "first")), version(committed(tree, "second"))]
    hashes = [git("rev-parse", "--short=10", name, folder=tree) for name in ("HEAD~1", "HEAD")]
    assert found == [f"{NUMBER}+1.g{hashes[0]}", f"{NUMBER}+2.g{hashes[1]}"]
    (tree / "VERSION").write_text(NUMBER + " \n")
    found.append(version(tree).replace(" ", ""))
    assert found[2] == found[1] + ".dirty"
    (tree / "VERSION").write_text("0.10.0\n")
    found.append(version(committed(tree, "a release later")))
    order = [NUMBER, *found]
    for older, newer in zip(order, order[1:], strict=False):
        assert subprocess.run(["dpkg", "--compare-versions", newer, "gt", older]).returncode == 0, (older, newer)


def committed(tree, message: str):
    git("add", ".", folder=tree)
    git("commit", "--quiet", "--allow-empty", "--message", message, folder=tree)
    return tree


def test_a_copy_with_a_part_of_the_history_counts_nothing(tree, tmp_path_factory):
    git("init", "--quiet", folder=tree)
    for message in ("first", "second"):
        committed(tree, message)
    copy = tmp_path_factory.mktemp("shallow") / "copy"
    git("clone", "--quiet", "--depth", "1", f"file://{tree}", str(copy), folder=tree)
    assert version(copy) == NUMBER


def test_the_executable_knows_it_by_itself(tmp_path, service):
    alone = tmp_path / "math"
    shutil.copy(executable(), alone)
    said = subprocess.run([alone, "--version"], cwd=tmp_path, capture_output=True, text=True).stdout.strip()
    assert re.fullmatch(rf"{re.escape(NUMBER)}(\+\d+\.g[0-9a-f]{{10}}(\.dirty)?)?", said), said
    assert f'build_info{{version="{said}"}} 1' in httpx.get(service.url + "/metrics").text
    assert any(json.loads(line).get("version") == said for line in service.log)
    assert httpx.get(service.url + "/openapi.json").json()["info"]["version"] == NUMBER
    assert json.loads((ROOT / "docs/openapi.json").read_text())["info"]["version"] == NUMBER
