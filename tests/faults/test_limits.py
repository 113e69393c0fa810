"""P11, P13, P14, P15 and P19: a backlog at its cap, files locked or damaged, clocks that jump, a stop under load."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from broker import count, readiness, rows
from load import Ledger, Load
from messages import event, produce
from service import executable, stored_messages, wait_until
from stack import assert_clean

FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


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
        assert 900 <= answered <= 1100
        assert client.get("/history").status_code == 200 and client.get("/me").status_code == 200
        assert httpx.get(here.service.url + "/healthz").status_code == 200
        here.broker.tell("up 0")
        here.settle()
        wait_until(lambda: client.get("/math/add?a=1&b=2").status_code == 200, 30, "calculating again")
        here.settle()
    stored = [m for m in stored_messages(here.consumer.events_db) if m["event"] == "add" and m["status"] == 200]
    note(f"503 after {answered} answers with a cap of 1000; {len(stored)} stored of {answered + 1} answered")
    assert len(stored) == len({m["id"] for m in stored}) == answered + 1


@pytest.mark.parametrize("seconds", [3, 30])
def test_P13_the_journal_is_locked_by_somebody_else(stack, scale, note, seconds):
    seconds = scale(min(seconds, 8), seconds)
    here = stack()
    here.service.start()
    client = here.service.user("eve")
    foreign = sqlite3.connect(here.service.service_db, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    answers, health, end = [], [], time.monotonic() + seconds

    def calculate() -> None:
        began = time.monotonic()
        answers.append((client.get("/math/add?a=1&b=2", timeout=20).status_code, time.monotonic() - began))

    with ThreadPoolExecutor(8) as pool:
        for _ in range(8):
            pool.submit(calculate)
        while time.monotonic() < end:
            began = time.monotonic()
            assert httpx.get(here.service.url + "/healthz").status_code == 200
            health.append(time.monotonic() - began)
            time.sleep(0.1)
        foreign.execute("ROLLBACK")
    slowest = max(taken for _, taken in answers)
    note(f"{seconds} s: {sorted({status for status, _ in answers})} in at most {slowest:.1f} s, "
         f"healthz at most {1000 * max(health):.0f} ms")  # fmt: skip
    assert {status for status, _ in answers} == ({200} if seconds <= 3 else {503})
    assert slowest < 8 and sorted(health)[len(health) * 9 // 10] < 0.05
    assert client.get("/math/add?a=1&b=2").status_code == 200


def test_P13_the_store_is_locked_by_somebody_else(stack, scale, note):
    seconds, total = scale(3, 30), 2000
    here = stack()
    here.service.start()
    here.consumer.start()
    produce(here.broker, [event(f"first-{number}") for number in range(100)])
    wait_until(lambda: count(here.consumer.events_db) >= 100, 30, "the first events")
    foreign = sqlite3.connect(here.consumer.events_db, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    produce(here.broker, [event(f"later-{number}") for number in range(total)])
    time.sleep(seconds)
    assert here.consumer.process.poll() is None
    foreign.execute("ROLLBACK")
    wait_until(lambda: count(here.consumer.events_db) >= 100 + total, 60, "what waited")
    ids = [id for (id,) in rows(here.consumer.events_db, "SELECT event_id FROM kafka_logs WHERE event = 'add'")]
    note(f"locked for {seconds} s: {len(ids)} rows, {len(set(ids))} distinct, of {100 + total}")
    assert len(ids) == len(set(ids)) == 100 + total


@pytest.mark.parametrize("harm", ["garbage", "directory"])
def test_P14_a_damaged_file_is_refused_in_one_line(stack, harm):
    here = stack()
    here.service.start()
    assert here.service.terminate() == 0
    database = here.service.service_db
    if harm == "garbage":
        database.write_bytes(b"\0garbage" * 512)
    else:
        database.unlink()
        database.mkdir()
    done = subprocess.run(
        [executable(), "serve"],
        env={"DATA_DIR": str(database.parent), "PORT": "0", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert done.returncode == 78
    assert "service.db" in done.stderr


def test_P15_the_clock_jumps(stack, scale, note, tmp_path):
    clock = tmp_path / "clock"
    clock.write_text("+0")
    here = stack(
        LD_PRELOAD=FAKETIME, FAKETIME_TIMESTAMP_FILE=str(clock), FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1", LOGIN_RATE_LIMIT_PER_MINUTE="0",
    )  # fmt: skip
    here.service.start()
    here.consumer.start()
    here.service.register("eve")
    answered = 0
    for jump in ("+0", "-3600s", "+3600s", "-86400s", "+3650d"):
        clock.write_text(jump)
        with here.service.client(here.service.sign_in("eve")["access_token"]) as client:
            for _ in range(scale(50, 500)):
                assert client.get("/math/add?a=1&b=2").status_code == 200
                answered += 1
    clock.write_text("+0")
    wait_until(lambda: readiness(here.service)["events_behind"] == 0, 60, "every event in the store")
    stored = [m for m in stored_messages(here.consumer.events_db) if m["event"] == "add"]
    order = [m["id"] for m in stored]
    note(f"{answered} answered across five jumps, {len(stored)} stored, {len(set(order))} distinct ids")
    assert len(order) == len(set(order)) == answered
    assert order == sorted(order), "ids of one process rise, whatever the clock does"


def test_P19_a_stop_under_load_drops_nothing(stack, note):
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(8), Ledger()

    async def stop_under_load() -> int:
        load = Load(here.service.port, tokens, "load", ledger, connections=500)
        load.start()
        await asyncio.sleep(3)
        stopped: list[int] = []
        thread = threading.Thread(target=lambda: stopped.append(here.service.terminate(15)))
        began = time.monotonic()
        thread.start()
        await load.finish()
        await asyncio.to_thread(thread.join)
        note(f"exit {stopped[0]} after {time.monotonic() - began:.1f} s with 500 connections")
        return stopped[0]

    assert asyncio.run(stop_under_load()) == 0
    here.service.start()
    here.settle()
    report = here.report(ledger)
    note(str(report))
    assert_clean(report)
