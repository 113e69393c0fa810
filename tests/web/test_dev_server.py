"""The development server for those without npm: the app as its sources are, before a service that runs already."""

from __future__ import annotations

import os
import socket
import subprocess

import httpx
import pytest
from service import ROOT, wait_until

FRONTEND = ROOT / "frontend"


@pytest.fixture(scope="module")
def development(service):
    """The address of a development server before the file's service."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["node", "scripts/build.mjs", "--serve"],
        cwd=FRONTEND,
        env=os.environ | {"PORT": str(port), "MATH_SERVICE": service.url},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert f"http://127.0.0.1:{port}" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def test_pages_come_from_the_sources_and_the_interface_from_the_service(development, service, name):
    for path in ("/", "/operations/gcd", "/calculations"):
        page = httpx.get(development + path)
        assert page.status_code == 200 and '<div id="root"></div>' in page.text
    script = page.text.split('<script type="module" src="')[1].split('"')[0]
    assert "sourceMappingURL" in httpx.get(development + script).text
    assert httpx.get(development + "/healthz").json() == httpx.get(service.url + "/healthz").json()
    registered = httpx.post(development + "/register", json={"username": name, "password": "a long enough passphrase"})
    assert registered.status_code == 200
    assert service.sign_in(name)["token_type"] == "bearer"


def test_a_changed_source_reloads_the_page(development):
    with httpx.stream("GET", development + "/@reload", timeout=30) as events:
        lines = events.iter_lines()
        os.utime(FRONTEND / "src/main.tsx")
        assert next(lines) == "data: reload"
    assert wait_until(lambda: httpx.get(development + "/").status_code == 200)
