"""The compose file, the images and `.env.example` against the code: every variable, port, path and command."""

from __future__ import annotations

import json
import re
import shutil
import stat
import subprocess

import pytest
import yaml
from service import ROOT, executable

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
EMBEDDED = yaml.safe_load((ROOT / "docker-compose.embedded.yml").read_text())
TEXT = (ROOT / "docker-compose.yml").read_text()
SERVICES = COMPOSE["services"]
OURS = ("backend", "consumer")
# Who is given which secret; whatever else is one is kept from everybody.
SECRETS = {
    "backend": {"SECRET_KEY", "SECRET_KEY_PREVIOUS", "ADMIN_PASSWORD", "METRICS_TOKEN"},
    "consumer": set(),
    "grafana": {"GRAFANA_PASSWORD"},
}
IMAGE = (ROOT / "Dockerfile").read_text()
NGINX = (ROOT / "frontend/nginx.conf").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
INTERPOLATED = dict(re.findall(r"\$\{(\w+):[-?]([^}]*)\}", TEXT))
EXAMPLES = {name: (value, bool(off)) for off, name, value in re.findall(r"^(#?)([A-Z_]+)=(.*)$", EXAMPLE, flags=re.M)}


@pytest.fixture(scope="module")
def commands() -> dict[str, dict]:
    dumped = subprocess.run([executable(), "--experimental-dump-help"], capture_output=True, check=True).stdout
    return {command["commandName"]: command for command in json.loads(dumped)["command"]["subcommands"]}


@pytest.fixture(scope="module")
def settings(commands) -> dict[str, str]:
    """Every variable of the service with its default, as the help says them; a secret has no flag and no default."""
    found = dict.fromkeys(SECRETS["backend"], "")
    for command in ("serve", "consume"):
        for argument in commands[command]["arguments"]:
            if match := re.search(r"(.*)\(\$([A-Z_]+)\)$", argument.get("abstract", "")):
                default = re.search(r"default ([^;,]+?)(?: in the data directory)?\.? ?$", match[1].strip())
                found[match[2]] = default[1] if default else ""
    return found


def published(service: str) -> list[tuple[str, str]]:
    """Default host port and container port."""
    return [re.fullmatch(r"\$\{BIND_ADDRESS:-127\.0\.0\.1\}:\$\{\w+:-(\d+)\}:(\d+)", port).groups()
            for port in SERVICES[service]["ports"]]  # fmt: skip


def test_every_command_is_one_of_the_executable(commands):
    assert 'ENTRYPOINT ["math"]' in IMAGE and 'CMD ["serve"]' in IMAGE
    assert [SERVICES[name]["command"] for name in OURS] == [["serve"], ["consume"]]
    assert all(SERVICES[name]["command"][0] in commands for name in OURS)


def test_every_variable_is_a_setting_of_the_service(settings):
    for name in OURS:
        given = {variable for variable, value in SERVICES[name]["environment"].items() if value}
        assert given <= set(settings), name
    baked = dict(pair.split("=") for pair in re.search(r"^ENV (.*)$", IMAGE, flags=re.M)[1].split())
    assert set(baked) <= set(settings)
    for name, value in baked.items():
        assert SERVICES["backend"]["environment"][name] == value


def test_a_secret_is_given_to_who_needs_it_alone():
    secrets = {name for name in EXAMPLES if re.search(r"(SECRET_KEY|PASSWORD|_TOKEN)(_PREVIOUS)?$", name)}
    assert {"SECRET_KEY", "ADMIN_PASSWORD", "GRAFANA_PASSWORD"} <= secrets
    for name, service in SERVICES.items():
        environment = service.get("environment", {})
        if "env_file" in service:
            # Everything of .env comes in, but for what is empty here.
            kept_out = {variable for variable, value in environment.items() if value == ""}
            assert secrets - kept_out - SECRETS[name] == set(), name
        else:
            interpolated = set(re.findall(r"\$\{(\w+)", json.dumps(service)))
            assert interpolated & secrets == SECRETS.get(name, set()), name


