"""A load of calculations over keep-alive connections, and the ledger of what was answered."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

# What is asked, and whether the answer is 200: refused operations are events as well.
REQUESTS = (
    "/math/add?a=0.1&b={n}",
    "/math/multiply?a={n}&b=3",
    "/math/divide?a={n}&b=7",
    "/math/sqrt?x={n}",
    "/math/divide?a={n}&b=0",
)


@dataclass
class Ledger:
    """What the clients know: request ids that were answered, and those that were sent and never answered."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    # The connection that sent a request, and the how many-th it was there: each waits for its answer before the next.
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    # Requests that were turned away with a status the load allowed for, and how many with each.
    turned_away: set[str] = field(default_factory=set)
    refused: Counter = field(default_factory=Counter)
    # How long each answer took.
    seconds: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """How long answers took, in milliseconds."""
        return 1000 * sorted(self.seconds)[min(len(self.seconds) - 1, int(share * len(self.seconds)))]


@dataclass
class Report:
    """What became of every request of a ledger. Printed with the names that Jepsen's checker of Kafka has for the same
    anomalies."""

    acknowledged: int
    stored: int
    missing: list[str]
    doubled: list[str]
    unknown: list[str]
    wrong_status: list[str]
    out_of_order: list[str]
    aborted: list[str]

    def __str__(self) -> str:
        return (
            f"acknowledged {self.acknowledged}, stored {self.stored}, missing {len(self.missing)} (lost-write), "
            f"doubled {len(self.doubled)} (duplicate), out of order {len(self.out_of_order)} (nonmonotonic-poll), "
            f"refused and stored {len(self.aborted)} (G1a), never sent {len(self.unknown)}, "
            f"wrong status {len(self.wrong_status)}"
        )

    @property
    def is_clean(self) -> bool:
        faults = (self.missing, self.doubled, self.out_of_order, self.aborted, self.unknown, self.wrong_status)
        return not any(faults)


def check(ledger: Ledger, messages: list[dict]) -> Report:
    """Holds the event store against the ledger: an answered request is stored exactly once with the status that its
    client saw, one without an answer at most once, those of one connection stand in the order in which it sent them,
    and nothing is stored that was turned away, or that nobody sent."""
    count = Counter(message["request_id"] for message in messages)
    status = {message["request_id"]: message["status"] for message in messages}
    return Report(
        acknowledged=len(ledger.acknowledged),
        stored=len(messages),
        missing=sorted(id for id in ledger.acknowledged if not count[id]),
        doubled=sorted(id for id, times in count.items() if times > 1),
        unknown=sorted(count.keys() - ledger.acknowledged.keys() - ledger.ambiguous - ledger.turned_away),
        wrong_status=sorted(id for id, seen in ledger.acknowledged.items() if id in status and status[id] != seen),
        out_of_order=out_of_order(ledger, messages),
        aborted=sorted(count.keys() & ledger.turned_away),
    )


def out_of_order(ledger: Ledger, messages: list[dict]) -> list[str]:
    """The requests that stand behind a later one of their connection."""
    latest: dict[str, int] = {}
    late = []
    for message in messages:
        connection, number = ledger.places.get(message["request_id"], (None, 0))
        if connection is None:
            continue
        if number < latest.get(connection, 0):
            late.append(message["request_id"])
        latest[connection] = max(number, latest.get(connection, 0))
    return late


class Load:
    """Keep-alive connections that send one request after the other until they are stopped or the service is gone.

    With a rate, all of them together send about that many a second. A status in `refusals` (503, say) is an answer too,
    to a request that was not carried out.
    """

    def __init__(
        self,
        port: int,
        token: str | Sequence[str],
        prefix: str,
        ledger: Ledger,
        connections: int = 32,
        rate: float | None = None,
        each: int | None = None,
        refusals: Sequence[int] = (),
    ):
        self.port, self.prefix, self.ledger, self.connections = port, prefix, ledger, connections
        self.tokens = [token] if isinstance(token, str) else list(token)
        self.pause = connections / rate if rate else 0
        self.each, self.refusals = each, refusals
        self.numbers = itertools.count(1)
        self.stopping = False
        # How many answers this load has got.
        self.answered = 0
        self.tasks: list[asyncio.Task] = []

    def start(self) -> None:
        self.tasks = [asyncio.create_task(self.connection(index)) for index in range(self.connections)]

    async def finish(self) -> None:
        """Waits for every connection; what a connection met that it did not expect is raised here."""
        await asyncio.gather(*self.tasks)

    async def run(self, seconds: float) -> None:
        """The load for a while."""
        self.start()
        await asyncio.sleep(seconds)
        self.stopping = True
        await self.finish()

    async def connection(self, index: int) -> None:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return
        try:
            due = time.monotonic() + random.random() * self.pause
            for turn in itertools.count(1) if self.each is None else range(1, self.each + 1):
                if self.pause:
                    await asyncio.sleep(max(0, due - time.monotonic()))
                    due += self.pause
                if self.stopping or not await self.exchange(reader, writer, index, turn):
                    break
        finally:
            writer.close()

    async def exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, index: int, turn: int) -> bool:
        """One request and its answer; whether the connection can take another."""
        number = next(self.numbers)
        id = f"{self.prefix}-{number}"
        path = random.choice(REQUESTS).format(n=number)
        token = self.tokens[index % len(self.tokens)]
        self.ledger.ambiguous.add(id)
        self.ledger.places[id] = (f"{self.prefix}/{index}", turn)
        began = time.monotonic()
        try:
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
                f"X-Request-ID: {id}\r\n\r\n".encode()
            )
            await writer.drain()
            head = await reader.readuntil(b"\r\n\r\n")
            fields = head.lower().split(b"\r\n")
            length = next(int(line.partition(b":")[2]) for line in fields if line.startswith(b"content-length:"))
            await reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError):
            return False
        self.ledger.seconds.append(time.monotonic() - began)
        self.answered += 1
        status = int(head.split(b" ", 2)[1])
        self.ledger.ambiguous.remove(id)
        if status in self.refusals:
            self.ledger.refused[status] += 1
            self.ledger.turned_away.add(id)
            return b"connection: close" not in fields
        assert status == (422 if path.endswith("b=0") else 200), head
        self.ledger.acknowledged[id] = status
        return b"connection: close" not in fields
