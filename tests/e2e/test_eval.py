"""`math eval`: the language on the terminal."""

from __future__ import annotations

import json
import signal
import subprocess

import pytest
from service import environment, executable, run


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["1/3 + 1/6"], "1/2\n"),
        (["add(0.1, 0.2)"], "3/10\n"),
        (["add(0.1, 0.2)", "--format", "decimal"], "0.3\n"),
        (["sqrt(2)", "--format", "decimal", "--precision", "30"], "1.41421356237309504880168872421\n"),
        (["sqrt(2) / 3", "--format", "latex"], "\\frac{\\sqrt{2}}{3}\n"),
        (["sin(1)"], "0.84147098480789650665\n"),
        (["-2^2"], "-4\n"),
        (["--", "-2^2"], "-4\n"),
        (["--format", "decimal", "--", "a = 1/8", "--a"], "0.125\n0.125\n"),
        (["-7 mod 3", "1", "-8 >> 1", "x = -1", "-x"], "2\n1\n-4\n-1\n1\n"),
        (["a = 2", "a^10", "b = a;", "b"], "2\n1024\n2\n"),
        (["x = 3; # note", "y = 5 # ends with ;", "x + y"], "5\n8\n"),
        (["f(n) = n <= 1 ? 1 : n f(n - 1); f(20)\nf(3)"], "2432902008176640000\n6\n"),
    ],
)
def test_a_value_is_a_line(tmp_path, arguments, output):
    result = run("eval", *arguments, data_dir=tmp_path / "data")
    assert (result.returncode, result.stdout, result.stderr) == (0, output, "")
    assert not (tmp_path / "data").exists(), "nothing is opened"


def test_lines_come_from_standard_input_and_share_their_variables(tmp_path):
    result = run("eval", data_dir=tmp_path / "data", stdin="x = 3\n\n# a comment\nx^2\nx/0\nx + 1")
    assert result.stdout == "3\n9\n4\n"
    assert result.stderr == "Division by zero\n  x/0\n    ^\n"
    assert result.returncode == 1


def test_a_mistake_is_marked(tmp_path):
    result = run("eval", "2 * fctorial(5)", data_dir=tmp_path / "data")
    assert result.returncode == 1 and result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[1:] == ["  2 * fctorial(5)", "      ^^^^^^^^ did you mean factorial?"]


def test_json_is_what_the_service_answers(tmp_path):
    result = run("eval", "1/3", "1/0", "--format", "json", data_dir=tmp_path / "data")
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["exact"] == "1/3" and first["latex"] == "\\frac{1}{3}"
    assert second["error"]["type"] == "division_by_zero"
    assert result.returncode == 1


def test_wrong_usage_is_64(tmp_path):
    assert run("eval", "1", "--precision", "0", data_dir=tmp_path / "data").returncode == 64
    assert run("eval", "1", "--format", "roman", data_dir=tmp_path / "data").returncode == 64
    assert run("eval", "1", "--presicion", "5", data_dir=tmp_path / "data").returncode == 64


def test_the_worker_is_not_for_people(tmp_path):
    assert "worker" not in run("--help", data_dir=tmp_path / "data").stdout


def test_control_c_ends_a_long_calculation(tmp_path):
    process = subprocess.Popen(
        [executable(), "eval", "1 + 1", "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f(100)"],
        env=environment(tmp_path / "data"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell may have started the tests with the signal ignored, which every child would inherit.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    # It is at the second when it has answered the first.
    assert process.stdout.readline() == b"2\n"
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == -signal.SIGINT
