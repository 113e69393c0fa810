"""P20: more is asked than can be done. What can be done is done, the rest is told to come again."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from broker import MockBroker, rows
from load import Ledger, Load
from machine_time import Control, percentile
from pressure import Flood, allow_files, flood, health_seconds, request
from service import PASSWORD, Service, wait_until
from stack import Stack, assert_clean

# With 26, half a second of a worker's time; it may have two.
HEAVY = "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f({})"


@dataclass
class Crowd:
    """What is asked by many at once, and by how many for the peak."""

    requests: list[str]
    clients: int
    few: int
    # What else than 200 an answer may be, besides the refusals.
    also: frozenset[int] = frozenset()


def crowd(what: str, tokens: Sequence[str], depth: int) -> Crowd:
    if what == "operations":
        return Crowd([request("GET", "/math/add?a=0.1&b=0.2", token) for token in tokens], 1000, 64)
    if what == "sign-ins":
        names = [urlencode({"username": f"user{number}", "password": PASSWORD}) for number in range(len(tokens))]
        kind = "application/x-www-form-urlencoded"
        return Crowd([request("POST", "/token", body=name, kind=kind) for name in names], 256, 8)
    body = json.dumps({"expr": HEAVY.format(depth)})
    requests = [request("POST", "/math/evaluate", token, body) for token in tokens]
    # On a machine that is busy with other things it may pass its limit.
    return Crowd(requests, 64, 2, frozenset({422}))


@dataclass
class Overload:
    peak: Flood
    crowded: Flood
    health: list[float]
    # Until everything was quick again.
    normal: float


async def overload(here: Stack, folder: Path, crowd: Crowd, load: Load, control: Control, seconds: float) -> Overload:
    """The peak with as many clients as it takes; then all of them, while somebody else calculates now and then."""
    service = here.service
    peak = await asyncio.to_thread(flood, service, folder, crowd.requests, crowd.few, max(1, seconds / 6))
    load.start()
    with ThreadPoolExecutor(1) as pool:
        health = pool.submit(health_seconds, service, seconds)
        crowded = await asyncio.to_thread(flood, service, folder, crowd.requests, crowd.clients, seconds)
        assert service.process.poll() is None, f"it has ended: {service.process.poll()}, {service.log[-3:]}"
        began = time.monotonic()
        await asyncio.to_thread(wait_until_quick, service, control)
        normal = time.monotonic() - began
        load.stopping = True
        await load.finish()
        return Overload(peak, crowded, health.result(), normal)


def wait_until_quick(service: Service, control: Control) -> None:
    """Ten requests one after the other, each answered within 0.1 s, as far as that is the service's to decide."""
    quick, end = 0, time.monotonic() + 60
    with service.client() as client:
        while quick < 10:
            assert time.monotonic() < end, "it does not come to itself again"
            began = time.monotonic()
            assert client.get("/readyz").status_code == 200
            quick = quick + 1 if time.monotonic() - began < control.allows(0.1, 0.5) else 0


def crowds_events(here: Stack, what: str) -> int:
    """How many of the crowd's answers are stored."""
    event = {"operations": "add", "sign-ins": "login", "heaviest": "evaluate"}[what]
    sql = f"SELECT message ->> 'request_id' FROM kafka_logs WHERE event = '{event}' AND status = 200"
    ids = [id for (id,) in rows(here.consumer.events_db, sql) if not id.startswith("load")]
    assert len(ids) == len(set(ids)), "stored twice"
    return len(ids)


@pytest.mark.parametrize("what", ["operations", "sign-ins", "heaviest"])
def test_P20_overload(stack, scale, note, tmp_path, what):
    seconds = scale(5 if what == "operations" else 2, 60)
    allow_files(8192)
    # Room in the mock cluster for all of the crowd, should the consumer take none of it: 5 MB a partition.
    here = stack(broker=MockBroker(logs=64))
    here.service.start()
    here.consumer.start()
    # What the cluster has let go of before that is nobody's loss.
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    tokens, ledger = here.tokens(64), Ledger()
    load = Load(here.service.port, tokens, "load", ledger, connections=8, rate=40, refusals=(429, 503))
    asked = crowd(what, tokens, scale(22, 26))
    with Control() as control:
        seen = asyncio.run(overload(here, tmp_path, asked, load, control, seconds))
    here.settle(scale(60, 240))
    # Those for whom there are tokens have signed in before.
    report, stored = here.report(ledger), crowds_events(here, what) - (len(tokens) if what == "sign-ins" else 0)
    answered = seen.peak.statuses[200] + seen.crowded.statuses[200]
    health = 1000 * percentile(seen.health, 0.99)
    note(
        f"{asked.clients} clients for {seconds} s: {seen.crowded.goodput:.0f} answers/s (peak "
        f"{seen.peak.goodput:.0f}), refused {seen.crowded.refusals}; healthz p99 {health:.0f} ms; normal after "
        f"{seen.normal:.1f} s; the crowd's {answered} answers, stored {stored}; {report}, p99 of these answers "
        f"{ledger.percentile(0.99):.0f} ms"
    )
    # The mock cluster's loss would be nobody else's.
    assert not here.consumer.has_said("Messages are gone from the topic"), f"too much for the cluster: {report}"
    assert_clean(report)
    # What was carried out when wrk hung up has no answer.
    assert answered <= stored <= answered + asked.few + asked.clients
    assert set(seen.crowded.statuses) <= {200, 429, 503} | asked.also
    assert not seen.crowded.hasty and not seen.crowded.broken
    # In a short time there are few answers to compare.
    assert seen.crowded.goodput >= scale(0, 0.8) * seen.peak.goodput
    assert percentile(seen.health, scale(0.5, 0.99)) <= control.allows(0.1, scale(0.5, 0.99))
    assert seen.normal <= control.allows(5)
