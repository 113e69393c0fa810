"""What the code decides of how long something takes, told apart from what a busy machine adds to it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import httpx

# The least that a server can do for a request that is to be durable, as a process of its own.
SERVER = """
import asyncio, os, tempfile
file = tempfile.TemporaryFile()
async def serve(reader, writer):
    while await reader.readuntil(b"\\r\\n\\r\\n"):
        os.pwrite(file.fileno(), bytes(4096), 0)
        os.fdatasync(file.fileno())
        writer.write(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok")
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def percentile(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def processor_seconds(process: int) -> float:
    """What a process has used of the processors, in itself: no process that it has started is in it."""
    return time.clock_gettime(~process << 3 | 2)  # CPUCLOCK_SCHED of another process, see clock_getcpuclockid(3)


def children(process: int) -> list[int]:
    """The processes that it has started and that run."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            state, parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:2]
        except (OSError, ValueError, IndexError):
            continue
        if parent == str(process) and state != "Z":
            found.append(int(entry.name))
    return sorted(found)


class Control(AbstractContextManager):
    """A server that does nothing but write a page to the disk, asked again and again meanwhile: how long the machine
    makes everybody wait."""

    # A request to the service is handed on between more threads and processes than one to the control.
    WAITS = 5

    def __enter__(self) -> Control:
        self.server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self.server.stdout.readline())}/"
        self.times: list[float] = []
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.ask)
        self.thread.start()
        return self

    def ask(self) -> None:
        with httpx.Client(timeout=60) as client:
            client.get(self.url)
            while not self.stopped.is_set():
                began = time.monotonic()
                client.get(self.url)
                self.times.append(time.monotonic() - began)
                time.sleep(0.02)

    def __exit__(self, *_) -> None:
        self.stopped.set()
        self.thread.join()
        self.server.kill()
        self.server.wait()

    def allows(self, limit: float, share: float = 1) -> float:
        """A bound in seconds as it is for a machine like this one: with what all had to wait for, so far."""
        return limit + self.WAITS * percentile(self.times or [0], share)
