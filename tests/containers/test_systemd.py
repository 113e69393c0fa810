"""The Debian package under systemd itself: what runs is shut in as its unit says, and logs one JSON object a line."""

from __future__ import annotations

import json
import re
import subprocess
import time
from pathlib import Path

import httpx
import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OPERATIONS = (ROOT / "docs/operations.md").read_text()
PASSWORD = "a long enough passphrase"
PORT = 18801
URL = f"http://127.0.0.1:{PORT}"


class Machine:
    """A container that systemd has started."""

    def __init__(self, docker: dict[str, str], image: str):
        self.docker = docker
        rights = ("SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE")
        groups = Path("/sys/fs/cgroup/systemd")
        groups = groups if groups.is_dir() else groups.parent
        self.id = self.engine(
            "run", "--detach", *(f"--cap-add={right}" for right in rights), "--security-opt=seccomp=unconfined",
            "--security-opt=apparmor=unconfined", "--cgroupns=host", f"--volume={groups}:{groups}", "--tmpfs=/run",
            "--tmpfs=/tmp", "--env=container=docker", f"--publish=127.0.0.1:{PORT}:8000", image,
        )  # fmt: skip

    def engine(self, *arguments: str) -> str:
        done = subprocess.run(["docker", *arguments], env=self.docker, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def run(self, *command: str) -> str:
        return self.engine("exec", self.id, *command)

    def is_up(self) -> bool:
        """Whether systemd has started what there is to start; at first it cannot even be asked."""
        asked = subprocess.run(
            ["docker", "exec", self.id, "systemctl", "is-active", "multi-user.target"],
            env=self.docker, capture_output=True, text=True,
        )  # fmt: skip
        return asked.stdout.strip() == "active"

    def state(self, unit: str) -> str:
        return self.run("systemctl", "show", "--property=ActiveState", "--value", unit)

    def log(self, unit: str) -> list[str]:
        """What the unit's processes have said since it was started last, and not what systemd says of it."""
        id = self.run("systemctl", "show", "--property=InvocationID", "--value", unit)
        said = self.run("journalctl", f"_SYSTEMD_INVOCATION_ID={id}", "--output=cat", "--no-pager")
        return said.splitlines()


@pytest.fixture(scope="module")
def machine(docker, tmp_path_factory):
    (package,) = (ROOT / "dist").glob("math-microservice_*.deb")
    context = tmp_path_factory.mktemp("systemd")
    (context / package.name).write_bytes(package.read_bytes())
    subprocess.run(
        ["docker", "build", "--quiet", "--tag", "math-test-systemd", "--file", HERE / "systemd.Dockerfile", context],
        env=docker, check=True, capture_output=True,
    )  # fmt: skip
    running = Machine(docker, "math-test-systemd")
    try:
        wait_until(running.is_up, "the machine being up")
        # It was installed where no systemd ran.
        wait_until(lambda: running.state("math-serve") == "active", "the service being started with the machine")
        settings = "HOST=0.0.0.0\nACCESS_LOG_EVERY=1\n"
        running.run("bash", "-c", f"printf '{settings}' >>/etc/math-microservice/environment")
        running.run("systemctl", "restart", "math-serve")
        wait_until(is_ready, "the service being ready")
        yield running
    finally:
        running.engine("rm", "--force", running.id)


def wait_until(condition, what: str, timeout: float = 60):
    deadline = time.monotonic() + timeout
    while not (value := condition()):
        assert time.monotonic() < deadline, f"{what} did not come true"
        time.sleep(0.2)
    return value


def is_ready() -> bool:
    try:
        return httpx.get(URL + "/readyz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def sign_in() -> httpx.Client:
    token = httpx.post(URL + "/token", data={"username": "alice", "password": PASSWORD}, timeout=30).json()
    return httpx.Client(base_url=URL, headers={"Authorization": f"Bearer {token['access_token']}"}, timeout=30)


def test_it_calculates_in_processes_of_its_own_and_serves_the_page(machine):
    assert httpx.post(URL + "/register", json={"username": "alice", "password": PASSWORD}).status_code == 200
    with sign_in() as alice:
        assert alice.get("/math/add?a=0.1&b=0.2").json()["exact"] == "3/10"
        loop = "f(n) = n <= 1 ? 1 : n f(n - 1); f(300) / f(298)"
        assert alice.post("/math/evaluate", json={"expr": loop}).json()["exact"] == "89700"
        assert alice.get("/events").json()["events"][0]["event"] == "evaluate"
    assert '<div id="root">' in httpx.get(URL + "/", headers={"Accept": "text/html"}).text
    assert "swagger-ui" in httpx.get(URL + "/docs").text


def test_the_unit_is_shut_in(machine):
    process = machine.run("systemctl", "show", "--property=MainPID", "--value", "math-serve")
    status = dict(re.findall(r"^(\w+):\s*(.*)$", machine.run("cat", f"/proc/{process}/status"), flags=re.MULTILINE))
    assert status["NoNewPrivs"] == "1" and status["Seccomp"] == "2"
    assert {status[name] for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")} == {"0" * 16}
    assert machine.run("stat", "--format=%U", f"/proc/{process}") == "math-microservice"
    mounts = machine.run("cat", f"/proc/{process}/mounts")
    assert re.search(r" / \S+ ro[, ]", mounts) and re.search(r" /var/lib/math-microservice \S+ rw[, ]", mounts)


def test_the_journal_has_one_json_object_a_line(machine):
    lines = machine.log("math-serve")
    assert len(lines) > 3
    assert all({"ts", "level", "msg"} <= set(json.loads(line)) for line in lines)


def test_a_killed_service_is_started_again_and_knows_what_it_knew(machine):
    process = machine.run("systemctl", "show", "--property=MainPID", "--value", "math-serve")
    machine.run("bash", "-c", f"kill -9 {process}")
    wait_until(
        lambda: machine.run("systemctl", "show", "--property=NRestarts", "--value", "math-serve") == "1", "a start"
    )
    wait_until(is_ready, "the service being ready again")
    with sign_in() as alice:
        assert {"add", "evaluate"} <= {entry["operation"] for entry in alice.get("/history").json()}


def test_failing_quickly_and_often_it_is_started_again_all_the_same(machine):
    def process() -> str:
        return machine.run("systemctl", "show", "--property=MainPID", "--value", "math-serve")

    for _ in range(7):
        wait_until(lambda: process() != "0", "a process")
        machine.run("bash", "-c", f"kill -9 {process()}")
    wait_until(is_ready, "the service being ready again")


def test_a_secret_comes_as_a_credential_that_nobody_else_can_read(machine):
    """The lines of docs/operations.md."""
    settings = re.search(r"```ini\n(\[Service\]\nLoadCredential.*?)```", OPERATIONS, flags=re.DOTALL)[1]
    key = machine.run(
        "bash", "-c", "umask 077; head -c 32 /dev/urandom | base64 | tee /etc/math-microservice/secret_key"
    )
    folder = "/etc/systemd/system/math-serve.service.d"
    machine.run("mkdir", "-p", folder)
    machine.run("bash", "-c", f"printf '%s' '{settings}' >{folder}/override.conf")
    with sign_in() as before:
        machine.run("systemctl", "daemon-reload")
        machine.run("systemctl", "restart", "math-serve")
        wait_until(is_ready, "the service being ready with its credential")
        assert before.get("/me").status_code == 401, "another key"
    process = machine.run("systemctl", "show", "--property=MainPID", "--value", "math-serve")
    environment = machine.run("cat", f"/proc/{process}/environ")
    assert "SECRET_KEY_FILE=/run/credentials/" in environment and key not in environment
    with sign_in() as alice:
        assert alice.get("/me").status_code == 200


def test_a_setting_that_cannot_work_is_not_tried_again(machine):
    machine.run("systemctl", "start", "math-consume")
    wait_until(lambda: machine.state("math-consume") == "failed", "the consumer having given up")
    assert machine.run("systemctl", "show", "--property=ExecMainStatus", "--value", "math-consume") == "78"
    assert any("KAFKA_BROKER" in line for line in machine.log("math-consume"))


def test_backup_and_accounts_from_the_machine_itself(machine):
    as_service = ("runuser", "-u", "math-microservice", "--")
    data = "--data-dir=/var/lib/math-microservice"
    assert "alice" in machine.run(*as_service, "math", "user", "list", data)
    machine.run(
        "install", "-d", "-m", "0700", "-o", "math-microservice", "-g", "math-microservice", "/var/backups/math"
    )
    machine.run(*as_service, "math", "backup", "/var/backups/math/day", data)
    assert "events.db" in machine.run("ls", "/var/backups/math/day")


def test_it_stops_when_it_is_told_to_and_is_removed(machine):
    machine.run("systemctl", "stop", "math-serve")
    assert machine.run("systemctl", "show", "--property=Result", "--value", "math-serve") == "success"
    machine.run("systemctl", "start", "math-serve")
    wait_until(is_ready, "the service being ready")
    machine.run("dpkg", "--remove", "math-microservice")
    assert machine.state("math-serve") == "inactive"
    assert "service.db" in machine.run("ls", "/var/lib/math-microservice")


def test_installed_again_it_runs_again(machine):
    machine.run("bash", "-c", "dpkg --install /packages/*.deb")
    wait_until(is_ready, "the service being ready")
    assert machine.run("systemctl", "is-enabled", "math-serve") == "enabled"
