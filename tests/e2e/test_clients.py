"""Clients that are made from the served document: each gets the right values out of every kind of answer."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import httpx
import pytest
from service import PASSWORD, ROOT

FOLDER = ROOT / "tests/clients"
PROGRAMS = ROOT / ".venv-clients/bin"
ESBUILD = "/usr/bin/esbuild"
TYPESCRIPT = "/usr/share/nodejs/typescript/lib/tsc.js"

QUESTIONS = {
    "password": PASSWORD,
    "numbers": ["0.1", "0.2", 3],
    "matrix": [["1", "2"], [3, "4"]],
    "expression": "1/3 + 1/6 + sqrt(2)",
    "statements": "x = 3\n[x^2, 1/x]",
    "list": ["2^200", "1/0", "[1, 2; 3, 4]^-1", "2 + 3i", "1 < 2", 'concat("a", "b")', "true", "[]"],
    "parsed": ["x^2", "1 +"],
    "mathjs": ["a = 1.2", "a / 3"],
}
ANSWERS = {
    "token": ["bearer", 1800],
    "add": [0.3, "3/10", "0.3", "rational"],
    "query": [0.3, "3/10", "0.3", "rational"],
    "sum": [3.3, "33/10", "3.3", "rational"],
    "inverse": [[[-2, 1], [1.5, -0.5]], "[[-2, 1], [3/2, -1/2]]", "[[-2, 1], [1.5, -0.5]]", "matrix"],
    "constant": [2.718281828459045, "e", "2.7182818284590452354", "real"],
    "refused": [422, "division_by_zero", ["body", "b"]],
    "expression": [1.9142135623730951, "(2*sqrt(2) + 1)/2", "1.91421356237309504880168872421", "real"],
    "statements": [[3, "3", "3", "integer"], [[9, 1 / 3], "[9, 1/3]", "[9, 0.33333333333333333333]", "list"]],
    "list": [
        [float(2**200), str(2**200), "1.6069380442589902755e+60", "integer"],
        ["division_by_zero", ["body", "expr", 1], 2],
        [[[-2, 1], [1.5, -0.5]], "[[-2, 1], [3/2, -1/2]]", "[[-2, 1], [1.5, -0.5]]", "matrix"],
        ["2 + 3i", "2 + 3i", "2 + 3i", "complex"],
        [True, "true", "true", "boolean"],
        ["ab", '"ab"', '"ab"', "string"],
        [True, "true", "true", "boolean"],
        [[], "[]", "[]", "list"],
    ],
    "parsed": ["x^{2}", "syntax_error"],
    "mathjs": ["1.2", "0.4"],
    "catalogue": ["a"],
    "history": [["add", '{"a":"0.1","b":"0.2"}', {"a": "0.1", "b": "0.2"}, "0.3"]] * 2,
    "events": [["add", {"a": "0.1", "b": "0.2"}, "0.3", 200, None]] * 2,
}


def run(*command, **options) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, **options)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def clients(service, tmp_path_factory) -> Path:
    """A folder with all three, made from what the running service says of itself."""
    folder = tmp_path_factory.mktemp("clients")
    (folder / "openapi.json").write_bytes(httpx.get(service.url + "/openapi.json").content)
    whole = {"apis": "", "models": "", "supportingFiles": ""}
    for name in ("python", "typescript-fetch"):
        settings = {"inputSpec": "openapi.json", "generatorName": name, "outputDir": name, "globalProperties": whole}
        (folder / f"{name}.json").write_text(json.dumps(settings))
    others = subprocess.Popen(
        [PROGRAMS / "openapi-generator-cli", "batch", "python.json", "typescript-fetch.json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    made = run(
        PROGRAMS / "openapi-python-client", "generate", "--path", "openapi.json", "--output-path", "client", cwd=folder
    )
    assert "Unable to" not in made, made
    output, _ = others.communicate(timeout=300)
    assert others.returncode == 0, output[-4000:]
    return folder


def check(output: str, name: str) -> None:
    expected = ANSWERS | {"registered": ["User registered successfully", name, "user"], "me": [name]}
    assert json.loads(output) == expected


def test_the_client_of_openapi_python_client_reads_every_answer(service, clients, name):
    questions = json.dumps(QUESTIONS | {"name": name})
    program = PROGRAMS / "python"
    check(run(program, FOLDER / "python_client.py", clients / "client", service.url, questions), name)


def test_the_python_client_of_openapi_generator_reads_every_answer(service, clients, name):
    questions = json.dumps(QUESTIONS | {"name": name})
    program = PROGRAMS / "python"
    check(run(program, FOLDER / "generator_client.py", clients / "python", service.url, questions), name)


def test_the_typescript_client_of_openapi_generator_has_the_right_types_and_reads_every_answer(service, clients, name):
    settings = {
        "compilerOptions": {
            "strict": True,
            # The generated files need a newer compiler than Debian's for this one.
            "noImplicitAny": False,
            "noEmit": True,
            "target": "es2022",
            "module": "es2022",
            "moduleResolution": "node",
            "lib": ["es2022", "dom"],
            "types": [],
            "skipLibCheck": True,
            "baseUrl": ".",
            "paths": {"client": ["typescript-fetch/index"]},
        },
        "files": [str(FOLDER / "fetch_client.ts")],
    }
    (clients / "tsconfig.json").write_text(json.dumps(settings))
    run("node", TYPESCRIPT, "--project", clients / "tsconfig.json", env=os.environ)
    script = clients / "session.mjs"
    run(
        ESBUILD,
        FOLDER / "fetch_client.ts",
        "--bundle",
        "--platform=node",
        "--format=esm",
        f"--alias:client={clients / 'typescript-fetch/index.ts'}",
        f"--outfile={script}",
        "--log-level=warning",
    )
    check(run("node", script, service.url, json.dumps(QUESTIONS | {"name": name})), name)
