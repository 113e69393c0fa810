"""A Kafka cluster, and `math consume` as a process.

The cluster is librdkafka's mock, a process of its own with faults on command; or the real broker that
REAL_KAFKA_BOOTSTRAP names, whose topics are deleted and made anew for each test. REAL_KAFKA_BOUNCE is a command that
kills that broker and starts it again.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import threading
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from confluent_kafka import Consumer as ConfluentConsumer
from confluent_kafka import KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic
from service import ROOT, Service, environment, executable, wait_until

MOCK_BROKER = ROOT / ".build" / "mock-broker"
REAL = os.environ.get("REAL_KAFKA_BOOTSTRAP", "")
# The shortest with which the mock cluster lets anybody in. It knows no static members, by which a real one gives a
# killed consumer's partitions to the next process at once: here they are free after this time.
SESSION = {"KAFKA_CONFIG_SESSION_TIMEOUT_MS": "3500", "KAFKA_CONFIG_HEARTBEAT_INTERVAL_MS": "500"}
if REAL:
    SESSION = {}
# Many, to keep within what the mock cluster holds of each.
PARTITIONS = 12


class RealBroker:
    """The real broker, with new topics."""

    def __init__(self, **topics: int):
        self.servers = REAL
        # A group of its own: what other tests have left of theirs takes its time to go.
        self.settings = {"KAFKA_BROKER": REAL, "KAFKA_GROUP_ID": f"test-{uuid.uuid4()}"}
        self.admin = AdminClient({"bootstrap.servers": REAL})
        self.topics = list(topics)
        for name, partitions in topics.items():
            self.delete(name)
            if partitions:
                self.make(name, partitions)

    def partitions(self, topic: str) -> int:
        """How many a topic has; 0 when there is none."""
        found = self.admin.list_topics(timeout=20).topics.get(topic)
        return len(found.partitions) if found else 0

    def make(self, topic: str, partitions: int, **config: str) -> None:
        def is_made() -> bool:
            try:
                new = NewTopic(topic, partitions, 1, config=named(config))
                self.admin.create_topics([new])[topic].result(20)
            except KafkaException as error:
                assert "already exists" in str(error) or "marked for deletion" in str(error), error
                return False
            return True

        wait_until(is_made, 20, f"the topic {topic}")
        wait_until(lambda: self.partitions(topic) == partitions, 20, "its partitions")

    def delete(self, topic: str) -> None:
        if self.partitions(topic):
            self.admin.delete_topics([topic])[topic].result(20)
            wait_until(lambda: not self.partitions(topic), 20, "the topic being gone")

    def ends(self, topic: str) -> list[int]:
        """The offset after the last message of each partition."""
        reader = ConfluentConsumer({"bootstrap.servers": REAL, "group.id": "ends"})
        found = [reader.get_watermark_offsets(TopicPartition(topic, n))[1] for n in range(self.partitions(topic))]
        reader.close()
        return found

    def forget(self, topic: str) -> None:
        """Deletes every message, as the end of their time does."""
        ends = [TopicPartition(topic, number, end) for number, end in enumerate(self.ends(topic))]
        for future in self.admin.delete_records(ends).values():
            future.result(20)

    def stop(self) -> None:
        for name in self.topics:
            self.delete(name)


def named(config: dict[str, str]) -> dict[str, str]:
    """Kafka's names of properties have dots."""
    return {name.replace("_", "."): text for name, text in config.items()}


