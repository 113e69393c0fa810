"""P24: half of what the service can do, for a long time, and a fault every few seconds."""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from broker import MockBroker, rows
from load import Ledger, Load, check
from pressure import descriptors, resident_kib
from service import wait_until
from stack import Stack, assert_clean

# What the mock cluster surely holds, should the consumer take none of it: 5 MB a partition, of 64 users' events.
ROUND_EVENTS = 100_000
# The long form's length.
SECONDS = int(os.environ.get("SOAK_SECONDS", "1800"))


@dataclass
class Watched:
    """A process that is spared, so that it grows old: its memory and descriptors, after it has warmed up."""

    name: str
    process: int
    began: float
    memory: list[tuple[float, int]] = field(default_factory=list)
    files: list[int] = field(default_factory=list)

    @property
    def minutes(self) -> float:
        return (self.memory[-1][0] - self.memory[0][0]) / 60

    @property
    def slope(self) -> float:
        """MiB a minute."""
        times, kibibytes = zip(*self.memory, strict=True)
        return statistics.linear_regression(times, kibibytes).slope * 60 / 1024

    def __str__(self) -> str:
        return (
            f"{self.name} {self.memory[-1][1] // 1024} MiB, {self.slope:+.2f} MiB/min over {self.minutes:.1f} min, "
            f"{min(self.files)} to {max(self.files)} descriptors"
        )


def name(fault: Callable) -> str:
    return fault.__name__.replace("_", " ")


@dataclass
class Soak:
    """Rounds of load and faults. After each everything is to be stored, and is counted and forgotten."""

    here: Stack
    tokens: Sequence[str]
    # Requests a second, and seconds between faults.
    rate: float
    pauses: tuple[float, float]
    numbers: Iterator[int] = field(default_factory=itertools.count)
    faults: Counter = field(default_factory=Counter)
    acknowledged: int = 0
    unanswered: int = 0
    last_row: int = 0
    largest_log: int = 0

    def kill_service(self) -> None:
        self.here.service.kill()
        self.here.service.start()

    def kill_consumer(self) -> None:
        self.here.consumer.kill()
        time.sleep(random.uniform(0, 0.5))
        self.here.consumer.start()

    def broker_down(self) -> None:
        self.here.broker.tell("down 0")
        time.sleep(random.uniform(*self.pauses))
        self.here.broker.tell("up 0")

    def broker_hangs(self) -> None:
        self.here.broker.hang()
        time.sleep(random.uniform(*self.pauses))
        self.here.broker.go_on()

    def load(self, ledger: Ledger) -> Load:
        prefix = f"load{next(self.numbers)}"
        load = Load(self.here.service.port, self.tokens, prefix, ledger, connections=64, rate=self.rate)
        load.start()
        return load

    async def half(self, seconds: float, faults: list[Callable], watched: Watched) -> None:
        random.shuffle(faults)
        round_seconds = min(60, ROUND_EVENTS / self.rate)
        turns, end = itertools.cycle(faults), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 or any(not self.faults[name(fault)] for fault in faults):
            await self.round(min(max(left, 1), round_seconds), turns, watched, warm=watched.began + seconds / 3)

    async def round(self, seconds: float, turns: Iterator[Callable], watched: Watched, warm: float) -> None:
        ledger, end = Ledger(), time.monotonic() + seconds
        sampling = asyncio.create_task(self.sample(watched, warm))
        load = self.load(ledger)
        while time.monotonic() < end:
            await asyncio.sleep(random.uniform(*self.pauses))
            fault = next(turns)
            self.faults[name(fault)] += 1
            await asyncio.to_thread(fault)
            if fault == self.kill_service:
                await load.finish()
                load = self.load(ledger)
        load.stopping = True
        await load.finish()
        await asyncio.to_thread(self.here.settle, 120)
        sampling.cancel()
        self.count(ledger)
        # All is done and no load is on: as many as it always has.
        if time.monotonic() >= warm or not watched.files:
            watched.files.append(descriptors(watched.process))

    def count(self, ledger: Ledger) -> None:
        sql = f"SELECT id, message ->> 'request_id', status FROM kafka_logs WHERE id > {self.last_row} ORDER BY id"
        new = rows(self.here.consumer.events_db, sql)
        self.last_row = new[-1][0]
        report = check(ledger, [{"request_id": id, "status": s} for _, id, s in new if id.startswith("load")])
        # The mock cluster's loss would be nobody else's.
        assert not self.here.consumer.has_said("Messages are gone from the topic"), (
            f"too much for the cluster: {report}"
        )
        assert_clean(report)
        assert report.acknowledged, "nothing was answered, so nothing was tried"
        self.acknowledged += report.acknowledged
        self.unanswered += len(ledger.ambiguous)

    async def sample(self, watched: Watched, warm: float) -> None:
        folder = self.here.service.data_dir
        while True:
            for path in folder.glob("*.db-wal"):
                self.largest_log = max(self.largest_log, path.stat().st_size)
            if time.monotonic() >= warm:
                watched.memory.append((time.monotonic(), resident_kib(watched.process)))
            await asyncio.sleep(0.5)  # the pace of the samples


def capacity(here: Stack, tokens: Sequence[str], seconds: float) -> float:
    """Answers a second without a pause."""
    ledger = Ledger()
    asyncio.run(Load(here.service.port, tokens, "capacity", ledger).run(seconds))
    here.settle()
    return len(ledger.acknowledged) / seconds


def test_P24_soak(stack, scale, note):
    seconds = scale(6, SECONDS)
    here = stack(broker=MockBroker(logs=64))
    here.service.start()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    tokens = here.tokens(scale(16, 64))
    soak = Soak(here, tokens, capacity(here, tokens, scale(1, 5)) / 2, scale((0.2, 0.7), (1, 4)))
    brokers, watched = [soak.broker_down, soak.broker_hangs], []
    # Half of the time the one is killed again and again and the other one spared, then the other way round.
    halves = ("consumer", here.consumer, soak.kill_service), ("service", here.service, soak.kill_consumer)
    for spared_name, spared, kill in halves:
        watched.append(Watched(spared_name, spared.process.pid, time.monotonic()))
        asyncio.run(soak.half(seconds / 2, [kill, *brokers], watched[-1]))
    note(
        f"{seconds} s at {soak.rate:.0f} requests/s, {dict(soak.faults)}: acknowledged {soak.acknowledged}, unanswered "
        f"{soak.unanswered}, anomalies 0; {watched[0]}; {watched[1]}; largest WAL {soak.largest_log / 2**20:.1f} MiB"
    )
    assert soak.largest_log <= 64 * 2**20
    for each in watched:
        # In less time one page more or less of the allocator's would decide.
        assert each.minutes < 5 or each.slope <= 1, f"{each}"
        assert max(each.files) - min(each.files) <= 5, f"{each}"
