"""P1 and P6: SIGKILL of the service under load, and of the consumer in the middle of a batch."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time

from broker import count, rows
from load import Ledger, Load
from machine_time import processor_seconds
from messages import event, produce
from service import wait_until
from stack import Stack, assert_clean


def integrity(path) -> str:
    return rows(path, "PRAGMA integrity_check")[0][0]


async def load_until_killed(stack: Stack, load: Load) -> None:
    load.start()
    enough = random.randint(50, 2000)
    await asyncio.to_thread(wait_until, lambda: load.answered > enough, what="a load")
    stack.service.kill()
    await load.finish()


def fill_journal(service_db, count: int) -> None:
    """A journal as it is after a long time, all of it carried on already."""
    with sqlite3.connect(service_db) as database:
        database.execute(
            "WITH RECURSIVE n(i) AS (SELECT (SELECT max(sequence) FROM journal) + 1 UNION ALL SELECT i + 1 FROM n "
            "LIMIT ?) INSERT INTO journal SELECT i, randomblob(16), 'old', 'add', 200, 1, 1, "
            '\'{"event":"add","input":{"a":"1","b":"2"},"result":"3","user":"old","request_id":"old"}\' FROM n',
            (count,),
        )
        database.execute("INSERT OR REPLACE INTO relays SELECT 'logs', max(sequence) FROM journal")


def test_P1_the_service_is_killed_under_load(stack, scale, note):
    kills = scale(5, 100)
    here = stack()
    here.service.start()
    tokens = here.tokens(8)
    assert here.service.terminate() == 0
    fill_journal(here.service.service_db, scale(50_000, 1_000_000))
    here.service.start()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    ledger, restarts = Ledger(), []
    wanted = scale(1000, 50_000)
    while len(restarts) < kills or len(ledger.acknowledged) < wanted:
        load = Load(here.service.port, tokens, f"load{len(restarts)}", ledger, rate=1500)
        asyncio.run(load_until_killed(here, load))
        here.service.start()
        restarts.append(processor_seconds(here.service.process.pid))
        assert integrity(here.consumer.events_db) == "ok"
    here.settle()
    report = here.report(ledger)
    restarts.sort()
    kills = len(restarts)
    note(
        f"{kills} kills, {report}; a restart takes {restarts[kills // 2]:.2f} s of a processor (median), "
        f"at most {restarts[-1]:.2f} s"
    )
    assert_clean(report)
    assert integrity(here.service.service_db) == "ok"
    assert restarts[-1] <= 2


def test_P6_the_consumer_is_killed_in_the_middle_of_a_batch(stack, scale, note):
    kills, slice_size = scale(2, 100), 500
    here = stack()
    ids = [f"event-{number}" for number in range(kills * slice_size)]
    for number in range(kills):
        produce(here.broker, [event(id) for id in ids[number * slice_size : (number + 1) * slice_size]])
        here.consumer.log.clear()
        before = count(here.consumer.events_db)
        here.consumer.start()
        wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
        if number % 2:
            # As soon as there are more rows: the group has not been told of them.
            wait_until(lambda: count(here.consumer.events_db) > before, 30, "a batch being stored")  # noqa: B023
        else:
            time.sleep(random.uniform(0, 0.15))
        here.consumer.kill()
    before = count(here.consumer.events_db)
    here.consumer.log.clear()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    wait_until(lambda: count(here.consumer.events_db) >= len(ids), 60, "every row")
    assert here.consumer.terminate() == 0
    stored = [id for (id,) in rows(here.consumer.events_db, "SELECT event_id FROM kafka_logs")]
    note(
        f"{kills} kills, sent {len(ids)}, stored {len(stored)} ({before} of them before the last start), "
        f"missing {len(set(ids) - set(stored))}, doubled {len(stored) - len(set(stored))}"
    )
    assert sorted(stored) == sorted(ids)
    assert integrity(here.consumer.events_db) == "ok"
