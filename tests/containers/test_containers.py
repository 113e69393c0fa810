"""The images as they are shipped, brought up by the compose file as it is shipped, but for the broker.

The tests are the chapters of one story and run in their order.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import httpx
import pytest
from legacy import make_events, make_requests, message

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PASSWORD = "a long enough passphrase"
# The addresses that are published on this machine, away from those that somebody may be using.
PORTS = {"BACKEND_PORT": "18800", "FRONTEND_PORT": "15173", "PROMETHEUS_PORT": "19090"}
BACKEND, FRONTEND, PROMETHEUS = "http://127.0.0.1:18800", "http://127.0.0.1:15173", "http://127.0.0.1:19090"
BASE_LIMIT = 150 * 1000 * 1000


class Compose:
    def __init__(self, docker: dict[str, str], env_file: Path):
        self.environment = docker
        self.command = [
            "docker", "compose", "--project-name", "math-test", "--project-directory", str(ROOT),
            "--env-file", str(env_file), "--file", str(ROOT / "docker-compose.yml"),
            "--file", str(HERE / "docker-compose.override.yml"),
        ]  # fmt: skip

    def __call__(self, *arguments: str, check: bool = True, timeout: float = 3000) -> str:
        done = subprocess.run(
            [*self.command, *arguments], env=self.environment, capture_output=True, text=True, timeout=timeout
        )
        assert not check or done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout

    def raw(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """The same for what is no text."""
        done = subprocess.run([*self.command, *arguments], env=self.environment, capture_output=True, input=stdin)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def docker(self, *arguments: str) -> str:
        done = subprocess.run(["docker", *arguments], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def up(self, *arguments: str) -> None:
        self("up", "--detach", "--wait", "--wait-timeout", "180", *arguments)

    def query(self, sql: str) -> list[list]:
        """What the consumer's store says, read through a copy that the service's own command makes."""
        self("exec", "-T", "backend", "math", "backup", "/tmp/copy")
        try:
            read = (
                f"import sqlite3,json;print(json.dumps(sqlite3.connect('copy/events.db').execute({sql!r}).fetchall()))"
            )
            id = self("ps", "--quiet", "backend").strip()
            folder = Path(self.environment.get("MATH_COPY", "/var/tmp")) / "math-copy"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            packed = subprocess.run(
                ["docker", "exec", id, "tar", "-C", "/tmp", "-c", "copy"], env=self.environment, capture_output=True
            )
            assert packed.returncode == 0, packed.stderr
            subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
            return json.loads(
                subprocess.run(["python3", "-c", read], cwd=folder, capture_output=True, text=True).stdout
            )
        finally:
            self("exec", "-T", "backend", "rm", "-r", "/tmp/copy")


@pytest.fixture(scope="module")
def compose(docker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("compose")
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    shutil.copy(ROOT / ".env.example", folder)
    subprocess.run([folder / "scripts/env.sh"], check=True)
    env_file = folder / ".env"
    env_file.write_text(env_file.read_text() + "".join(f"{name}={value}\n" for name, value in PORTS.items()))
    running = Compose(docker, env_file)
    running("down", "--volumes", "--remove-orphans", check=False)
    yield running
    running("down", "--volumes", "--remove-orphans")


def wait_until(condition, timeout: float = 60):
    deadline = time.monotonic() + timeout
    while not (value := condition()):
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(0.3)
    return value


def sign_in(base: str) -> httpx.Client:
    answer = httpx.post(base + "/token", data={"username": "alice", "password": PASSWORD}, timeout=30)
    assert answer.status_code == 200, answer.text
    return httpx.Client(base_url=base, headers={"Authorization": f"Bearer {answer.json()['access_token']}"}, timeout=30)


def stored(compose) -> list[list]:
    return compose.query("SELECT event, message ->> '$.request_id' FROM kafka_logs ORDER BY id")


def test_the_images_build(compose):
    compose("build")


def test_from_no_images_it_comes_up_time_after_time(compose):
    """Images are removed, and what has been compiled is kept: as when somebody clears up, or a machine is made anew."""
    for number in range(5):
        images = ("math-microservice", "math-microservice-frontend", "math-test-broker")
        compose.docker("image", "rm", "--force", *images)
        compose.up("--build")
        if number == 0:
            answer = httpx.post(FRONTEND + "/register", json={"username": "alice", "password": PASSWORD}, timeout=30)
            assert answer.status_code == 200, answer.text
        with sign_in(FRONTEND) as alice:
            id = f"round-{number}"
            answer = alice.get(f"/math/add?a={number}&b=1", headers={"X-Request-ID": id})
            assert answer.json()["result"] == number + 1
            wait_until(
                lambda id=id, alice=alice: id in {each["request_id"] for each in alice.get("/events").json()["events"]}
            )
        compose("down")
    compose("down", "--volumes")


def test_the_service_is_small_and_has_swift_inside(compose):
    def size(image: str) -> int:
        return int(compose.docker("image", "inspect", "--format", "{{.Size}}", image))

    added = size("math-microservice") - size("debian:bookworm-slim")
    print(f"\n{added / 1e6:.0f} MB beside the base")
    assert added < BASE_LIMIT
    libraries = compose.docker("run", "--rm", "--entrypoint", "ldd", "math-microservice", "/usr/bin/math")
    assert "not found" not in libraries and "swift" not in libraries.lower()
    assert compose.docker("run", "--rm", "--entrypoint", "id", "math-microservice", "-un") == "math"


def test_an_image_says_what_it_is_and_what_it_is_made_of(compose):
    image = json.loads(compose.docker("image", "inspect", "math-microservice"))[0]["Config"]
    labels = {name.removeprefix("org.opencontainers.image."): value for name, value in image["Labels"].items()}
    assert labels["title"] == "math-microservice" and labels["licenses"] == "Apache-2.0"
    assert compose.docker("run", "--rm", "math-microservice", "--version") == labels["version"]
    assert list(image["Volumes"]) == ["/data"]
    read = ("run", "--rm", "--entrypoint", "cat", "math-microservice")
    parts = json.loads(compose.docker(*read, "/usr/share/doc/math-microservice/sbom.cdx.json"))
    assert parts["metadata"]["component"]["version"] == labels["version"]
    listed = {part["name"]: part["version"] for part in parts["components"]}
    assert {"GRDB.swift", "hummingbird", "swift-nio", "react", "katex", "swagger-ui-dist"} <= set(listed)
    missing = {name for name in documented_parts() if name not in listed}
    assert not missing
    packages = linked_packages(compose)
    assert {"librdkafka1", "libflint17", "libc6"} <= set(packages)
    assert packages.items() <= listed.items(), "what was compiled with is what is here"
    assert "Gwendal Roué" in compose.docker(*read, "/usr/share/doc/math-microservice/NOTICE")


def documented_parts() -> list[str]:
    """The names of what docs/dependencies.md says is in the executable and in the web app."""
    sections = re.split(r"^## ", (ROOT / "docs/dependencies.md").read_text(), flags=re.M)
    wanted = [text for text in sections if text.startswith(("In the executable", "In the web app"))]
    names = re.findall(r"^\| \W*\[([^]]+)\]", "".join(wanted), flags=re.M)
    assert len(wanted) == 2 and len(names) > 30
    return names


def linked_packages(compose) -> dict[str, str]:
    """Debian's packages of the libraries that the executable is started with in the image, with their versions."""
    run = ("run", "--rm", "--entrypoint")
    linked = compose.docker(*run, "ldd", "math-microservice", "/usr/bin/math")
    files = re.findall(r"([^/\s]+\.so\S*)(?: =>| \()", linked)
    wanted = [f"*/{name}" for name in files if not name.startswith("linux-vdso")]
    owners = compose.docker(*run, "dpkg-query", "math-microservice", "--search", *wanted).splitlines()
    names = {line.split(":")[0] for line in owners}
    shown = compose.docker(
        *run, "dpkg-query", "math-microservice", "--show", "--showformat=${Package} ${Version}\n", *names
    )
    return dict(line.split() for line in shown.splitlines())


