"""`kill -9` under load, again and again: every answered operation is in the event store once, none twice."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3

import httpx
import pytest
from load import Ledger, Load, check
from machine_time import processor_seconds
from service import Service, stored_messages, wait_until

KILLS = 20


def integrity(path) -> str:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0]


def calculations(service: Service) -> list[dict]:
    return [message for message in stored_messages(service.events_db) if message["request_id"].startswith("kill")]


def carried_on(service: Service) -> bool:
    """Whether the journal is carried to the event store to its end."""
    page = httpx.get(service.url + "/metrics").text
    return any(line.split() == ["events_pending", "0"] for line in page.splitlines())


async def load_until_killed(service: Service, load: Load) -> None:
    load.start()
    enough = random.randint(60, 400)
    await asyncio.to_thread(wait_until, lambda: load.answered > enough, what="a load")
    service.process.kill()
    await load.finish()
    service.process.wait(60)


@pytest.fixture(scope="module")
def after_the_kills(tmp_path_factory):
    """A service that was killed 20 times under load, ended properly after the last restart, with the ledger."""
    service = Service(tmp_path_factory.mktemp("crash") / "data").start()
    try:
        service.register("crash")
        token = service.sign_in("crash")["access_token"]
        ledger, restarts = Ledger(), []
        for round in range(KILLS):
            asyncio.run(load_until_killed(service, Load(service.port, token, f"kill{round}", ledger)))
            service.start()
            restarts.append(processor_seconds(service.process.pid))
        wait_until(lambda: carried_on(service), 30, "events_pending reaching 0")
        assert service.terminate() == 0
        yield service, ledger, restarts
    finally:
        service.kill()


def test_after_20_kills_every_answered_operation_is_stored_exactly_once(after_the_kills, capsys):
    service, ledger, restarts = after_the_kills
    report = check(ledger, calculations(service))
    with capsys.disabled():
        print(f"\n{KILLS} kills: {report}; at most {max(restarts):.2f} s of a processor for a restart")
    assert report.is_clean, (
        report,
        report.missing[:5],
        report.doubled[:5],
        report.unknown[:5],
        report.wrong_status[:5],
    )
    assert len(ledger.acknowledged) > 50 * KILLS, "the load was too light to prove anything"
    assert max(restarts) < 2


def test_after_20_kills_the_databases_are_whole(after_the_kills):
    service, _, _ = after_the_kills
    assert integrity(service.events_db) == integrity(service.service_db) == "ok"
    with sqlite3.connect(f"file:{service.events_db}?mode=ro", uri=True) as database:
        rows, ids = database.execute("SELECT count(*), count(DISTINCT event_id) FROM kafka_logs").fetchone()
    assert rows == ids


def test_the_checker_sees_a_lost_row_a_doubled_one_and_one_that_nobody_sent(after_the_kills, tmp_path):
    service, ledger, _ = after_the_kills
    copy = tmp_path / "events.db"
    shutil.copy(service.events_db, copy)
    first, second, third = sorted(ledger.acknowledged)[:3]
    with sqlite3.connect(copy) as database:
        database.execute("DELETE FROM kafka_logs WHERE message LIKE ?", (f'%"request_id":"{first}"%',))
        database.execute(
            "INSERT INTO kafka_logs (topic, message, event_id) SELECT topic, message, event_id || '-again' "
            "FROM kafka_logs WHERE message LIKE ?",
            (f'%"request_id":"{second}"%',),
        )
        database.execute(
            "INSERT INTO kafka_logs (topic, message) SELECT topic, replace(message, ?, 'kill-never') FROM kafka_logs "
            "WHERE message LIKE ?",
            (third, f'%"request_id":"{third}"%'),
        )
    report = check(ledger, [m for m in stored_messages(copy) if m["request_id"].startswith("kill")])
    assert (report.missing, report.doubled, report.unknown) == ([first], [second], ["kill-never"])


def test_the_checker_takes_an_unanswered_request_once_but_not_twice():
    ledger = Ledger(acknowledged={"a": 200}, ambiguous={"b", "c"})
    stored = [{"request_id": "a", "status": 200}, {"request_id": "b", "status": 200}]
    assert check(ledger, stored).is_clean
    assert check(ledger, stored + stored[1:]).doubled == ["b"]
    assert check(ledger, [{"request_id": "a", "status": 422}]).wrong_status == ["a"]
