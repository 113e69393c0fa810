"""P16 and P17: clients that take their time, and more of them than there are descriptors."""

from __future__ import annotations

import asyncio
import os
import resource
import socket
import subprocess
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from load import Ledger, Load
from machine_time import Control
from pressure import Lifetimes, allow_files, descriptors, resident_kib
from service import wait_until
from stack import Stack, assert_clean

# How slowhttptest is slow, and when the service has to have had enough.
ATTACKS = {
    "heads": (10, ["-H", "-i", "3", "-x", "10", "-u", "/math/operations"]),
    "bodies": (30, ["-B", "-i", "3", "-x", "10", "-s", "8192", "-t", "POST", "-u", "/token"]),
    "reading": (30, ["-X", "-k", "8", "-w", "1", "-y", "64", "-n", "1", "-z", "5", "-u", "/openapi.json"]),
}


def attack(port: int, options: list[str], connections: int, rate: int) -> subprocess.Popen:
    *rest, path = options
    command = ["slowhttptest", "-c", str(connections), "-r", str(rate), "-l", "60", "-p", "30", *rest]
    url = f"http://127.0.0.1:{port}{path}"
    return subprocess.Popen([*command, url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@dataclass
class Attacked:
    """What the service had to carry: connections at a time, how long it kept each, and how much memory they took."""

    held: Lifetimes
    most: int = 0
    kibibytes: int = 0

    async def watch(self, attacker: subprocess.Popen, process: int, connections: int, seconds: float) -> None:
        """Until the attack has nothing left, or the time is over since it has been whole."""
        before, end = resident_kib(process), float("inf")
        while time.monotonic() < end and attacker.poll() is None:
            if self.most > 0.9 * connections:
                end = min(end, time.monotonic() + seconds)
            await asyncio.sleep(0.25)  # the pace of the samples
            now = self.held.look()
            self.most = max(self.most, now)
            self.kibibytes = max(self.kibibytes, resident_kib(process) - before)
            if self.most and not now:
                break


async def attacked(here: Stack, load: Load, options: list[str], connections: int, rate: int, seconds: int) -> Attacked:
    """Live requests before and during an attack of so many seconds at most."""
    load.start()
    await asyncio.to_thread(wait_until, lambda: load.answered > 2 * load.connections, what="every connection's answer")
    found = Attacked(Lifetimes(here.service.port))
    attacker = attack(here.service.port, options, connections, rate)
    try:
        await found.watch(attacker, here.service.process.pid, connections, seconds)
    finally:
        attacker.kill()
        attacker.wait()
    load.stopping = True
    await load.finish()
    return found


@pytest.mark.parametrize("what", ATTACKS)
def test_P16_slow_clients(stack, scale, note, what):
    connections, (deadline, options) = scale(200, 2000), ATTACKS[what]
    # The short form waits for the shortest of the deadlines alone.
    is_whole = scale(what == "heads", True)
    allow_files(8192)
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(4), Ledger()
    load = Load(here.service.port, tokens, "load", ledger, connections=8, rate=100)
    with Control() as control:
        seen = asyncio.run(attacked(here, load, options, connections, scale(400, 200), 60 if is_whole else 2))
    here.settle()
    report, kept = here.report(ledger), seen.held.seconds
    note(
        f"{len(kept)} slow connections, {seen.most} at a time, kept for at most {max(kept):.1f} s, "
        f"{seen.kibibytes // 1024} MiB for them; p99 of answers {ledger.percentile(0.99):.0f} ms; {report}"
    )
    assert_clean(report)
    assert len(kept) > 0.9 * connections and not ledger.refused
    assert ledger.percentile(scale(0.5, 0.99)) <= 1000 * control.allows(0.25, scale(0.5, 0.99))
    # The clock of a connection is looked at every two seconds.
    assert not is_whole or (max(kept) <= control.allows(deadline + 3) and not seen.held.look())
    # What is being written to it, 64 KiB, and as much again twice; not a copy of the whole answer.
    assert seen.kibibytes <= 192 * connections


def test_P16_a_client_that_asks_on_and_reads_nothing(stack, scale, note):
    here = stack()
    here.service.start()
    process = here.service.process.pid
    before, most, asked = resident_kib(process), 0, 0
    requests = 5000 * b"GET /docs HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as connections:
        client = connections.enter_context(socket.socket())
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", here.service.port))
        client.settimeout(0.2)
        control = connections.enter_context(Control())
        held, end = Lifetimes(here.service.port), time.monotonic() + scale(2, 40)
        held.before.clear()
        while time.monotonic() < end and held.look() and most < 256 * 1024:
            try:
                asked += client.send(requests[asked % len(requests) :])
            except OSError:
                pass  # it takes no more for now, or has had enough
            most = max(most, resident_kib(process) - before)
    note(
        f"{5000 * asked // len(requests)} requests sent and no answer read: {most // 1024} MiB more, "
        f"kept for {max(held.seconds):.1f} s"
    )
    assert most <= 32 * 1024
    assert max(held.seconds) <= control.allows(33)


def exhaust(here: Stack, connections: ExitStack) -> None:
    """More connections than the service has descriptors for."""
    for _ in range(700):
        connections.enter_context(socket.create_connection(("127.0.0.1", here.service.port), timeout=60))
    process = here.service.process.pid
    # All, or all but those that it keeps for itself.
    wait_until(lambda: here.service.process.poll() is not None or descriptors(process) > 256, what="most being taken")


def processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def exhausted(here: Stack, load: Load, seconds: float, times: int) -> tuple[float, list[float]]:
    """The share of a processor that the service took at last, and how long it took each time to answer again."""
    process, busy, again = here.service.process.pid, 0.0, []
    load.start()
    await asyncio.to_thread(wait_until, lambda: load.answered > 2 * load.connections, what="every connection's answer")
    for _ in range(times):
        with ExitStack() as connections:
            await asyncio.to_thread(exhaust, here, connections)
            used, so_far = processor_seconds(process), load.answered
            await asyncio.sleep(seconds)
            assert here.service.process.poll() is None, "it has died of it"
            busy = (processor_seconds(process) - used) / seconds
            # Who is in is answered.
            assert load.answered > so_far + 20 * seconds
        began = time.monotonic()
        await asyncio.to_thread(wait_until, here.service.is_ready, what="new connections being answered")
        again.append(time.monotonic() - began)
    load.stopping = True
    await load.finish()
    return busy, again


def test_P17_there_are_more_connections_than_descriptors(stack, scale, note):
    seconds, times = scale(3, 20), scale(1, 3)
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger, process = here.tokens(4), Ledger(), here.service.process.pid
    before = descriptors(process)
    resource.prlimit(process, resource.RLIMIT_NOFILE, (512, 512))
    load = Load(here.service.port, tokens, "load", ledger, connections=8, rate=100, refusals=(503,))
    busy, again = asyncio.run(exhausted(here, load, seconds, times))
    here.settle()
    report = here.report(ledger)
    wait_until(lambda: descriptors(process) <= before + 20, what="the descriptors being free again")
    note(
        f"700 connections with 512 descriptors, {times} times {seconds} s: answers again after {max(again):.1f} s, "
        f"{100 * busy:.0f} % of a processor meanwhile; {report}"
    )
    assert_clean(report)
    assert not ledger.refused
    # Not trying again and again to accept what it has no descriptor for.
    assert busy < 0.5
