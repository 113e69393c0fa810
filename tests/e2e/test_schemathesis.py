"""Schemathesis against the running service: no server error, and no answer that the document does not describe."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from service import ROOT

SEED = 20_240_601
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "ignored_auth",
)
# Every call of these hashes a password, which is meant to be slow.
SLOW = ("/register", "/token", "/reset-password")
# These end the token that the run is made with, or never end themselves.
APART = ("/logout", "/events/stream")
# All endpoints, for two processes side by side: making up requests is what takes the time.
FIRST_HALF = "^/math/[a-i]"
HALVES = (("--include-path-regex", FIRST_HALF), ("--exclude-path-regex", FIRST_HALF))
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def schemathesis(service, tmp_path: Path, token: str, examples: int, *chosen: str) -> str:
    """One run of Schemathesis, with its summary; fails with the whole report."""
    command = [
        Path(sys.executable).with_name("schemathesis"),
        "--config-file",
        ROOT / "tests/schemathesis.toml",
        "run",
        service.url + "/openapi.json",
        "--header",
        f"Authorization: Bearer {token}",
        "--checks",
        ",".join(CHECKS),
        "--seed",
        str(SEED),
        "--phases",
        "examples,coverage,fuzzing",
        "--max-examples",
        str(examples),
        "--generation-database",
        "none",
        "--suppress-health-check",
        "all",
        "--request-timeout",
        "20",
        "--continue-on-failure",
        "--no-color",
        *chosen,
    ]
    result = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        # For what hangs, not for what a busy machine takes.
        timeout=3600,
        env=os.environ
        | {
            "HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path / "hypothesis"),
            "SCHEMATHESIS_HOOKS": "schemathesis_hooks",
            "PYTHONPATH": str(ROOT / "tests/e2e"),
        },
    )
    # Some of what it sends is megabytes long.
    report = "\n".join(line[:300] for line in (result.stdout + result.stderr).splitlines())
    assert result.returncode == 0, report
    return report


def excluding(*paths: str) -> list[str]:
    return [argument for path in paths for argument in ("--exclude-path", path)]


def including(*paths: str) -> list[str]:
    return [argument for path in paths for argument in ("--include-path", path)]


def test_no_request_of_a_user_gets_an_undescribed_answer(service, tmp_path, capsys, scale):
    """Every endpoint with every kind of fault; how many requests are made up besides is the scale's."""
    service.register("fuzzer")
    token = service.sign_in("fuzzer")["access_token"]

    def run(part: tuple[str, ...]) -> str:
        return schemathesis(service, tmp_path, token, scale(4, 15), *part, *excluding(*SLOW, *APART))

    with ThreadPoolExecutor() as pool:
        outputs = [*pool.map(run, HALVES)]
    found = [re.search(r"Operations: +(\d+) selected / (\d+) total", output).groups() for output in outputs]
    (documented,) = {int(total) for _, total in found}
    assert sum(int(selected) for selected, _ in found) == documented - left_out(service)
    figures = re.findall(r"^.*(?:generated|Operations:|Tested:).*$", "\n".join(outputs), re.MULTILINE)
    with capsys.disabled():
        print("\n" + "\n".join(figures))


def left_out(service) -> int:
    """How many operations are tried elsewhere."""
    paths = httpx.get(service.url + "/openapi.json", timeout=60).json()["paths"]
    return sum(len(METHODS & paths[path].keys()) for path in (*SLOW, *APART))


@pytest.mark.parametrize("path", SLOW)
def test_no_request_about_accounts_gets_an_undescribed_answer(service, tmp_path, path):
    service.register("fuzzer-of" + path.replace("/", "-"))
    token = service.sign_in("fuzzer-of" + path.replace("/", "-"))["access_token"]
    schemathesis(service, tmp_path, token, 15, *including(path))


def test_no_request_of_an_administrator_gets_an_undescribed_answer(service, tmp_path):
    with service.administrator() as admin:
        token = admin.headers["Authorization"].removeprefix("Bearer ")
    schemathesis(service, tmp_path, token, 25, "--include-path-regex", "^/(users|events$|history)")


def test_no_way_of_logging_out_gets_an_undescribed_answer(service, tmp_path):
    service.register("leaver")
    schemathesis(service, tmp_path, service.sign_in("leaver")["access_token"], 5, *including("/logout"))
