"""Working on the app: the development server that needs no npm, and what npm is told."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from person import Person
from playwright.sync_api import expect
from service import ROOT, Service, wait_until

FRONTEND = ROOT / "frontend"


@dataclass
class DevServer:
    """`node scripts/build.mjs --serve` on a copy of the sources, which a test may change."""

    folder: Path
    service: str
    port: int = 0
    process: subprocess.Popen | None = None
    output: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> DevServer:
        self.process = subprocess.Popen(
            ["node", "scripts/build.mjs", "--serve"],
            cwd=self.folder,
            env=os.environ
            | {
                "PORT": "0",
                "MATH_SERVICE": self.service,
                "TAILWINDCSS": os.environ.get("TAILWINDCSS", str(ROOT / ".venv-web/bin/tailwindcss")),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=lambda: self.output.extend(self.process.stdout), daemon=True).start()
        self.port = wait_until(self.announced, 60, "the development server's address")
        return self

    def announced(self) -> int:
        found = re.search(r"http://127\.0\.0\.1:(\d+) \(the service: ", "".join(self.output))
        assert self.process.poll() is None, "".join(self.output)
        return int(found[1]) if found else 0

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(10)


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sources") / "frontend"
    shutil.copytree(FRONTEND, folder, ignore=shutil.ignore_patterns("node_modules", "dist"))
    return folder


@pytest.fixture(scope="module")
def server(service, sources):
    running = DevServer(sources, service.url).start()
    yield running
    running.stop()


@pytest.fixture
def developer(browser, service, server):
    """Somebody at the development server."""
    somebody = Person(browser, Service(service.data_dir, port=server.port))
    yield somebody
    somebody.leave()


def test_the_app_works_at_the_development_server(developer, service, user):
    page = developer.open("/", user)
    page.get_by_label("Expression").fill("1/3 + 1/6")
    page.get_by_label("Expression").press("Enter")
    expect(page.locator("[data-line='1']")).to_contain_text("1/2")
    page.goto("/activity")
    expect(page.locator("[data-state=live]")).to_be_visible()
    with service.client(service.sign_in(user)["access_token"]) as client:
        client.post("/math/add", json={"a": "77", "b": "0"})
    expect(page.get_by_role("main").locator("ol > li").first).to_contain_text("a = 77")


def test_a_change_is_seen_without_a_reload_by_hand(developer, server, sources, user):
    page = developer.open("/plot", user)
    expect(page.get_by_role("heading", name="Plot")).to_be_visible()
    english = sources / "src/text/enPages.ts"
    before = english.read_text(encoding="utf-8")
    english.write_text(before.replace('title: "Plot"', 'title: "Curves"'), encoding="utf-8")
    expect(page.get_by_role("heading", name="Curves")).to_be_visible(timeout=30_000)

    # What cannot be built is said, and the server goes on.
    english.write_text(before + "\nthis is no program\n", encoding="utf-8")
    wait_until(lambda: "src/text/enPages.ts" in "".join(server.output), 30, "the error")
    expect(page.get_by_role("heading", name="Curves")).to_be_visible()
    english.write_text(before, encoding="utf-8")
    expect(page.get_by_role("heading", name="Plot")).to_be_visible(timeout=30_000)


def test_every_page_is_the_app_and_every_path_of_the_service_is_the_services(server):
    pages = ("/", "/plot", "/operations/gcd", "/calculations", "/activity", "/admin/users", "/account", "/sign-in")
    document = json.loads((ROOT / "docs/openapi.json").read_text(encoding="utf-8"))
    # The operations are all below one path.
    paths = [path for path in document["paths"] if path != "/" and not path.startswith("/math/")]
    with httpx.Client(base_url=server.url) as client:
        for page in pages:
            answer = client.get(page)
            assert answer.status_code == 200 and '<div id="root">' in answer.text, page
        for path in [*paths, "/docs", "/math/operations", "/math/add", "/math/evaluate"]:
            answer = client.get(re.sub(r"\{[^}]*\}", "1", path), params={"a": "1"})
            assert answer.headers.get("x-request-id"), f"{path} did not come to the service: {answer.text[:80]}"


def test_without_the_service_it_says_who_does_not_answer(sources):
    server = DevServer(sources, "http://127.0.0.1:9").start()
    try:
        answer = httpx.get(server.url + "/healthz")
        assert answer.status_code == 502
        assert answer.json() == {
            "detail": "No service answers at http://127.0.0.1:9",
            "code": "bad_gateway",
            "request_id": "",
        }
    finally:
        server.stop()


def test_a_taken_port_is_said_to_be_taken(server, sources, tmp_path):
    copy = tmp_path / "frontend"
    shutil.copytree(sources, copy, symlinks=True)
    tailwind = os.environ.get("TAILWINDCSS", str(ROOT / ".venv-web/bin/tailwindcss"))
    ended = subprocess.run(
        ["node", "scripts/build.mjs", "--serve"],
        cwd=copy,
        env=os.environ | {"PORT": str(server.port), "TAILWINDCSS": tailwind},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert re.fullmatch(rf"build: cannot listen on port {server.port}: .*EADDRINUSE.*\n", ended.stderr)


def test_npm_is_told_exact_versions_and_the_same_ports():
    package = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    versions = package["dependencies"] | package["devDependencies"]
    assert {"react", "react-dom", "katex", "vite", "typescript", "tailwindcss", "@vitejs/plugin-react"} <= set(versions)
    for name, version in versions.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{name} {version}"
    assert package["scripts"]["dev"] == "vite"
    config = (FRONTEND / "vite.config.ts").read_text(encoding="utf-8")
    assert "port: 5173" in config and "strictPort: true" in config and "http://127.0.0.1:8000" in config
    script = (FRONTEND / "scripts/serve.mjs").read_text(encoding="utf-8")
    assert "5173" in script and "http://127.0.0.1:8000" in script
