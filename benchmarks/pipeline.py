#!/usr/bin/env python3
"""Events a second through Kafka: `math serve` carrying its journal to a topic and `math consume` storing the topic,
against kcat producing and consuming the same messages.

The broker is librdkafka's mock cluster, a process of its own that keeps messages in memory: what is measured is what
the clients cost. The journal is filled through HTTP while there is no broker. Then relay and kcat, consumer and kcat
take turns, round after round, each with a new topic or a new store. All are timed from the start of their process, but
for the consumer: the mock cluster lets nobody into a group for three seconds, so it counts from its assignment. kcat
stores nothing; the consumer commits every row and its position to SQLite.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = 50_000
USERS = 200
# Many, to keep within the 5 MiB that the mock cluster holds of each.
PARTITIONS = 24
PASSWORD = "benchmark passphrase"
IDEMPOTENT = ["-X", "enable.idempotence=true", "-X", "acks=all", "-X", "max.in.flight=1", "-X", "linger.ms=5"]
HEADERS = ["ce_specversion=1.0", "ce_id=01936f0e-0000-7000-8000-000000000000", "ce_source=/math-microservice",
           "ce_type=math.add", "ce_time=2026-11-24T12:00:00.000000Z", "content-type=application/json"]  # fmt: skip


@dataclass
class Sample:
    """Events a second, and CPU microseconds an event of the process that is measured."""

    rate: float
    cpu: float


@contextmanager
def broker(folder: Path, topic: str) -> Iterator[str]:
    """A mock cluster with an empty topic; its bootstrap servers."""
    program = folder / "mock_broker"
    if not program.exists():
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "rdkafka"], check=True, capture_output=True, text=True
        ).stdout.split()
        subprocess.run(["cc", "-O2", "-o", program, ROOT / "tests/kafka/mock_broker.c", *flags], check=True)
    process = subprocess.Popen(
        [program, "1", topic, str(PARTITIONS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()


@contextmanager
def running(executable: Path, command: str, log: Path, **settings: str) -> Iterator[subprocess.Popen]:
    """`math serve` or `math consume`; its log is in a file."""
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment |= {"LOG_FORMAT": "json", "PORT": "0", "EVENT_DURABILITY": "process"} | settings
    with log.open("wb") as output:
        process = subprocess.Popen([executable, command], env=environment, stderr=output, stdout=output, cwd=log.parent)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def said(log: Path, message: str) -> dict | None:
    """The first log line with this message."""
    for line in log.read_text().splitlines():
        if line.startswith("{") and json.loads(line)["msg"] == message:
            return json.loads(line)
    return None


def wait_for(condition, what: str, seconds: float = 120):
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise SystemExit(f"{what} did not come within {seconds} s")
        time.sleep(0.01)
    return value


def address(log: Path) -> str:
    entry = wait_for(lambda: said(log, "listening"), "the service")
    return f"http://127.0.0.1:{entry['port']}"


def readiness(url: str) -> dict:
    try:
        with urllib.request.urlopen(url + "/readyz") as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)


def post(url: str, body: str, content_type: str) -> dict:
    request = urllib.request.Request(url, body.encode(), {"Content-Type": content_type})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def fill(executable: Path, folder: Path, events: int) -> None:
    """Fills the journal through HTTP while no broker is there."""
    log = folder / "fill.log"
    settings = {
        "DATA_DIR": str(folder / "data"),
        "KAFKA_BROKER": "127.0.0.1:9",
        # All users come from one address.
        "LOGIN_RATE_LIMIT_PER_ADDRESS": "0",
        "REGISTRATION": "open",
    }
    with running(executable, "serve", log, **settings):
        url = address(log)
        tokens = []
        for number in range(USERS):
            name = f"bench{number}"
            post(url + "/register", json.dumps({"username": name, "password": PASSWORD}), "application/json")
            form = urllib.parse.urlencode({"username": name, "password": PASSWORD})
            tokens.append(post(url + "/token", form, "application/x-www-form-urlencoded")["access_token"])
        script = folder / "users.lua"
        script.write_text(
            f"local tokens = {{{','.join(json.dumps(token) for token in tokens)}}}\nlocal turn = 0\n"
            "request = function()\n  turn = turn % #tokens + 1\n"
            '  return wrk.format("GET", "/math/add?a=0.1&b=0.2", {Authorization = "Bearer " .. tokens[turn]})\nend\n'
        )
        while readiness(url)["events_pending"] < events:
            subprocess.run(["wrk", "-t1", "-c64", "-d1s", "-s", script, url], check=True, stdout=subprocess.DEVNULL)


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def relay(executable: Path, folder: Path, servers: str, topic: str, events: int) -> Sample:
    """From the start of the service to the acknowledgement of the last event."""
    log = folder / "relay.log"
    settings = {"DATA_DIR": str(folder / "data"), "KAFKA_BROKER": servers, "KAFKA_TOPIC": topic}
    began = time.monotonic()
    with running(executable, "serve", log, **settings) as process:
        url = address(log)
        # Until it is ready it need not know yet how much waits.
        wait_for(lambda: (now := readiness(url))["kafka"] == "ready" and now["events_pending"] == 0, "the last event")
        spent = time.monotonic() - began
        return Sample(events / spent, cpu_seconds(process.pid) / events * 1e6)


def consumer(executable: Path, folder: Path, servers: str, topic: str, events: int) -> Sample:
    """From the assignment of the partitions to the commit of the last row."""
    shutil.rmtree(folder / "store", ignore_errors=True)
    log, store = folder / "consume.log", folder / "store/events.db"
    settings = {"DATA_DIR": str(store.parent), "KAFKA_BROKER": servers, "KAFKA_TOPIC": topic}
    with running(executable, "consume", log, **settings) as process:
        entry = wait_for(lambda: said(log, "assigned"), "the assignment")
        began, before = datetime.datetime.fromisoformat(entry["ts"]).timestamp(), cpu_seconds(process.pid)
        with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
            wait_for(lambda: database.execute("SELECT max(id) FROM kafka_logs").fetchone()[0] == events, "the last row")
            spent = time.time() - began
            distinct = database.execute("SELECT count(DISTINCT event_id) FROM kafka_logs").fetchone()[0]
        if distinct != events:
            raise SystemExit(f"{distinct} of {events} events are stored")
        return Sample(events / spent, (cpu_seconds(process.pid) - before) / events * 1e6)


def kcat(arguments: list[str], events: int, output: Path) -> Sample:
    """One run of kcat from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    with output.open("wb") as file:
        subprocess.run(["kcat", *arguments], check=True, stdout=file, stderr=subprocess.DEVNULL)
    spent, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Sample(events / spent, cpu / events * 1e6)