def test_the_image_alone_is_the_whole_service(compose):
    """The line of docs/operations.md, on another port."""
    (line,) = re.findall(r"^docker run --detach (.*)$", (ROOT / "docs/operations.md").read_text(), flags=re.M)
    for old, new in (
        ("127.0.0.1:8000:", "127.0.0.1:18802:"),
        ("name math-service ", "name math-alone "),
        ("math:/", "math-alone:/"),
    ):
        assert line.count(old) == 1, old
        line = line.replace(old, new)
    compose.docker("run", "--detach", *line.split())
    try:
        base = "http://127.0.0.1:18802"
        wait_until(lambda: answers(base))
        assert '<div id="root">' in httpx.get(base + "/", headers={"Accept": "text/html"}).text
        assert "swagger-ui" in httpx.get(base + "/docs").text
        assert httpx.get(base + "/readyz").json()["mode"] == "embedded"
        health = ("inspect", "--format", "{{.State.Health.Status}}", "math-alone")
        wait_until(lambda: compose.docker(*health) == "healthy")
    finally:
        compose.docker("rm", "--force", "math-alone")
        compose.docker("volume", "rm", "math-alone")


def test_without_kafka_compose_runs_one_container(compose):
    alone = [
        "docker", "compose", "--project-name", "math-test", "--project-directory", str(ROOT),
        "--env-file", compose.command[compose.command.index("--env-file") + 1],
        "--file", str(ROOT / "docker-compose.embedded.yml"),
    ]  # fmt: skip
    for arguments in (["up", "--detach", "--wait"], ["down", "--volumes"]):
        done = subprocess.run([*alone, *arguments], env=compose.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        if arguments[0] == "up":
            assert httpx.get(BACKEND + "/readyz").json()["mode"] == "embedded"


def test_a_first_start_comes_up_healthy_and_shows_no_error(compose):
    compose.up()
    states = [json.loads(line) for line in compose("ps", "--format", "json").splitlines()]
    health = {state["Service"]: state["Health"] for state in states}
    assert {health[name] for name in ("zookeeper-kafka", "backend", "consumer", "frontend")} == {"healthy"}
    log = compose("logs", "--no-log-prefix", "backend", "consumer", "frontend")
    assert "listening" in log and "consuming" in log
    for line in log.splitlines():
        assert "[error]" not in line and "[emerg]" not in line, line
        if line.startswith("{"):
            assert json.loads(line)["level"] not in ("error", "critical"), line


def test_a_secret_is_given_to_who_needs_it_alone(compose):
    given = {
        name: dict(line.split("=", 1) for line in compose("exec", "-T", name, "env").splitlines() if "=" in line)
        for name in ("backend", "consumer", "frontend")
    }
    assert len(given["backend"]["SECRET_KEY"]) >= 32 and not given["consumer"].get("SECRET_KEY")
    assert not any(environment.get("GRAFANA_PASSWORD") for environment in given.values())
    assert "SECRET_KEY" not in given["frontend"]


def test_what_runs_has_a_bound_of_memory_and_of_log(compose):
    for name in ("backend", "consumer", "frontend"):
        host = json.loads(compose.docker("inspect", compose("ps", "--quiet", name).strip()))[0]["HostConfig"]
        assert host["Memory"] >= 512 << 20 and host["PidsLimit"] > 0
        assert host["LogConfig"] == {"Type": "local", "Config": {"max-file": "5", "max-size": "20m"}}


def test_the_page_opens_on_5173(compose):
    page = httpx.get(FRONTEND + "/", headers={"Accept": "text/html"})
    assert page.status_code == 200 and '<div id="root">' in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    for path in re.findall(r'(?:src|href)="(/[^"]+)"', page.text):
        file = httpx.get(FRONTEND + path)
        assert file.status_code == 200 and file.headers["content-type"].split(";")[0] != "text/html", path
    assert httpx.get(FRONTEND + "/operations").text == page.text
    nowhere = httpx.get(FRONTEND + "/nowhere", headers={"Accept": "text/html"})
    assert (nowhere.status_code, nowhere.text) == (404, page.text), "both images have the same app"


@pytest.mark.parametrize("base", [BACKEND, FRONTEND], ids=["backend", "frontend"])
def test_one_registers_and_calculates(compose, base):
    if base == BACKEND:
        answer = httpx.post(base + "/register", json={"username": "alice", "password": PASSWORD}, timeout=30)
        assert answer.status_code == 200, answer.text
    with sign_in(base) as alice:
        id = "by-backend" if base == BACKEND else "by-frontend"
        answer = alice.get("/math/add?a=0.1&b=0.2", headers={"X-Request-ID": id})
        assert answer.json()["exact"] == "3/10"
        heavy = alice.post("/math/evaluate", json={"expr": "factor(x^4 - 1, x)"})
        assert heavy.status_code in (200, 422), "a worker process can be started in a shut-in container"


def test_the_events_come_by_kafka_into_the_consumers_store(compose):
    wait_until(lambda: {"by-backend", "by-frontend"} <= {id for _, id in stored(compose)})
    with sign_in(BACKEND) as alice:
        assert {"add", "register"} <= {event["event"] for event in alice.get("/events").json()["events"]}
    page = httpx.get(BACKEND + "/metrics").text
    assert float(re.search(r"^events_published_total (\S+)", page, flags=re.M)[1]) >= 3
    ready = httpx.get(BACKEND + "/readyz").json()
    assert ready["mode"] == "kafka" and ready["event_store"] == "ok"


def test_a_live_stream_comes_through_nginx(compose):
    with sign_in(FRONTEND) as alice, alice.stream("GET", "/events/stream") as stream:
        lines = stream.iter_lines()
        with sign_in(BACKEND) as other:
            other.get("/math/multiply?a=6&b=7", headers={"X-Request-ID": "seen-live"})
        assert any("seen-live" in line for line in lines)


def test_the_service_knows_who_asked_nginx(compose):
    """As when a proxy that ends TLS stands before the container: Docker's own network is between them."""
    headers = {"X-Request-ID": "from-far-away", "X-Forwarded-For": "203.0.113.7"}
    assert httpx.get(FRONTEND + "/me", headers=headers).status_code == 401

    def line() -> str | None:
        log = compose("logs", "--no-log-prefix", "backend").splitlines()
        return next((line for line in log if '"from-far-away"' in line), None)

    assert '"remote":"203.0.113.7"' in wait_until(line)


def test_the_root_file_systems_cannot_be_written(compose):
    for service in ("backend", "consumer", "frontend"):
        refused = subprocess.run(
            [*compose.command, "exec", "-T", service, "touch", "/etc/touched", "/usr/bin/touched"],
            env=compose.environment, capture_output=True, text=True,
        )  # fmt: skip
        assert refused.returncode != 0 and "Read-only file system" in refused.stderr


def test_a_killed_service_comes_back_by_itself(compose):
    id = compose("ps", "--quiet", "backend").strip()
    compose.docker("exec", id, "bash", "-c", "kill -9 $(cat /proc/1/task/1/children)")
    wait_until(lambda: compose.docker("inspect", "--format", "{{.RestartCount}}", id) == "1")
    wait_until(lambda: answers(BACKEND) and answers(FRONTEND))
    # The relay to the mock cluster was in the network of the container that was.
    compose("restart", "backend-relay")
    with sign_in(FRONTEND) as alice:
        answer = alice.get("/math/add?a=1&b=1", headers={"X-Request-ID": "after-the-kill"})
        assert answer.json()["result"] == 2
    wait_until(lambda: "after-the-kill" in {id for _, id in stored(compose)})


def answers(base: str) -> bool:
    try:
        return httpx.get(base + "/readyz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def test_down_and_up_loses_nothing(compose):
    with sign_in(BACKEND) as alice:
        for number in range(50):
            answer = alice.get(f"/math/add?a={number}&b=1", headers={"X-Request-ID": f"before-{number}"})
            assert answer.status_code == 200
        history = alice.get("/history?limit=100").json()
    # A broker keeps what it has acknowledged; the mock cluster forgets it.
    wait_until(lambda: httpx.get(BACKEND + "/readyz").json()["events_behind"] == 0)
    began = time.monotonic()
    compose("down")
    assert time.monotonic() - began < 60, "everything ends when it is told to"
    compose.up()
    with sign_in(FRONTEND) as alice:
        assert alice.get("/history?limit=100").json() == history
        alice.get("/math/add?a=2&b=2", headers={"X-Request-ID": "after"})
    everything = {f"before-{number}" for number in range(50)} | {"by-backend", "by-frontend", "seen-live", "after"}
    wait_until(lambda: everything <= {id for _, id in stored(compose)}, 120)
    ids = [id for _, id in stored(compose) if id in everything]
    assert len(ids) == len(set(ids)), "nothing twice"


def test_the_monitoring_profile_watches_the_service(compose):
    compose("--profile", "monitoring", "up", "--detach", "--build", "--wait", "--wait-timeout", "120", "prometheus")

    def query(expression: str) -> list[dict]:
        answer = httpx.get(PROMETHEUS + "/api/v1/query", params={"query": expression}, timeout=10)
        return answer.json()["data"]["result"]

    wait_until(lambda: [series["value"][1] for series in query('up{job="math"}')] == ["1"])
    assert float(query("events_stored_total")[0]["value"][1]) > 50
    rules = httpx.get(PROMETHEUS + "/api/v1/rules").json()["data"]["groups"][0]["rules"]
    assert len(rules) >= 7 and all(rule["health"] != "err" for rule in rules)
    configured = json.loads(compose("--profile", "monitoring", "config", "--format", "json"))["services"]
    for name in ("prometheus", "grafana"):
        for volume in configured[name]["volumes"]:
            assert volume["type"] == "volume" or Path(volume["source"]).is_dir()
    compose("--profile", "monitoring", "rm", "--stop", "--force", "prometheus")


def test_a_backup_comes_back_into_empty_volumes(compose):
    """The commands of docs/operations.md."""
    with sign_in(BACKEND) as alice:
        history = alice.get("/history?limit=100").json()
    compose("exec", "-T", "backend", "math", "backup", "/data/backups/day")
    archive = compose.raw("exec", "-T", "backend", "tar", "-cC", "/data/backups", ".")
    kept = {id for _, id in stored(compose)}
    compose("down", "--volumes")
    unpack = "mkdir -p backups && tar -xC backups"
    compose.raw("run", "--rm", "--no-deps", "-T", "--entrypoint", "bash", "backend", "-c", unpack, stdin=archive)
    compose("run", "--rm", "--no-deps", "backend", "restore", "/data/backups/day", "--replace")
    compose.up()
    with sign_in(FRONTEND) as alice:
        assert alice.get("/history?limit=100").json() == history
        alice.get("/math/add?a=3&b=3", headers={"X-Request-ID": "after-the-restore"})
    wait_until(lambda: kept | {"after-the-restore"} <= {id for _, id in stored(compose)}, 120)


def test_the_legacy_service_is_taken_over(compose, tmp_path):
    """The commands of docs/operations.md."""
    legacy = tmp_path / "legacy"
    legacy.mkdir()
    make_requests(legacy / "requests.db", [("carol", "carol@example.org", PASSWORD, "user")], [])
    make_events(legacy / "events.db", [message("pow", {"x": 2, "y": 10}, 1024, "carol", 1.7e9)])
    compose("down", "--volumes")
    mount = f"{legacy}:/legacy:ro"
    said = compose("run", "--rm", "--no-deps", "--volume", mount, "backend", "import-legacy", "/legacy")
    assert "Accounts: 1 taken over." in said and "Events: 1 taken over" in said
    compose.up()
    answer = httpx.post(BACKEND + "/token", data={"username": "carol", "password": PASSWORD}, timeout=30)
    assert answer.status_code == 200, answer.text
