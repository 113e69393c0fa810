"""Messages on the topic that other programs than the service have put there."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable

from broker import MockBroker
from confluent_kafka import Producer


def event(id: str, user: str | None = None) -> dict:
    """A message as the service writes them."""
    return {
        "event": "add",
        "input": {"a": "0.1", "b": "0.2"},
        "result": "0.3",
        "user": user or f"user{hash(id) % 50}",
        "cached": False,
        "time": time.time(),
        "id": id,
        "status": 200,
        "code": None,
        "duration_us": 41,
        "request_id": id,
    }


def legacy_event(number: int, result: object = 5) -> bytes:
    """A message as the legacy service wrote them: no identity, and whatever Python takes for JSON."""
    message = {"event": "pow", "input": {"x": number, "y": 2}, "result": result, "user": "old", "time": time.time()}
    return json.dumps(message).encode()


def produce(broker: MockBroker, messages: Iterable[dict | bytes | None]) -> None:
    """Puts messages on the topic; returns when the broker has them all."""
    # What has no key goes anywhere, each by itself: all in one partition would be more than the mock cluster holds.
    settings = {"queue.buffering.max.messages": 1_000_000, "sticky.partitioning.linger.ms": 0}
    producer = Producer({"bootstrap.servers": broker.servers} | settings)
    failed = []
    for message in messages:
        key = message["user"] if isinstance(message, dict) else None
        value = json.dumps(message, separators=(",", ":")).encode() if isinstance(message, dict) else message
        producer.produce("logs", value, key, on_delivery=lambda error, _: failed.append(error) if error else None)
        producer.poll(0)
    assert producer.flush(60) == 0 and not failed, failed[:3]
