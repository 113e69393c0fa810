"""The servers that are measured, each pinned to the same core."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERVER_CORE = "0"
PASSWORD = "benchmark passphrase"


@dataclass
class Server:
    """A running server: its process that does the work, and where it listens."""

    process: subprocess.Popen
    worker: int
    port: int

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@dataclass
class Contender:
    """One line of the table: a path of a server, asked again and again."""

    name: str
    server: Server
    path: str
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}{self.path}"

    def body(self) -> bytes:
        return urllib.request.urlopen(urllib.request.Request(self.url, headers=self.headers)).read()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(command: list[str], port: int, log: Path, **environment: str) -> subprocess.Popen:
    """Starts a server on the servers' core and waits until it accepts connections."""
    process = subprocess.Popen(
        ["taskset", "-c", SERVER_CORE, *command],
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=log.open("ab"),
        stderr=subprocess.STDOUT,
        cwd=log.parent,
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process
        except OSError:
            time.sleep(0.01)
    raise SystemExit(f"{command[0]} did not start; its output is in {log}")


def start_service(folder: Path, executable: Path) -> Server:
    """The service as it is shipped, with its data in the folder."""
    port = free_port()
    settings = {"PORT": str(port), "DATA_DIR": str(folder / "data"), "LOG_FORMAT": "json"}
    process = start([str(executable), "serve"], port, folder / "service.log", **settings)
    return Server(process, process.pid, port)


def service(folder: Path, executable: Path) -> tuple[Server, str]:
    """The running service, and the token of a user."""
    server = start_service(folder, executable)
    address = f"http://127.0.0.1:{server.port}"
    post(address + "/register", json.dumps({"username": "bench", "password": PASSWORD}), "application/json")
    form = urllib.parse.urlencode({"username": "bench", "password": PASSWORD})
    answer = post(address + "/token", form, "application/x-www-form-urlencoded")
    return server, json.loads(answer)["access_token"]


def post(url: str, body: str, content_type: str) -> bytes:
    request = urllib.request.Request(url, body.encode(), {"Content-Type": content_type})
    return urllib.request.urlopen(request).read()


def nginx(folder: Path, bodies: dict[str, bytes]) -> Server:
    """nginx with a fixed JSON body at each of the paths, and one worker."""
    port = free_port()
    locations = "".join(
        f"location = {path} {{ default_type application/json; return 200 '{body.decode()}'; }}\n"
        for path, body in bodies.items()
    )
    (folder / "nginx.conf").write_text(
        f"""daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log stderr;
        events {{ worker_connections 4096; }}
        http {{
            access_log off; keepalive_requests 1000000000; client_body_temp_path {folder}/body;
            proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
            scgi_temp_path {folder}/scgi;
            server {{ listen 127.0.0.1:{port} backlog=4096; {locations} }}
        }}"""
    )
    process = start(
        ["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], port, folder / "nginx.log"
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return Server(process, int(children[0]), port)


def hummingbird(folder: Path, length: int) -> Server:
    """Hummingbird's own route with a fixed body: what the framework costs when nothing is done."""
    source, built = ROOT / "benchmarks/hummingbird-fixed", ROOT / ".build-hummingbird-fixed"
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", source, "--scratch-path", built, "--quiet"], check=True
    )
    port = free_port()
    process = start([str(built / "release/HummingbirdFixed"), str(port), str(length)], port, folder / "hummingbird.log")
    return Server(process, process.pid, port)


def fastapi(folder: Path) -> tuple[Server, str]:
    """FastAPI on uvicorn with uvloop and httptools, a JWT verified at each request; and a token."""
    port, key, python = free_port(), secrets.token_hex(32), str(ROOT / ".venv-bench/bin/python")
    program = "import jwt, sys; print(jwt.encode({'sub': 'bench'}, sys.argv[1], 'HS256'))"
    token = subprocess.run([python, "-c", program, key], check=True, capture_output=True, text=True).stdout.strip()
    command = [python, "-m", "uvicorn", "main:app", "--app-dir", str(ROOT / "benchmarks/fastapi")]
    options = ["--port", str(port), "--loop", "uvloop", "--http", "httptools", "--no-access-log"]
    process = start(command + options, port, folder / "fastapi.log", BENCHMARK_KEY=key)
    return Server(process, process.pid, port), token