def test_an_image_is_made_by_one_service_and_run_by_the_others():
    """Two that export the same name at the same time is what a current Docker refuses."""
    built = [service["image"] for service in SERVICES.values() if "build" in service]
    assert len(built) == len(set(built)), built
    for name, service in SERVICES.items():
        if "build" not in service and service["image"] in built:
            assert service["pull_policy"] == "never", name
    targets = set(re.findall(r"^FROM \S+ AS (\w+)$", IMAGE, flags=re.M))
    assert {SERVICES[name]["build"]["target"] for name in ("backend", "frontend")} <= targets
    assert IMAGE.rstrip().endswith('CMD ["serve"]'), "without a target, docker build makes the service"


def test_an_image_says_what_it_is():
    number = (ROOT / "VERSION").read_text().strip()
    assert set(re.findall(r"^ARG MATH_VERSION=(.*)$", IMAGE, flags=re.M)) == {number}
    for label in ("title", "description", "version", "licenses"):
        assert IMAGE.count(f"org.opencontainers.image.{label}=") == 2, label
    assert all(SERVICES[name]["build"]["args"] == ["MATH_VERSION"] for name in ("backend", "frontend"))
    assert re.search(r"^VOLUME /data$", IMAGE, flags=re.M)


def test_what_runs_has_a_bound():
    for name, service in SERVICES.items():
        assert service["logging"] == COMPOSE["x-logging"], name
        assert int(service["logging"]["options"]["max-file"]) > 1
        assert re.fullmatch(r"\$\{\w+_MEMORY:-\d+[mg]\}", service["mem_limit"]), name


def test_without_kafka_one_container_is_the_whole_service():
    (service,) = EMBEDDED["services"].values()
    assert service["extends"] == {"file": "docker-compose.yml", "service": "backend"}
    assert service["environment"]["KAFKA_BROKER"] == "" and "depends_on" not in SERVICES["backend"]
    assert EMBEDDED["name"] == COMPOSE["name"] and set(EMBEDDED["volumes"]) == {"data"}
    assert "/usr/share/math-microservice/web" in IMAGE.split(" AS service")[1]


def test_the_example_documents_every_variable_and_nothing_else(settings):
    # In Compose the containers decide where they listen and keep their files.
    own = {name for name in EXAMPLES if name.startswith("KAFKA_CONFIG_")}
    assert set(EXAMPLES) - own == set(settings) | set(INTERPOLATED)
    for name in EXAMPLES:
        before = EXAMPLE[: re.search(rf"^#?{name}=", EXAMPLE, flags=re.M).start()].rstrip().splitlines()
        comment = [line for line in reversed(before) if not re.match(r"#?[A-Z_]+=", line)][0]
        assert comment.startswith("# "), f"{name} has no comment"


def test_the_example_shows_the_true_defaults(settings):
    for name, (value, off) in EXAMPLES.items():
        if name.startswith("KAFKA_CONFIG_") or name in (
            "SQLITE_DB",
            "WEB_ROOT",
            "LOG_FORMAT",
            "KAFKA_BROKER",
            "TRUSTED_PROXIES",
        ):
            continue
        if name in settings:
            assert value == settings[name], name
        elif name not in ("SECRET_KEY", "GRAFANA_PASSWORD"):
            assert value == INTERPOLATED[name], name
        assert off or name in ("SECRET_KEY", "GRAFANA_PASSWORD"), f"{name} is set by the example"
    for name in ("KAFKA_BROKER", "TRUSTED_PROXIES"):
        assert EXAMPLES[name] == (INTERPOLATED[name], True)


