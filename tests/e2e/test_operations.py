"""docs/operations.md: its commands are run, and its proxies stand before a running service."""

from __future__ import annotations

import json
import os
import re
import socket
import ssl
import subprocess
import threading
from urllib.parse import urlsplit

import httpx
import pytest
from legacy import make_events, make_requests, message
from service import ADMIN, ROOT, Service, executable, free_port, wait_until

PAGE = (ROOT / "docs/operations.md").read_text()
TOOLS = ROOT / ".build-tools"
DOMAIN = "math.example.org"


def block(mark: str) -> str:
    """The one block of text under a mark."""
    (text,) = re.findall(rf"<!-- {mark} -->\n```\w+\n(.*?)```", PAGE, flags=re.DOTALL)
    return text


def test_the_commands_do_what_the_page_says(start_service, tmp_path):
    service = start_service()
    service.register("alice")
    (tmp_path / "legacy").mkdir()
    make_requests(tmp_path / "legacy/requests.db", [("bob", "bob@example.org", "bob's old password", "user")], [])
    make_events(tmp_path / "legacy/events.db", [message("pow", {"x": 2, "y": 10}, 1024, "bob", 1.7e9)])
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/math").symlink_to(executable())
    commands = re.findall(r"<!-- run -->\n```sh\n(.*?)```", PAGE, flags=re.DOTALL)
    assert len(commands) == 3
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "".join(commands)],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}/bin:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Accounts: 1 taken over." in done.stdout
    for directory, name, password in (
        ("elsewhere", "alice", "a long enough passphrase"),
        ("new", "bob", "bob's old password"),
    ):
        start_service(directory).sign_in(name, password)


def test_every_word_of_make_and_every_command_exists():
    words = set(re.findall(r"\bmake ([a-z]+)", PAGE)) - {"room"}
    assert {"env", "package", "install"} <= words
    assert words <= set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    dumped = subprocess.run([executable(), "--experimental-dump-help"], capture_output=True, check=True).stdout
    known = {command["commandName"] for command in json.loads(dumped)["command"]["subcommands"]}
    named = set(re.findall(r"(?:^|`| |-- )math ([a-z][a-z-]*)(?= |`|$)", PAGE, flags=re.MULTILINE))
    assert {"backup", "restore", "import-legacy", "user", "serve", "consume"} <= named <= known


def test_every_command_is_told_of_in_the_documents():
    dumped = subprocess.run([executable(), "--experimental-dump-help"], capture_output=True, check=True).stdout
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "\n".join(page.read_text() for page in pages)
    missing = [name for name in last_commands(json.loads(dumped)["command"]) if f"math {name}" not in text]
    assert not missing


def last_commands(command: dict, path: tuple[str, ...] = ()) -> list[str]:
    """The commands that have no others below them: `user add`."""
    below = [one for one in command.get("subcommands", []) if one["shouldDisplay"] and one["commandName"] != "help"]
    if not below:
        return [" ".join(path)]
    return [name for one in below for name in last_commands(one, (*path, one["commandName"]))]


def headings(text: str) -> set[str]:
    """The names of a document's headings in links."""
    titles = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_every_link_of_a_document_leads_somewhere(page):
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text(), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"https?://", link):
            name, _, heading = link.partition("#")
            target = (ROOT / page).parent / name if name else ROOT / page
            assert target.exists(), link
            assert not heading or heading in headings(target.read_text()), link


def test_every_metric_is_explained(service):
    names = re.findall(r"^# TYPE (\w+) ", httpx.get(service.url + "/metrics").text, flags=re.MULTILINE)
    explained = set(re.findall(r"`([a-z_*]+)(?:\{[^}]*\})?`", PAGE))
    prefixes = tuple(name[:-1] for name in explained if name.endswith("*"))
    assert [name for name in names if name not in explained and not name.startswith(prefixes)] == []


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """The service as the page sets it up behind a proxy."""
    (proxies,) = re.findall(r"`TRUSTED_PROXIES=(\S+)`", PAGE)
    running = Service(
        tmp_path_factory.mktemp("service") / "data", {"TRUSTED_PROXIES": proxies, "ACCESS_LOG_EVERY": "1"}
    ).start()
    try:
        yield running
        assert running.terminate() == 0
    finally:
        running.kill()


class Proxy:
    """A server that ends TLS, with its address and the certificate that it is known by."""

    def __init__(self, command: list, port: int, certificate, environment: dict[str, str] | None = None):
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        self.messages: list[str] = []
        threading.Thread(target=lambda: self.messages.extend(self.process.stderr), daemon=True).start()
        self.url, self.certificate = f"https://localhost:{port}", certificate
        wait_until(self.answers, what="the proxy answering")

    def answers(self) -> bool:
        assert self.process.poll() is None, self.messages
        try:
            return self.certificate.exists() and self.client().get("/healthz").status_code == 200
        except httpx.TransportError:
            return False

    def client(self, **options) -> httpx.Client:
        trust = ssl.create_default_context(cafile=self.certificate)
        return httpx.Client(base_url=self.url, verify=trust, timeout=20, **options)