def consume_with_kcat(servers: str, topic: str, events: int, output: Path) -> Sample:
    return kcat(["-C", "-b", servers, "-t", topic, "-o", "beginning", "-e", "-q", "-f", "%k\t%s\n"], events, output)


def lines(file: Path) -> int:
    with file.open("rb") as opened:
        return sum(1 for _ in opened)


def one_round(executable: Path, folder: Path, number: int, events: int) -> dict[str, Sample]:
    samples, messages = {}, folder / "messages.tsv"
    topic = f"round{number}"
    with broker(folder, topic) as servers:
        samples["relay"] = relay(executable, folder, servers, topic, events)
        samples["consumer"] = consumer(executable, folder, servers, topic, events)
        samples["kcat -C"] = consume_with_kcat(servers, topic, events, messages)
        if (found := lines(messages)) != events:
            raise SystemExit(f"{found} of {events} messages are on the topic")
    with broker(folder, topic) as servers:
        headers = [text for header in HEADERS for text in ("-H", header)]
        produce = ["-P", "-b", servers, "-t", topic, "-K", "\t", *IDEMPOTENT, *headers, "-l", str(messages)]
        samples["kcat -P"] = kcat(produce, events, folder / "kcat.out")
    return samples


def measured(executable: Path, rounds: int, events: int) -> tuple[dict[str, Sample], int]:
    """Medians of the figures, and how many events there were."""
    executable = executable.resolve()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build") as name:
        folder = Path(name)
        fill(executable, folder, events)
        with sqlite3.connect(f"file:{folder}/data/service.db?mode=ro", uri=True) as database:
            total = database.execute("SELECT count(*) FROM journal").fetchone()[0]
        samples = [one_round(executable, folder, number, total) for number in range(rounds)]
    medians = {
        name: Sample(*(statistics.median(getattr(s[name], figure) for s in samples) for figure in ("rate", "cpu")))
        for name in samples[0]
    }
    return medians, total


def section(executable: Path, rounds: int = 5, events: int = 60_000) -> str:
    """The part of RESULTS.md on Kafka."""
    medians, total = measured(executable, rounds, events)
    names = {
        "relay": "`math serve`: journal to topic",
        "kcat -P": "`kcat -P`: the same messages from a file, idempotent, `acks=all`",
        "consumer": "`math consume`: topic to event store",
        "kcat -C": "`kcat -C`: topic to a file",
    }
    table = "\n".join(
        f"| {text} | {medians[name].rate:,.0f} | {medians[name].cpu:.1f} |" for name, text in names.items()
    )
    met = "met" if medians["consumer"].rate >= TARGET else "**missed**"
    return f"""## Kafka

`python3 benchmarks/pipeline.py`: {total:,} events of {USERS} users on {PARTITIONS} partitions of librdkafka's mock
cluster (a process of its own, in memory, on the same {os.cpu_count()} cores), {rounds} alternating rounds, medians.

| | events/s | CPU µs an event |
|---|---:|---:|
{table}

To kcat: relay {medians["relay"].rate / medians["kcat -P"].rate:.2f}, consumer \
{medians["consumer"].rate / medians["kcat -C"].rate:.2f}. The consumer's target of {TARGET:,} events a second is {met}.
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures the relay and the consumer against kcat.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=60_000)
    parser.add_argument("--executable", type=Path, default=ROOT / ".build/release/math")
    chosen = parser.parse_args()
    print(section(chosen.executable, chosen.rounds, chosen.events))