def test_every_port_is_the_one_that_is_listened_on(settings):
    assert published("backend") == [("8000", "8000")] and settings["PORT"] == "8000"
    assert SERVICES["backend"]["environment"]["PORT"] == "8000" and "EXPOSE 8000" in IMAGE
    assert published("frontend") == [("5173", "5173")]
    assert "listen 5173;" in NGINX and "EXPOSE 5173" in IMAGE
    assert "http://backend:8000" in NGINX
    assert settings["CORS_ORIGINS"] == "http://localhost:5173"
    assert '"backend:8000"' in (ROOT / "infra/prometheus/prometheus.yml").read_text()
    assert published("prometheus") == [("9090", "9090")]
    assert "http://prometheus:9090" in (ROOT / "infra/grafana/provisioning/datasources/prometheus.yml").read_text()
    assert published("grafana") == [("3000", "3000")]


def test_the_broker_is_reached_by_its_name_and_keeps_its_data():
    broker = SERVICES["zookeeper-kafka"]
    assert INTERPOLATED["KAFKA_BROKER"] == "zookeeper-kafka:9092"
    listeners, advertised = (
        dict(listener.split("://", 1) for listener in broker["environment"][name].split(","))
        for name in ("KAFKA_LISTENERS", "KAFKA_ADVERTISED_LISTENERS")
    )
    assert advertised == {"PLAINTEXT": "zookeeper-kafka:9092", "HOST": "localhost:${KAFKA_PORT:-9092}"}
    assert broker["ports"] == [f"127.0.0.1:${{KAFKA_PORT:-9092}}{listeners['HOST']}"]
    named = {pair.split(":")[0] for pair in broker["environment"]["KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"].split(",")}
    assert named == set(listeners)
    assert broker["volumes"] == [f"kafka:{broker['environment']['KAFKA_LOG_DIRS']}"]


def test_a_broker_of_ones_own_is_not_waited_for_another():
    for name in (*OURS, "frontend"):
        assert "zookeeper-kafka" not in SERVICES[name].get("depends_on", {}), name


@pytest.mark.parametrize("name", ["zookeeper-kafka", "kafka-with-zookeeper"])
def test_a_broker_is_asked_often_at_the_start_alone(name):
    check = SERVICES[name]["healthcheck"]
    assert check["interval"].endswith("m") and check["start_interval"] == "3s"


def test_the_broker_with_zookeeper_is_built_from_what_is_there_and_keeps_its_data():
    broker = SERVICES["kafka-with-zookeeper"]
    folder = ROOT / broker["build"]
    image, start = (folder / "Dockerfile").read_text(), (folder / "start.sh").read_text()
    for sources in re.findall(r"^COPY (?:--\S+ )*(.*) \S+$", image, flags=re.M):
        assert all((folder / source).exists() for source in sources.split()), sources
    assert all(f"${name}" in start for name in broker["environment"])
    assert EXAMPLES["KAFKA_ADVERTISED_LISTENERS"][0] == "PLAINTEXT://kafka-with-zookeeper:9092"
    (volume,) = broker["volumes"]
    directory = volume.split(":")[1]
    assert f"${{KAFKA_DATA:-{directory}}}" in start and f"appuser:appuser {directory}\n" in image
    assert INTERPOLATED["KAFKA_VERSION"].startswith("4."), "the broker without ZooKeeper is of the present series"
    assert "FROM apache/kafka:3.9." in image, "the last series that works with ZooKeeper"


