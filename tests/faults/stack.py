"""A whole system of processes, and the check of what became of its events."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from broker import Consumer, MockBroker, wait_until_stored
from load import Ledger, Report, check
from service import Service, stored_messages


@dataclass
class Stack:
    """A broker, a service that carries its journal there, and a consumer that stores the topic."""

    folder: Path
    broker: MockBroker
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        shared = {"KAFKA_BROKER": self.broker.servers} | self.settings
        self.service = Service(self.folder / "data", shared)
        self.consumer = Consumer(self.folder / "data", shared)

    def tokens(self, count: int) -> list[str]:
        """As many new users, signed in."""

        def sign_up(number: int) -> str:
            self.service.register(f"user{number}")
            return self.service.sign_in(f"user{number}")["access_token"]

        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(sign_up, range(count)))

    def settle(self, timeout: float = 60) -> float:
        return wait_until_stored(self.service, timeout)

    def stored(self, prefix: str = "load") -> list[dict]:
        """The messages of a load's requests, in the order of the store."""
        messages = stored_messages(self.consumer.events_db)
        return [message for message in messages if message["request_id"].startswith(prefix)]

    def report(self, ledger: Ledger) -> Report:
        return check(ledger, self.stored())

    def stop(self) -> None:
        self.consumer.kill()
        self.service.kill()
        self.broker.stop()


def assert_clean(report: Report) -> None:
    assert report.is_clean, (
        f"{report}: {report.missing[:5]} {report.doubled[:5]} {report.out_of_order[:5]} {report.unknown[:5]}"
    )
