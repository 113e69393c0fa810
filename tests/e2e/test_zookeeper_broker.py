"""The broker with ZooKeeper: its start script, run with stand-ins for Kafka's own two commands, and its image's files.

Kafka itself is not installed where the tests run. What is shown is what these two commands are given, in which order
they are started and stopped, and how their end is passed on.
"""

from __future__ import annotations

import re
import signal
import socket
import subprocess
from pathlib import Path

import pytest
import yaml
from service import ROOT, wait_until

FOLDER = ROOT / "infra/zookeeper-kafka"
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
STAND_IN = """#!/usr/bin/env bash
name=$(basename "$0" -server-start.sh)
cp "$1" "{folder}/$name.given"
echo "$name starts" >>"{folder}/order"
trap 'echo "$name stops" >>"{folder}/order"; kill $listener; exit 143' TERM
python3 -m http.server --bind 127.0.0.1 {port} >/dev/null 2>&1 & listener=$!
[ -z "${{DIES:-}}" ] || [ "$DIES" != "$name" ] || {{ kill $listener; exit 3; }}
wait
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Broker:
    """The start script beside stand-ins for ZooKeeper, which listens on a port, and Kafka."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        (folder / "bin").mkdir()
        for name, port in (("zookeeper", self.port), ("kafka", free_port())):
            command = folder / f"bin/{name}-server-start.sh"
            command.write_text(STAND_IN.format(folder=folder, port=port))
            command.chmod(0o755)
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "KAFKA_HOME": str(folder),
            "KAFKA_DATA": str(folder / "data"),
            "KAFKA_LISTENERS": "PLAINTEXT://0.0.0.0:9092",
            "KAFKA_ADVERTISED_LISTENERS": "PLAINTEXT://broker.example:9092",
            "KAFKA_ZOOKEEPER_CONNECT": f"localhost:{self.port}/chroot",
        }
        self.process: subprocess.Popen | None = None

    def start(self, **others: str) -> subprocess.Popen:
        self.process = subprocess.Popen(
            [FOLDER / "start.sh"], env=self.environment | others, stderr=subprocess.PIPE, text=True
        )
        return self.process

    @property
    def order(self) -> list[str]:
        path = self.folder / "order"
        return path.read_text().splitlines() if path.exists() else []

    def given(self, name: str) -> dict[str, str]:
        text = (self.folder / f"{name}.given").read_text()
        return dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))


@pytest.fixture
def broker(tmp_path):
    broker = Broker(tmp_path)
    yield broker
    if broker.process and broker.process.poll() is None:
        broker.process.terminate()
        broker.process.wait(60)


def test_the_broker_is_given_what_the_environment_says_and_stops_before_its_zookeeper(broker):
    process = broker.start()
    wait_until(lambda: broker.order == ["zookeeper starts", "kafka starts"], what="both")
    template = (FOLDER / "kafka/server.properties").read_text()
    fixed = dict(line.split("=", 1) for line in template.splitlines() if line and not line.startswith("#"))
    assert broker.given("kafka") == fixed | {
        "log.dirs": f"{broker.folder}/data/kafka",
        "listeners": "PLAINTEXT://0.0.0.0:9092",
        "advertised.listeners": "PLAINTEXT://broker.example:9092",
        "zookeeper.connect": f"localhost:{broker.port}/chroot",
    }
    assert broker.given("zookeeper") == {
        "dataDir": f"{broker.folder}/data/zookeeper",
        "clientPort": str(broker.port),
        "maxClientCnxns": "0",
        "admin.enableServer": "false",
    }
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert broker.order[2:] == ["kafka stops", "zookeeper stops"]


def test_another_machines_zookeeper_is_not_started_here(broker):
    broker.start(KAFKA_ZOOKEEPER_CONNECT="one.example:2181,two.example:2181/kafka")
    wait_until(lambda: broker.order == ["kafka starts"], what="the broker")
    assert broker.given("kafka")["zookeeper.connect"] == "one.example:2181,two.example:2181/kafka"


@pytest.mark.parametrize("who", ["zookeeper", "kafka"])
def test_the_end_of_either_is_the_end_of_both_and_no_success(broker, who):
    process = broker.start(DIES=who)
    assert process.wait(60) != 0
    other = {"zookeeper": "kafka", "kafka": "zookeeper"}[who]
    assert broker.order.count(f"{other} starts") == broker.order.count(f"{other} stops")
    said = process.stderr.read()
    assert re.search(r"start\.sh: (ZooKeeper|the broker) ended", said), said


def test_missing_variables_are_named_all_together_and_nothing_starts(broker):
    names = ("KAFKA_LISTENERS", "KAFKA_ADVERTISED_LISTENERS", "KAFKA_ZOOKEEPER_CONNECT")
    process = broker.start(**{name: "" for name in names})
    assert process.wait(60) == 78
    assert process.stderr.read() == f"start.sh: {' '.join(names)} not set; .env.example shows what they look like\n"
    assert broker.order == []


@pytest.mark.parametrize("address", ["localhost", "localhost:", ":2181", "localhost:zoo"])
def test_an_address_of_zookeeper_without_a_port_is_refused(broker, address):
    process = broker.start(KAFKA_ZOOKEEPER_CONNECT=address)
    assert process.wait(60) == 78
    assert process.stderr.read() == f'start.sh: KAFKA_ZOOKEEPER_CONNECT is "{address}", which is not host:port\n'


def test_image_compose_file_and_configuration_agree():
    image = (FOLDER / "Dockerfile").read_text()
    service = COMPOSE["services"]["kafka-with-zookeeper"]
    assert service["profiles"] == ["zookeeper"] and ROOT / service["build"] == FOLDER
    for source in re.findall(r"^COPY (?:--\S+ )*(\S+) ", image, flags=re.M):
        assert (FOLDER / source).is_file(), source
    assert 'ENTRYPOINT ["/opt/zookeeper-kafka/start.sh"]' in image
    # 3.9 is the last that has ZooKeeper; the volume holds the data of both.
    assert re.search(r"^FROM apache/kafka:3\.9\.\d+$", image, flags=re.M)
    (volume,) = service["volumes"]
    name, directory = volume.split(":")
    assert name in COMPOSE["volumes"] and f"KAFKA_DATA:-{directory}}}" in (FOLDER / "start.sh").read_text()
    assert f"chown appuser:appuser {directory}" in image
    assert set(service["environment"]) == {
        "KAFKA_LISTENERS",
        "KAFKA_ADVERTISED_LISTENERS",
        "KAFKA_ZOOKEEPER_CONNECT",
    }