def nginx(folder, service: Service) -> Proxy:
    certificate, port, plain = folder / "certificate.pem", free_port(), free_port()
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", certificate,
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    text = block("nginx")
    for old, new, count in (
        ("listen [::]:443 ssl http2;", "", 1),
        ("listen [::]:80;", "", 1),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;", 1),
        ("listen 80;", f"listen 127.0.0.1:{plain};", 1),
        (f"server_name {DOMAIN};", "server_name localhost;", 2),
        (f"/etc/letsencrypt/live/{DOMAIN}/fullchain.pem", str(certificate), 1),
        (f"/etc/letsencrypt/live/{DOMAIN}/privkey.pem", str(folder / "key.pem"), 1),
        ("http://127.0.0.1:8000", service.url, 1),
    ):
        assert text.count(old) == count, old
        text = text.replace(old, new)
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"pid {folder}/pid; error_log stderr; user root; events {{}}\nhttp {{\naccess_log off;\n"
        f"client_body_temp_path {folder}/body;\n{temporary}{text}}}\n"
    )
    proxy = Proxy(
        [TOOLS / "usr/sbin/nginx", "-e", "stderr", "-c", folder / "nginx.conf", "-g", "daemon off;"], port, certificate
    )
    moved = httpx.get(f"http://127.0.0.1:{plain}/plot?x=1", headers={"Host": "localhost"})
    assert (moved.status_code, moved.headers["location"]) == (308, "https://localhost/plot?x=1")
    return proxy


def caddy(folder, service: Service) -> Proxy:
    """With a certificate of its own authority, since nobody else gives one to this machine."""
    port, text = free_port(), block("caddy")
    for old, new in (
        (f"{DOMAIN} {{", f"https://localhost:{port} {{\n\ttls internal"),
        ("127.0.0.1:8000", f"127.0.0.1:{service.port}"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    own = ("admin off", "skip_install_trust", "auto_https disable_redirects", f"storage file_system {folder}")
    (folder / "Caddyfile").write_text("{\n" + "".join(f"\t{line}\n" for line in own) + "}\n" + text)
    return Proxy(
        [TOOLS / "usr/bin/caddy", "run", "--config", folder / "Caddyfile"],
        port,
        folder / "pki/authorities/local/root.crt",
        {"PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def proxy(request, service, tmp_path_factory):
    running = request.param(tmp_path_factory.mktemp("proxy"), service)
    try:
        yield running
    finally:
        running.process.terminate()
        assert running.process.wait(60) == 0, "streams that nobody listens to any more have been let go"


def test_a_client_signs_in_and_calculates_over_tls(proxy, service, name):
    with proxy.client() as client:
        registered = client.post("/register", json={"username": name, "password": "a long enough passphrase"})
        assert registered.status_code == 200, registered.text
        form = {"username": name, "password": "a long enough passphrase"}
        client.headers["Authorization"] = f"Bearer {client.post('/token', data=form).json()['access_token']}"
        answer = client.get("/math/add?a=0.1&b=0.2")
        assert answer.json()["exact"] == "3/10"
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert answer.headers["x-content-type-options"] == "nosniff"
        with client.stream("GET", "/events/stream") as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            lines = stream.iter_lines()
            with proxy.client(headers=client.headers) as other:
                other.get("/math/add?a=1&b=1", headers={"X-Request-ID": f"live-{name}"})
            assert any(f"live-{name}" in line for line in lines)


SPELLINGS = [
    "/metrics", "/metrics/", "/metrics//", "//metrics", "///metrics", "/./metrics", "/x/../metrics", "/%6detrics",
    "/%6Detrics", "/metrics%2f", "/metrics%2F", "/%2fmetrics", "/%2Fmetrics", "/metrics;x", "/metrics;",
    "/metrics%00", "/metrics%20",
    "/metrics.", "/METRICS", "/Metrics", "/metrics?x=1", "/metrics/?x", "/metrics%3f", "/metrics%23",
    "/\\metrics", "/metrics\\",
    "/monitor/metrics", "/monitor/metrics/", "/monitor//metrics", "//monitor/metrics", "/monitor/./metrics",
    "/monitor/x/../metrics", "/monitor%2fmetrics", "/monitor/%6detrics", "/monitor/metrics;x", "/metrics/../metrics",
]  # fmt: skip


def ask(url: str, target: str, certificate=None) -> bytes:
    """The whole answer to a request whose target is sent as it is: clients make it orderly before."""
    parts = urlsplit(url)
    connection = socket.create_connection((parts.hostname, parts.port), timeout=20)
    if certificate:
        connection = ssl.create_default_context(cafile=certificate).wrap_socket(connection, server_hostname="localhost")
    with connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return answer


@pytest.mark.parametrize("target", SPELLINGS)
def test_the_numbers_are_kept_from_strangers_in_every_spelling(proxy, service, target):
    assert b"process_cpu_seconds_total" not in ask(proxy.url, target, proxy.certificate)
    has_page = b"process_cpu_seconds_total" in ask(service.url, target)
    assert has_page is (target.partition("?")[0] in ("/metrics", "/monitor/metrics")), "there is one spelling"


def test_administrators_see_the_numbers_through_the_proxy(proxy, service):
    token = service.sign_in(*ADMIN)["access_token"]
    with proxy.client(headers={"Authorization": f"Bearer {token}"}) as client:
        assert "process_cpu_seconds_total" in client.get("/service/metrics").text


def test_a_client_cannot_make_up_its_address(proxy, service, name):
    """The last address that was added is the proxy's own word; here it is the machine's."""
    with proxy.client() as client:
        client.get("/me", headers={"X-Request-ID": f"asked-{name}", "X-Forwarded-For": "not-an-address"})

    def line() -> dict | None:
        return next((json.loads(text) for text in service.log if f'"asked-{name}"' in text), None)

    assert wait_until(line)["remote"] == "127.0.0.1"