class MockBroker:
    """librdkafka's mock cluster behind TCP ports."""

    def __init__(self, brokers: int = 1, **topics: int):
        topics = topics or {"logs": PARTITIONS}
        names = [text for name, partitions in topics.items() for text in (name, str(partitions))]
        self.process = subprocess.Popen(
            [mock_broker(), str(brokers), *names],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.servers = self.process.stdout.readline().strip()
        assert self.servers, "the mock broker did not start"
        self.settings = {"KAFKA_BROKER": self.servers}

    def tell(self, command: str) -> None:
        """One command, see tests/kafka/mock_broker.c."""
        self.process.stdin.write(command + "\n")
        answer = self.process.stdout.readline().strip()
        assert answer == "ok", f"{command}: {answer}"

    def hang(self) -> None:
        """Answers nothing, and closes no connection."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        self.go_on()
        self.process.kill()
        self.process.wait(60)


def cluster(**topics: int) -> MockBroker | RealBroker:
    """The real broker, if there is one; with these topics, or without one for 0 partitions."""
    return RealBroker(**topics) if REAL else MockBroker(**topics)


def mock_broker() -> Path:
    """The mock broker's executable."""
    command = ["pkg-config", "--cflags", "--libs", "rdkafka"]
    flags = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return compiled("tests/kafka/mock_broker.c", MOCK_BROKER, *flags)


def compiled(source: str, result: Path, *flags: str) -> Path:
    """What a C source compiles to; done when it is newer than the result."""
    if not result.is_file() or result.stat().st_mtime < (ROOT / source).stat().st_mtime:
        result.parent.mkdir(exist_ok=True)
        new = result.with_name(f"{result.name}.{os.getpid()}")
        subprocess.run(["cc", "-std=c11", "-O1", "-Wall", "-o", new, ROOT / source, *flags], check=True)
        new.replace(result)
    return result


@dataclass
class Consumer:
    """`math consume` into the event store of a data directory."""

    data_dir: Path
    settings: dict[str, str]
    starter: tuple[str, ...] = ()
    process: subprocess.Popen | None = None
    log: list[str] = field(default_factory=list)

    @property
    def events_db(self) -> Path:
        return Path(self.settings.get("SQLITE_DB", self.data_dir / "events.db"))

    def start(self) -> Consumer:
        self.process = subprocess.Popen(
            [*self.starter, executable(), "consume"],
            env=environment(self.data_dir, **(SESSION | self.settings)),
            cwd=self.data_dir.parent,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        process = self.process
        threading.Thread(
            target=lambda: self.log.extend(line.rstrip("\n") for line in process.stderr), daemon=True
        ).start()
        return self

    def has_said(self, text: str, times: int = 1) -> bool:
        return sum(text in line for line in self.log) >= times

    def check(self) -> tuple[int, str]:
        """What `math consume --check` ends with, and what it says."""
        asked = subprocess.run(
            [executable(), "consume", "--check"],
            env=environment(self.data_dir, **(SESSION | self.settings)),
            cwd=self.data_dir.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return asked.returncode, (asked.stdout + asked.stderr).strip()

    def terminate(self, timeout: float = 60) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout)

    def kill(self) -> None:
        # Shown where a test fails.
        print(f"math consume, exit {self.process and self.process.poll()}:", *self.log[-30:], sep="\n")
        if self.process and self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGCONT)
            self.process.kill()
            self.process.wait(60)


class Stack:
    """A broker, a service and a consumer; what is started ends with the test."""

    def __init__(self, folder: Path, broker: MockBroker | RealBroker | None = None, **settings: str):
        self.broker = broker or cluster(logs=3)
        self.settings = self.broker.settings | settings
        self.service = Service(folder / "data", self.settings)
        self.consumer = Consumer(folder / "data", self.settings)

    def stop(self) -> None:
        self.consumer.kill()
        self.service.kill()
        self.broker.stop()


def readiness(service: Service) -> dict:
    return httpx.get(service.url + "/readyz", timeout=60).json()


def wait_until_stored(service: Service, timeout: float = 60) -> float:
    """Waits until every event is in the store, as the service sees it; how long that took."""
    began = time.monotonic()

    def is_stored() -> bool:
        state = readiness(service)
        return state["events_behind"] == 0 and state["kafka"] == "ready" and state["event_store"] == "ok"

    wait_until(is_stored, timeout, "every event in the store")
    return time.monotonic() - began


def rows(events_db: Path, sql: str) -> list[tuple]:
    with sqlite3.connect(f"file:{events_db}?mode=ro", uri=True, timeout=20) as database:
        return database.execute(sql).fetchall()


def single(events_db: Path, sql: str) -> int:
    """The one number that a query gives; 0 while there is no file, or no such table in it yet."""
    try:
        return rows(events_db, sql)[0][0]
    except sqlite3.OperationalError as error:
        if "unable to open" in str(error) or "no such table" in str(error):
            return 0
        raise


def count(events_db: Path, table: str = "kafka_logs") -> int:
    """How many rows a table has."""
    return single(events_db, f"SELECT count(*) FROM {table}")
