"""P11, P12 and P13: a backlog at its cap, a disk that is full, files that somebody else has locked."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from broker import count, rows
from load import Ledger, Load
from machine_time import Control, percentile
from messages import event, produce
from pressure import health_seconds
from service import stored_messages, wait_until
from stack import Stack, assert_clean


def integrity(path: Path) -> str:
    return rows(path, "PRAGMA integrity_check")[0][0]


@contextmanager
def locked(database: Path):
    """Another program has the file's lock for writing."""
    foreign = sqlite3.connect(database, isolation_level=None, timeout=20)
    foreign.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        foreign.execute("ROLLBACK")
        foreign.close()


def test_P11_the_backlog_has_a_cap(stack, note):
    here = stack(BACKLOG_MAX_ROWS="1000")
    here.service.start()
    here.consumer.start()
    with here.service.user("eve") as client:
        here.settle()
        here.broker.tell("down 0")
        answered = 0
        for _ in range(3000):
            answer = client.get("/math/add?a=1&b=2")
            if answer.status_code != 200:
                break
            answered += 1
        assert answer.status_code == 503 and int(answer.headers["retry-after"]) >= 1, answer.text
        assert answer.json()["code"] == "backlog_full"
        assert 900 <= answered <= 1100
        assert client.get("/history").status_code == 200 and client.get("/me").status_code == 200
        assert client.get("/healthz").status_code == 200
        here.broker.tell("up 0")
        here.settle()
        wait_until(lambda: client.get("/math/add?a=1&b=2").status_code == 200, 30, "calculating again")
        here.settle()
    stored = [m for m in stored_messages(here.consumer.events_db) if m["event"] == "add" and m["status"] == 200]
    ids = {m["id"] for m in stored}
    note(
        f"503 after {answered} answers with a cap of 1000; acknowledged {answered + 1}, stored {len(stored)}, "
        f"missing {answered + 1 - len(ids)}, doubled {len(stored) - len(ids)}"
    )
    assert len(stored) == len(ids) == answered + 1


def test_P12_the_disk_of_the_journal_is_full_and_gets_room_again(stack, note, small_disk):
    disk = small_disk("disk", 12)
    # The store lies elsewhere: here the journal alone is in need.
    here = stack(DATA_DIR=str(disk.path / "data"), SQLITE_DB=str(disk.path.parent / "events.db"))
    here.service.data_dir = disk.path / "data"
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(4), Ledger()

    async def until_full_and_after() -> float:
        load = Load(here.service.port, tokens, "load", ledger, connections=8, rate=200, refusals=(503, 507))
        load.start()
        await asyncio.sleep(1)
        before = len(ledger.acknowledged)
        disk.fill(leave=128 * 1024)
        await asyncio.to_thread(wait_until, lambda: ledger.refused, 60, "an answer that the disk is full")
        assert before > 0 and here.service.process.poll() is None
        assert await asyncio.to_thread(lambda: health_seconds(here.service, 1))
        with here.service.client(tokens[0]) as client:
            assert client.get("/history").status_code == 200 and client.get("/me").status_code == 200
            assert client.get("/readyz").status_code == 503
        disk.remount("size=64m")
        began = time.monotonic()
        # The first that asks then, not one after a pause.
        with here.service.client(tokens[0]) as client:
            answer = await asyncio.to_thread(client.get, "/math/add?a=1&b=2", headers={"X-Request-ID": "first"})
        assert answer.status_code == 200, answer.text
        again = time.monotonic() - began
        await asyncio.sleep(1)
        load.stopping = True
        await load.finish()
        return again

    again = asyncio.run(until_full_and_after())
    here.settle()
    report = here.report(ledger)
    note(f"refused {dict(ledger.refused)}, writing again {again:.2f} s after there was room; {report}")
    assert_clean(report)
    assert set(ledger.refused) <= {503, 507}
    assert integrity(here.service.service_db) == "ok"
    assert here.service.terminate() == 0 and here.consumer.terminate() == 0


def large_events(total: int) -> list[bytes]:
    """Events of 10 kB each, for any partition."""
    padding = "".join(random.choice("0123456789") for _ in range(10_000))
    return [json.dumps(event(f"large-{number}") | {"padding": padding}).encode() for number in range(total)]


def fetches(here: Stack) -> int:
    """How often the consumer has asked the broker for messages, by librdkafka's own word."""
    return sum('"facility":"FETCH"' in line and "Fetch topic" in line for line in list(here.consumer.log))


