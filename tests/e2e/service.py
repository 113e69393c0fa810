"""The real executable as a process, and the little that the tests need to talk to it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
ADMIN = ("root-admin", "correct horse battery 1")
PASSWORD = "a long enough passphrase"
# The settings that have no flag.
SECRETS = {"SECRET_KEY", "SECRET_KEY_PREVIOUS", "ADMIN_PASSWORD", "METRICS_TOKEN"}


def executable() -> Path:
    """The executable under test: MATH_EXECUTABLE, else the release build, else the debug build."""
    named = os.environ.get("MATH_EXECUTABLE")
    candidates = [ROOT / named] if named else [ROOT / ".build/release/math", ROOT / ".build/debug/math"]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise FileNotFoundError(f"no executable at {', '.join(map(str, candidates))}: run `make build` first")


def environment(data_dir: Path, **settings: str) -> dict[str, str]:
    """A bare environment: nothing of the machine the tests run on reaches the service."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH") if name in os.environ}
    return (
        kept
        | {
            "PORT": "0",
            "DATA_DIR": str(data_dir),
            "LOG_FORMAT": "json",
            "LOGIN_RATE_LIMIT_PER_MINUTE": "0",
            "REGISTRATION": "open",
            "ADMIN_USERNAME": ADMIN[0],
            "ADMIN_PASSWORD": ADMIN[1],
        }
        | settings
    )


def run(*arguments: str, data_dir: Path, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """One run of a subcommand that ends by itself."""
    return subprocess.run(
        [executable(), *arguments],
        input=stdin,
        env=environment(data_dir, **settings),
        cwd=data_dir.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )


def wait_until(condition, timeout: float = 60, what: str = "the condition"):
    """Polls until `condition` is true and returns what it returned. The time is for what never comes true, not for what
    a busy machine takes."""
    deadline = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come true within {timeout} s")
        time.sleep(0.02)


def free_port() -> int:
    """A port on which nobody listens, for servers that cannot choose one themselves."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def port_in(line: str) -> int | None:
    """The port that a log line announces, or nothing if it announces none."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    if not isinstance(entry, dict):
        return None
    for place in (entry, entry.get("metadata")):
        if isinstance(place, dict) and re.fullmatch(r"[1-9]\d*", str(place.get("port", ""))):
            return int(place["port"])
    return None


@dataclass
class Service:
    """`math serve` on a free port with a data directory of its own."""

    data_dir: Path
    settings: dict[str, str] = field(default_factory=dict)
    # What starts it, if it must not be the first that is started.
    starter: tuple[str, ...] = ()
    process: subprocess.Popen | None = None
    port: int = 0
    log: list[str] = field(default_factory=list)
    output: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def events_db(self) -> Path:
        return self.data_dir / "events.db"

    @property
    def service_db(self) -> Path:
        return self.data_dir / "service.db"

    def start(self, timeout: float = 60, until_ready: bool = True) -> Service:
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [*self.starter, executable(), "serve"],
            env=environment(self.data_dir, **self.settings),
            cwd=self.data_dir.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        announced = threading.Event()
        self.port = 0
        process = self.process

        def read_log():
            for line in process.stderr:
                self.log.append(line.rstrip("\n"))
                if not announced.is_set() and (port := port_in(line)):
                    self.port = port
                    announced.set()
            announced.set()

        threading.Thread(target=read_log, daemon=True).start()
        threading.Thread(target=lambda: self.output.extend(process.stdout), daemon=True).start()
        if not announced.wait(timeout) or not self.port:
            self.kill()
            raise AssertionError("the service announced no port:\n" + "\n".join(self.log[-40:]))
        if until_ready:
            wait_until(self.is_ready, timeout, "GET /readyz answering 200")
        return self

    def is_ready(self) -> bool:
        try:
            return httpx.get(self.url + "/readyz", timeout=60).status_code == 200
        except httpx.TransportError:
            return False

    def terminate(self, timeout: float = 60) -> int:
        """SIGTERM, and the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout)

    def kill(self) -> None:
        """SIGKILL: no handler runs."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(60)

    def client(self, token: str | None = None, **options) -> httpx.Client:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=60, **options)

    def register(self, name: str, password: str = PASSWORD) -> None:
        response = httpx.post(self.url + "/register", json={"username": name, "password": password}, timeout=60)
        assert response.status_code == 200, response.text

    def sign_in(self, name: str, password: str = PASSWORD) -> dict:
        response = httpx.post(self.url + "/token", data={"username": name, "password": password}, timeout=60)
        assert response.status_code == 200, response.text
        return response.json()

    def user(self, name: str) -> httpx.Client:
        """A new user, signed in."""
        self.register(name)
        return self.client(self.sign_in(name)["access_token"])

    def administrator(self) -> httpx.Client:
        return self.client(self.sign_in(*ADMIN)["access_token"])


def stored_messages(events_db: Path) -> list[dict]:
    """Every message of the event store, oldest first."""
    with sqlite3.connect(f"file:{events_db}?mode=ro", uri=True) as database:
        return [json.loads(text) for (text,) in database.execute("SELECT message FROM kafka_logs ORDER BY id")]


def assert_error(response: httpx.Response, status: int, code: str | None = None, detail: str | None = None) -> dict:
    """The contract's error shape, whole: `detail`, `code`, `request_id` and nothing else."""
    assert response.status_code == status, f"{response.request.method} {response.request.url}: {response.text}"
    assert response.headers["content-type"].split(";")[0] == "application/json"
    body = response.json()
    assert set(body) == {"detail", "code", "request_id"}, body
    assert body["request_id"] == response.headers["x-request-id"]
    assert re.fullmatch(r"[a-z][a-z0-9_]*", body["code"]), body
    if isinstance(body["detail"], list):
        assert body["detail"], "a list of faults is never empty"
        for fault in body["detail"]:
            known = {"type", "loc", "msg", "input", "offset", "length", "hint"}
            assert {"type", "loc", "msg"} <= set(fault) <= known, fault
            assert ("offset" in fault) == ("length" in fault), fault
            assert fault["loc"][0] in ("query", "body", "path", "header"), fault
            assert fault["msg"].strip(), fault
        assert body["code"] == body["detail"][0]["type"]
    else:
        assert isinstance(body["detail"], str) and body["detail"].strip()
    if code is not None:
        assert body["code"] == code, body
    if detail is not None:
        assert body["detail"] == detail, body
    return body


def events_of(client: httpx.Client, **query) -> list[dict]:
    """The first page of the events that a query finds."""
    response = client.get("/events", params=query)
    assert response.status_code == 200, response.text
    return response.json()["events"]
