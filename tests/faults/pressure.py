"""Many clients at once: wrk as a crowd, and what a service under pressure looks like from outside."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service import Service

# Sends the requests in turn; an answer that refuses has to say when to come again.
SCRIPT = """
local requests = {%s}
local threads, turn = {}, 0
answers, hasty = {}, 0
function setup(thread) table.insert(threads, thread) end
function request()
  turn = turn %% #requests + 1
  return requests[turn]
end
function response(status, headers)
  local name = tostring(status)
  answers[name] = (answers[name] or 0) + 1
  if (status == 429 or status == 503) and not tonumber(headers["Retry-After"]) then hasty = hasty + 1 end
end
function done(summary)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write
  local text = string.format('"seconds":%%f,"broken":%%d', summary.duration / 1e6, broken)
  for _, thread in ipairs(threads) do
    for status, count in pairs(thread:get("answers")) do text = text .. string.format(',"%%s":%%d', status, count) end
    text = text .. string.format(',"hasty":%%d', thread:get("hasty"))
  end
  print("{" .. text .. "}")
end
"""


@dataclass
class Flood:
    """What a crowd was answered."""

    statuses: Counter
    seconds: float
    # Connections that broke, and refusals without Retry-After.
    broken: int
    hasty: int

    @property
    def goodput(self) -> float:
        """Answers a second that were no refusals."""
        return self.statuses[200] / self.seconds

    @property
    def refusals(self) -> dict[int, int]:
        return {status: times for status, times in sorted(self.statuses.items()) if status != 200}


def flood(service: Service, folder: Path, requests: Sequence[str], connections: int, seconds: float) -> Flood:
    """As many clients as there are connections, each of which sends the next request as soon as it is answered."""
    script = folder / f"flood-{time.monotonic_ns()}.lua"
    # One thread, so that each status stands in the result once. What JSON has for a text is one in Lua.
    script.write_text(SCRIPT % ",".join(map(json.dumps, requests)))
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "30s", "-s", script, service.url]
    wrk = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60)
    assert wrk.returncode == 0, wrk.stdout + wrk.stderr
    found = json.loads(wrk.stdout.splitlines()[-1])
    statuses = Counter({int(name): times for name, times in found.items() if name.isdigit()})
    return Flood(statuses, found["seconds"], found["broken"], found["hasty"])


def request(method: str, path: str, token: str = "", body: str = "", kind: str = "application/json") -> str:
    """A request as it goes over the wire."""
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n"
    if token:
        head += f"Authorization: Bearer {token}\r\n"
    if body:
        head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}\r\n{body}"


def health_seconds(service: Service, seconds: float) -> list[float]:
    """How long `GET /healthz` took, asked again and again."""
    times, end = [], time.monotonic() + seconds
    with service.client() as client:
        client.get("/healthz")
        while time.monotonic() < end or len(times) < 10:
            began = time.monotonic()
            assert client.get("/healthz").status_code == 200
            times.append(time.monotonic() - began)
            time.sleep(0.05)  # a probe's pace, not a wait: asked without a pause it would be a load itself
    return sorted(times)


def allow_files(count: int) -> None:
    """So many descriptors for this process and those it starts, if the machine lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))


def descriptors(process: int) -> int:
    return len(os.listdir(f"/proc/{process}/fd"))


def resident_kib(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1])


def accepted(port: int) -> set[str]:
    """The connections that the service has open at its port, by inode: those that it has not accepted yet, and those
    that it has closed while the client has not, have none."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    # State 0A is the listener.
    return {line[9] for line in lines if line[1].endswith(f":{port:04X}") and line[3] != "0A" and line[9] != "0"}


class Lifetimes:
    """How long the service keeps each connection that came after this began."""

    def __init__(self, port: int):
        self.port, self.before = port, accepted(port)
        self.first: dict[str, float] = {}
        self.last: dict[str, float] = {}

    def look(self) -> int:
        """How many are open now."""
        now, present = time.monotonic(), accepted(self.port) - self.before
        for inode in present:
            self.first.setdefault(inode, now)
            self.last[inode] = now
        return len(present)

    @property
    def seconds(self) -> list[float]:
        return [self.last[inode] - first for inode, first in self.first.items()]
