#!/usr/bin/env python3
"""`make bench`: one alternating run of the service and its references, written to benchmarks/RESULTS.md.

All servers run on one core, wrk on another. Every contender is asked in turn, round after round, so that whatever else
the machine does falls on all of them alike; figures are medians over the rounds.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack
from pathlib import Path

import contenders
import expressions
import measure
import pipeline
from contenders import ROOT, Contender
from measure import Sample

ADD = "/math/add?a=0.1&b=0.2"
IDLE_CONNECTIONS = 10_000
SECTIONS = {"expressions": ("## Expressions", expressions.section), "pipeline": ("## Kafka", pipeline.section)}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the release build of the service against its references.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=6, help="length of each run of wrk")
    parser.add_argument("--executable", type=Path, default=ROOT / ".build/release/math")
    parser.add_argument("--against", type=Path, help="another build of the executable, measured in the same run")
    parser.add_argument(
        "--without-hummingbird", action="store_true", help="skip the reference that takes minutes to build"
    )
    parser.add_argument("--only", choices=SECTIONS, help="measure one section and leave the others as they are")
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks/RESULTS.md")
    return parser.parse_args()


def starting_seconds(folder: Path, executable: Path) -> float:
    """Median of the times from the start of the process to the answer that it is ready."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        server = contenders.start_service(folder, executable)
        urllib.request.urlopen(f"http://127.0.0.1:{server.port}/readyz").close()
        times.append(time.perf_counter() - began)
        server.stop()
    return sorted(times)[2]


def field(chosen: argparse.Namespace, folder: Path, stack: ExitStack) -> dict[str, Contender]:
    """Every contender by its short name, running."""
    math, token = contenders.service(folder, chosen.executable)
    stack.callback(math.stop)
    bearer = {"Authorization": f"Bearer {token}"}
    found = {
        "health": Contender("`GET /healthz`", math, "/healthz"),
        "add": Contender("`GET /math/add`, token, durable event", math, ADD, bearer),
    }
    if chosen.against:
        (folder / "other").mkdir()
        other, token = contenders.service(folder / "other", chosen.against)
        stack.callback(other.stop)
        bearer = {"Authorization": f"Bearer {token}"}
        found["other-health"] = Contender("`GET /healthz`, the other build", other, "/healthz")
        found["other-add"] = Contender("`GET /math/add`, the other build", other, ADD, bearer)
    bodies = {"/healthz": found["health"].body(), "/add": found["add"].body()}
    nginx = contenders.nginx(folder, bodies)
    stack.callback(nginx.stop)
    found["nginx-health"] = Contender("nginx, fixed body as long as `/healthz`'s", nginx, "/healthz")
    found["nginx-add"] = Contender("nginx, fixed body as long as `/math/add`'s", nginx, "/add")
    if not chosen.without_hummingbird:
        hummingbird = contenders.hummingbird(folder, len(bodies["/add"]))
        stack.callback(hummingbird.stop)
        found["hummingbird"] = Contender("Hummingbird, fixed body of that length", hummingbird, "/fixed")
    fastapi, token = contenders.fastapi(folder)
    stack.callback(fastapi.stop)
    bearer = {"Authorization": f"Bearer {token}"}
    found["fastapi"] = Contender("FastAPI + uvicorn, JWT, pydantic, no event", fastapi, ADD, bearer)
    return found


def machine() -> str:
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text()).group(1)) // 2**20
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text()).group(1)
    name = processor.group(1) if processor else platform.machine()
    return f"{name}, {os.cpu_count()} cores, {memory} GiB, {system}, Linux {platform.release()}"


