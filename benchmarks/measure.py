"""What is measured: a run of wrk with the CPU time that the server spent on it, and what the machine's disk takes."""

from __future__ import annotations

import os
import re
import resource
import socket
import sqlite3
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from contenders import Contender

LOAD_CORE = "1"
CONNECTIONS = 64
MICROSECONDS = {"us": 1, "ms": 1e3, "s": 1e6, "m": 6e7}


@dataclass
class Sample:
    """One run: requests a second, CPU microseconds a request, latencies in milliseconds."""

    rate: float
    cpu: float
    p50: float
    p99: float


def cpu_seconds(pid: int) -> float:
    """User and system time that a process has spent on all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mebibytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def run(contender: Contender, seconds: float) -> Sample:
    """One run of wrk; an answer that is no success ends the benchmark, since it would measure something else."""
    command = ["taskset", "-c", LOAD_CORE, "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds:g}s", "--latency"]
    headers = [text for name, value in contender.headers.items() for text in ("-H", f"{name}: {value}")]
    before = cpu_seconds(contender.server.worker)
    output = subprocess.run([*command, *headers, contender.url], check=True, capture_output=True, text=True).stdout
    spent = cpu_seconds(contender.server.worker) - before
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"{contender.name}: not every request succeeded\n{output}")
    requests = int(re.search(r"(\d+) requests in", output).group(1))
    return Sample(
        rate=float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)),
        cpu=spent / requests * 1e6,
        p50=latency(output, "50"),
        p99=latency(output, "99"),
    )


def latency(output: str, percent: str) -> float:
    value, unit = re.search(rf"^\s+{percent}%\s+([\d.]+)(us|ms|s|m)$", output, re.MULTILINE).groups()
    return float(value) * MICROSECONDS[unit] / 1000


def median(samples: list[Sample]) -> Sample:
    """The median of each figure by itself."""
    return Sample(*(statistics.median(getattr(s, name) for s in samples) for name in ("rate", "cpu", "p50", "p99")))


def commit_milliseconds(folder: Path, commits: int = 300) -> tuple[float, float]:
    """Median and 99th percentile of one durable SQLite commit of one row, as the disk of this machine gives it."""
    database = sqlite3.connect(folder / "probe.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE probe (text TEXT)")
    times = []
    for _ in range(commits):
        began = time.perf_counter()
        database.execute("INSERT INTO probe VALUES (?)", ("x" * 300,))
        times.append((time.perf_counter() - began) * 1000)
    database.close()
    return statistics.median(times), statistics.quantiles(times, n=100)[98]


def idle_mebibytes(contender: Contender, connections: int) -> float:
    """How much the server grows with connections that have made one request each and then stay open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, connections + 200), hard))
    before, opened = resident_mebibytes(contender.server.worker), []
    try:
        for _ in range(connections):
            connection = socket.create_connection(("127.0.0.1", contender.server.port), timeout=10)
            opened.append(connection)
            connection.sendall(f"GET {contender.path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            if not connection.recv(4096).startswith(b"HTTP/1.1 200"):
                raise SystemExit(f"connection {len(opened)} of {connections} was not answered")
        return resident_mebibytes(contender.server.worker) - before
    finally:
        for connection in opened:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
