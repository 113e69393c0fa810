"""The session in the README is run as it stands, and its outputs are compared."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from service import ROOT, SECRETS, run

ADDRESS = "http://127.0.0.1:8000"
# A block of commands under this mark is run; a block right after it shows what is printed.
BLOCK = re.compile(r"<!-- run -->\n```(sh|python|js)\n(.*?)```\n(?:\n```(?:json|text|csv)\n(.*?)```\n)?", re.DOTALL)
RUN_BY = {
    "sh": "{}",
    "python": f"{sys.executable} - <<'END OF BLOCK'\n{{}}END OF BLOCK\n",
    "js": "node --input-type=module - <<'END OF BLOCK'\n{}END OF BLOCK\n",
}


def session() -> list[tuple[str, str | None]]:
    blocks = BLOCK.findall((ROOT / "README.md").read_text())
    return [(RUN_BY[language].format(commands), shown or None) for language, commands, shown in blocks]


def matches(shown: str, printed: str) -> bool:
    """Whether the output is the one shown; `...` stands for what differs from run to run."""
    pattern = ".*?".join(re.escape(part) for part in shown.strip().split("..."))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


def test_the_session_of_the_readme_prints_what_the_readme_shows(start_service, tmp_path):
    service, blocks = start_service(), session()
    assert len(blocks) >= 8 and sum(shown is not None for _, shown in blocks) >= 7
    script = "set -euo pipefail\n" + "".join(f"{commands}\necho; echo '<<<end>>>'\n" for commands, _ in blocks)
    result = subprocess.run(
        ["bash", "-c", script.replace(ADDRESS, service.url)], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stdout + result.stderr
    printed = result.stdout.replace(service.url, ADDRESS).split("<<<end>>>\n")
    for (commands, shown), output in zip(blocks, printed, strict=False):
        assert shown is None or matches(shown, output), f"{commands}shown:\n{shown}printed:\n{output}"


@pytest.mark.parametrize(
    "shown, printed, same",
    [("a\n", "a\n\n", True), ('{"id":...,"b":1}', '{"id":5,"b":1}', True), ("a", "b", False), ("a...", "ba", False)],
)
def test_the_comparison_takes_dots_for_what_differs(shown, printed, same):
    assert matches(shown, printed) is same


def test_every_setting_of_the_readme_exists_and_every_setting_is_in_the_readme(tmp_path):
    readme = (ROOT / "README.md").read_text()
    described = set(re.findall(r"^\| `([A-Z][A-Z0-9_]+)`", readme, re.MULTILINE))
    described |= set(re.findall(r"^\| `[A-Z_]+`, `([A-Z][A-Z_]+)`", readme, re.MULTILINE))
    help = "".join(run(command, "--help", data_dir=tmp_path / "data").stdout for command in ("serve", "consume"))
    helped = set(re.findall(r"\$([A-Z][A-Z0-9_]+)", help))
    assert described == helped | SECRETS


def test_every_word_of_make_in_the_readme_exists():
    words = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / "README.md").read_text(), re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert words and words <= targets