def output_of(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()


def table(found: dict[str, Contender], medians: dict[str, Sample]) -> str:
    lines = ["| | requests/s | CPU µs a request | p50 ms | p99 ms |", "|---|---:|---:|---:|---:|"]
    for key, contender in found.items():
        s = medians[key]
        lines.append(f"| {contender.name} | {s.rate:,.0f} | {s.cpu:.1f} | {s.p50:.2f} | {s.p99:.2f} |")
    return "\n".join(lines)


def ratios(medians: dict[str, Sample], commit: tuple[float, float], start: float, idle: float) -> str:
    """Each target with what was measured; honest about those that are missed."""
    add, rows = medians["add"], []

    def row(what: str, value: str, target: str = "", met: bool | None = None) -> None:
        rows.append(f"| {what} | {value} | {target} | {'' if met is None else 'yes' if met else '**no**'} |")

    for name in ("health", "add"):
        mine, its = medians[name], medians[f"nginx-{name}"]
        path = {"health": "/healthz", "add": "/math/add"}[name]
        row(f"`{path}`: CPU to nginx's", f"{mine.cpu / its.cpu:.2f}")
        row(f"`{path}`: requests/s to nginx's", f"{mine.rate / its.rate:.2f}")
    if "other-add" in medians:
        row("`/math/add`: CPU to the other build's", f"{add.cpu / medians['other-add'].cpu:.2f}")
    if "hummingbird" in medians:
        ratio = add.cpu / medians["hummingbird"].cpu
        row("`/math/add`: CPU to Hummingbird's fixed body", f"{ratio:.2f}", "at most 1.3", ratio <= 1.3)
    ratio = medians["fastapi"].cpu / add.cpu
    row("FastAPI's CPU to `/math/add`'s", f"{ratio:.2f}", "at least 7", ratio >= 7)
    bound = commit[1] + 10
    row("`/math/add`: p99", f"{add.p99:.1f} ms", f"at most {bound:.1f} ms (commit p99 + 10)", add.p99 <= bound)
    row(f"{IDLE_CONNECTIONS:,} idle connections", f"{idle:.0f} MiB", "at most 100 MiB", idle <= 100)
    row("start to ready", f"{start:.2f} s", "under 0.3 s", start < 0.3)
    return "\n".join(["| | measured | target | met |", "|---|---:|---|---|", *rows])


def renew(chosen: argparse.Namespace) -> None:
    """Puts one section anew into the results that are there."""
    heading, measured = SECTIONS[chosen.only]
    text = measured(chosen.executable, chosen.rounds)
    others = [part for part in re.split(r"(?m)^(?=## )", chosen.output.read_text()) if not part.startswith(heading)]
    chosen.output.write_text("\n".join(part.rstrip("\n") + "\n" for part in (*others, text)))
    print(text)


def main() -> None:
    chosen = options()
    if chosen.only:
        return renew(chosen)
    if (os.cpu_count() or 1) < 2:
        sys.exit("two cores are needed: one for the servers, one for wrk")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build") as name, ExitStack() as stack:
        folder = Path(name)
        commit = measure.commit_milliseconds(folder)
        start = starting_seconds(folder, chosen.executable)
        found = field(chosen, folder, stack)
        samples: dict[str, list[Sample]] = {key: [] for key in found}
        for contender in found.values():
            measure.run(contender, 1)
        for number in range(chosen.rounds):
            for key, contender in found.items():
                samples[key].append(measure.run(contender, chosen.seconds))
                s = samples[key][-1]
                print(
                    f"round {number + 1}: {contender.name}: {s.rate:,.0f}/s, {s.cpu:.1f} µs, p99 {s.p99:.1f} ms",
                    flush=True,
                )
        idle = measure.idle_mebibytes(found["health"], IDLE_CONNECTIONS)
    medians = {key: measure.median(values) for key, values in samples.items()}
    dirty = (
        " with uncommitted changes"
        if output_of("git", "status", "--porcelain", "--", "Sources", "Package.swift")
        else ""
    )
    chosen.output.write_text(
        f"""# Measured

- Machine: {machine()}
- Commit: {output_of("git", "rev-parse", "--short=12", "HEAD")}{dirty}, {datetime.date.today()}, \
{output_of("swift", "--version").splitlines()[0]}, release build
- Command: `make bench`: servers on core {contenders.SERVER_CORE}, `wrk -t1 -c{measure.CONNECTIONS} \
-d{chosen.seconds:g}s --latency` on core {measure.LOAD_CORE}, {chosen.rounds} alternating rounds, medians
- Disk: one durable SQLite commit of one row takes {commit[0]:.2f} ms (median), {commit[1]:.2f} ms (p99)

{table(found, medians)}

CPU is user and system time of the server's process; it is the figure that holds on a machine that does other things
too. An event of `/math/add` is on disk before its answer is sent (`EVENT_DURABILITY=power`).

{ratios(medians, commit, start, idle)}

{expressions.section(chosen.executable, chosen.rounds)}
{pipeline.section(chosen.executable, chosen.rounds)}"""
    )
    print(f"written to {chosen.output}")


if __name__ == "__main__":
    main()
