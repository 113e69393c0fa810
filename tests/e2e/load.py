"""A load of calculations over keep-alive connections, and the ledger of what was answered."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import Counter
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


@dataclass
class Report:
    """What became of every request of a ledger."""

    acknowledged: int
    stored: int
    missing: list[str]
    doubled: list[str]
    unknown: list[str]
    wrong_status: list[str]

    def __str__(self) -> str:
        return (
            f"acknowledged {self.acknowledged}, stored {self.stored}, missing {len(self.missing)}, "
            f"doubled {len(self.doubled)}, never sent {len(self.unknown)}, wrong status {len(self.wrong_status)}"
        )

    @property
    def is_clean(self) -> bool:
        return not (self.missing or self.doubled or self.unknown or self.wrong_status)


def check(ledger: Ledger, messages: list[dict]) -> Report:
    """Holds the event store against the ledger: an answered request is stored exactly once with the status that its
    client saw, one without an answer at most once, and nothing is stored that nobody sent."""
    count = Counter(message["request_id"] for message in messages)
    status = {message["request_id"]: message["status"] for message in messages}
    return Report(
        acknowledged=len(ledger.acknowledged),
        stored=len(messages),
        missing=sorted(id for id in ledger.acknowledged if not count[id]),
        doubled=sorted(id for id, times in count.items() if times > 1),
        unknown=sorted(id for id in count if id not in ledger.acknowledged and id not in ledger.ambiguous),
        wrong_status=sorted(id for id, seen in ledger.acknowledged.items() if id in status and status[id] != seen),
    )


class Load:
    """Keep-alive connections that send one request after the other until they are stopped or the service is gone."""

    def __init__(self, port: int, token: str, prefix: str, ledger: Ledger, connections: int = 32):
        self.port, self.token, self.prefix, self.ledger, self.connections = port, token, prefix, ledger, connections
        self.numbers = itertools.count(1)
        self.stopping = False
        self.tasks: list[asyncio.Task] = []

    def start(self) -> None:
        self.tasks = [asyncio.create_task(self.connection()) for _ in range(self.connections)]

    async def finish(self) -> None:
        """Waits for every connection; what a connection met that it did not expect is raised here."""
        await asyncio.gather(*self.tasks)

    async def connection(self) -> None:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return
        try:
            while not self.stopping and await self.exchange(reader, writer):
                pass
        finally:
            writer.close()

    async def exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; whether the connection can take another."""
        number = next(self.numbers)
        id = f"{self.prefix}-{number}"
        path = random.choice(REQUESTS).format(n=number)
        self.ledger.ambiguous.add(id)
        try:
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.token}\r\n"
                f"X-Request-ID: {id}\r\n\r\n".encode()
            )
            await writer.drain()
            head = await reader.readuntil(b"\r\n\r\n")
            fields = head.lower().split(b"\r\n")
            length = next(int(line.partition(b":")[2]) for line in fields if line.startswith(b"content-length:"))
            await reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError):
            return False
        status = int(head.split(b" ", 2)[1])
        assert status == (422 if path.endswith("b=0") else 200), head
        self.ledger.ambiguous.remove(id)
        self.ledger.acknowledged[id] = status
        return b"connection: close" not in fields