def test_P12_the_disk_of_the_store_is_full_and_gets_room_again(stack, note, small_disk):
    disk, total = small_disk("disk", 20), 4000
    here = stack(SQLITE_DB=str(disk.path / "events.db"))
    here.consumer.settings |= {"LOG_LEVEL": "debug", "KAFKA_CONFIG_DEBUG": "fetch"}
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    produce(here.broker, large_events(total))
    wait_until(lambda: here.consumer.has_said("The store cannot be written, retrying"), 30, "the full disk being told")
    before = count(here.consumer.events_db)

    def fetched_no_more() -> int:
        so_far = fetches(here)
        time.sleep(2)
        return so_far if fetches(here) == so_far else 0

    # It stops fetching, for as long as it cannot store.
    fetched = wait_until(fetched_no_more, what="an end of fetching")
    assert here.consumer.process.poll() is None and count(here.consumer.events_db) == before < total
    disk.remount("size=128m")
    began = time.monotonic()
    wait_until(lambda: count(here.consumer.events_db) >= total, 60, "every event")
    took = time.monotonic() - began
    assert fetches(here) > fetched, "it has not begun to fetch again"
    ids = [id for (id,) in rows(here.consumer.events_db, "SELECT event_id FROM kafka_logs")]
    note(
        f"full after {before} of {total} events; everything {took:.1f} s after there was room; stored {len(ids)}, "
        f"missing {total - len(set(ids))}, doubled {len(ids) - len(set(ids))}"
    )
    assert len(ids) == len(set(ids)) == total
    assert here.consumer.has_said("The store is written again") and here.consumer.terminate() == 0
    assert integrity(here.consumer.events_db) == "ok"


@pytest.mark.parametrize("seconds", [3, 30])
def test_P13_the_journal_is_locked_by_somebody_else(stack, scale, note, seconds):
    seconds = scale(min(seconds, 8), seconds)
    here = stack()
    here.service.start()
    client = here.service.user("eve")
    answers = []

    def calculate() -> None:
        began = time.monotonic()
        answers.append((client.get("/math/add?a=1&b=2", timeout=60).status_code, time.monotonic() - began))

    with Control() as control, ThreadPoolExecutor(8) as pool:
        with locked(here.service.service_db):
            for _ in range(8):
                pool.submit(calculate)
            health = health_seconds(here.service, seconds)
    slowest = max(taken for _, taken in answers)
    note(
        f"{seconds} s: {sorted({status for status, _ in answers})} in at most {slowest:.1f} s, "
        f"healthz: median {1000 * health[len(health) // 2]:.0f} ms, at most {1000 * health[-1]:.0f} ms"
    )
    assert {status for status, _ in answers} == ({200} if seconds <= 3 else {503})
    # A lock is waited for once, for five seconds.
    assert slowest < control.allows(6)
    # Waiting for the lock on an event loop would take seconds.
    assert percentile(health, 0.5) < control.allows(0.05, 0.5) and health[-1] < control.allows(1)
    assert client.get("/math/add?a=1&b=2").status_code == 200
    answered = 1 + sum(status == 200 for status, _ in answers)
    assert len(client.get("/history").json()) == answered


def test_P13_the_store_is_locked_by_somebody_else(stack, scale, note):
    seconds, total = scale(3, 30), 2000
    here = stack()
    here.service.start()
    here.consumer.start()
    produce(here.broker, [event(f"first-{number}") for number in range(100)])
    wait_until(lambda: count(here.consumer.events_db) >= 100, 30, "the first events")
    with locked(here.consumer.events_db):
        produce(here.broker, [event(f"later-{number}") for number in range(total)])
        time.sleep(seconds)
        assert here.consumer.process.poll() is None
    wait_until(lambda: count(here.consumer.events_db) >= 100 + total, 60, "what waited")
    ids = [id for (id,) in rows(here.consumer.events_db, "SELECT event_id FROM kafka_logs WHERE event = 'add'")]
    note(
        f"locked for {seconds} s: sent {100 + total}, stored {len(ids)}, missing {100 + total - len(set(ids))}, "
        f"doubled {len(ids) - len(set(ids))}"
    )
    assert len(ids) == len(set(ids)) == 100 + total
    assert here.consumer.terminate() == 0


def test_P13_a_consumer_is_stopped_while_its_store_is_locked(stack, note):
    here = stack()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    with locked(here.consumer.events_db):
        produce(here.broker, [event(f"event-{number}") for number in range(100)])
        wait_until(lambda: here.consumer.has_said("The store cannot be written"), 30, "the lock being told")
        began = time.monotonic()
        assert here.consumer.terminate() == 0
        took = time.monotonic() - began
    here.consumer.start()
    wait_until(lambda: count(here.consumer.events_db) >= 100, 30, "every event")
    note(f"exit 0 after {took:.1f} s; sent 100, stored {count(here.consumer.events_db)} after the next start")
    assert count(here.consumer.events_db) == 100