def test_every_path_is_there():
    for name, service in SERVICES.items():
        for volume in service.get("volumes", []):
            source, target = volume.split(":")[:2]
            if source.startswith("."):
                assert (ROOT / source).is_dir(), (name, source)
            else:
                assert source in COMPOSE["volumes"], (name, source)
            assert target.startswith("/")
    mounted = dict(volume.split(":")[:2] for volume in SERVICES["grafana"]["volumes"] if volume.startswith("."))
    provider = yaml.safe_load((ROOT / "infra/grafana/provisioning/dashboards/math.yml").read_text())
    assert provider["providers"][0]["options"]["path"] == mounted["./infra/grafana/dashboards"]
    home = SERVICES["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]
    assert (
        home.startswith(mounted["./infra/grafana/dashboards"])
        and (ROOT / "infra/grafana/dashboards/math.json").exists()
    )
    for name in OURS:
        assert SERVICES[name]["volumes"] == ["data:/data"]
        assert SERVICES[name]["environment"]["SQLITE_DB"].startswith("/data/"), "both mean the same file"


def test_the_images_are_built_from_what_their_context_has():
    """And what is in a clean clone: what lies about here alone is in nobody else's context."""
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    allowed = {line[1:] for line in ignored if line.startswith("!")}
    assert "*" in ignored
    copied = [
        source for sources in re.findall(r"^COPY (?!--from)(.*) \S+$", IMAGE, flags=re.M) for source in sources.split()
    ]
    assert len(copied) > 10
    for source in copied:
        assert any(source == path or source.startswith(path + "/") for path in allowed), f"{source} is kept out"
        assert tracked(source), f"{source} is in no clean clone"
    for path in allowed:
        assert any(source == path or source.startswith(path + "/") for source in copied), f"nothing is made of {path}"


def tracked(path: str) -> list[str]:
    command = ["git", "-C", ROOT, "ls-files", "--", path]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_what_runs_is_shut_in():
    for name in (*OURS, "frontend"):
        service = SERVICES[name]
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert re.search(r"^USER math$", IMAGE, flags=re.M)
    assert re.search(r"^USER www-data$", IMAGE, flags=re.M)
    for name in OURS:
        # Ten seconds for requests and five for events, and then some.
        assert int(SERVICES[name]["stop_grace_period"].rstrip("s")) > 15


def test_nothing_starts_before_what_it_needs_is_healthy():
    for service in SERVICES.values():
        needs = service.get("depends_on", {})
        for needed in needs if isinstance(needs, dict) else {}:
            assert needs[needed]["condition"] == "service_healthy"
            assert "healthcheck" in SERVICES[needed] or needed == "backend"
    # The image's own health check asks the address of the service: a sibling that serves nothing has its own.
    assert "/readyz" in IMAGE and "healthcheck" in SERVICES["consumer"]


def test_make_env_fills_in_secrets_once(tmp_path):
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/env.sh", tmp_path / "scripts")
    shutil.copy(ROOT / ".env.example", tmp_path)
    subprocess.run([tmp_path / "scripts/env.sh"], check=True, capture_output=True)
    made = (tmp_path / ".env").read_text()
    values = dict(re.findall(r"^([A-Z_]+)=(.*)$", made, flags=re.M))
    assert set(values) == {"SECRET_KEY", "GRAFANA_PASSWORD"}
    assert len(values["SECRET_KEY"]) >= 32 and values["SECRET_KEY"] != values["GRAFANA_PASSWORD"]
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600
    subprocess.run([tmp_path / "scripts/env.sh"], check=True, capture_output=True)
    assert (tmp_path / ".env").read_text() == made


def test_the_made_file_and_every_example_line_is_taken_by_the_service(tmp_path):
    """All lines switched on, in production: the service finds fault with nothing but what the test makes it refuse."""
    lines = re.sub(r"^#([A-Z_]+=.+)$", r"\1", EXAMPLE, flags=re.M)
    lines = lines.replace("SECRET_KEY=\n", "SECRET_KEY=0123456789abcdefghijklmnopqrstuvwxyz\n")
    lines = lines.replace("APP_ENV=development", "APP_ENV=production")
    (tmp_path / ".env").write_text(lines)
    refused = subprocess.run(
        [executable(), "serve", "--port", "refuse"],
        cwd=tmp_path, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True,
    )  # fmt: skip
    assert refused.returncode == 78
    faults = [line for line in refused.stderr.splitlines() if re.match(r"\s+[A-Z_]+", line)]
    assert len(faults) == 1 and "PORT" in faults[0], refused.stderr
