"""SIGTERM under load, slow clients, and a disk or database that is not there."""

from __future__ import annotations

import asyncio
import select
import signal
import socket
import sqlite3

import httpx
import pytest
from load import Ledger, Load, check
from machine_time import processor_seconds
from service import Service, run, stored_messages, wait_until


async def load_until_terminated(service: Service, load: Load) -> None:
    load.start()
    await asyncio.to_thread(wait_until, lambda: load.answered > 100, what="a load")
    service.process.send_signal(signal.SIGTERM)
    await load.finish()
    assert await asyncio.to_thread(service.process.wait, 60) == 0


def test_sigterm_under_load_drops_no_accepted_request_and_flushes_every_event(start_service):
    service = start_service()
    service.register("draining")
    token = service.sign_in("draining")["access_token"]
    ledger = Ledger()
    load = Load(service.port, token, "term", ledger)
    asyncio.run(load_until_terminated(service, load))
    report = check(ledger, [m for m in stored_messages(service.events_db) if m["request_id"].startswith("term")])
    assert report.is_clean and len(ledger.acknowledged) > 50, report
    stored = {message["request_id"] for message in stored_messages(service.events_db)}
    assert not ledger.ambiguous & stored, "a request whose event was written got no answer"


def test_a_service_that_is_told_to_stop_says_so_before_it_refuses_connections(start_service):
    service = start_service(SHUTDOWN_DELAY_SECONDS="5")
    with service.user("warned") as client:
        ready = {"status": "ready", "mode": "embedded", "journal": "ok", "events_pending": 0, "events_behind": 0}
        wait_until(lambda: client.get("/readyz").json() == ready, what="every event in the store")
        service.process.send_signal(signal.SIGTERM)
        wait_until(lambda: httpx.get(service.url + "/readyz").status_code == 503, what="being told of the stop")
        assert httpx.get(service.url + "/readyz").json() == {
            "status": "stopping",
            "mode": "embedded",
            "journal": "ok",
            "events_pending": 0,
            "events_behind": 0,
        }
        # On a connection of its own, and on the one that was open before.
        answers = [httpx.get(service.url + "/math/add?a=1&b=2", headers=client.headers) for _ in range(2)]
        answers.append(client.get("/math/add?a=1&b=2"))
        assert [answer.json()["result"] for answer in answers] == [3] * 3
    assert service.process.wait(60) == 0
    assert len([m for m in stored_messages(service.events_db) if m["event"] == "add"]) == 3


def test_a_calculation_in_flight_is_answered_after_sigterm(start_service):
    service = start_service()
    with service.user("patient") as client, socket.create_connection(("127.0.0.1", service.port)) as connection:
        head = f"POST /math/add HTTP/1.1\r\nHost: a\r\nAuthorization: {client.headers['Authorization']}\r\n"
        connection.settimeout(60)
        # The service says when it has the head: it then wants the body.
        connection.sendall(
            (head + "Content-Type: application/json\r\nContent-Length: 16\r\nExpect: 100-continue\r\n\r\n").encode()
        )
        assert connection.recv(4096).startswith(b"HTTP/1.1 100")
        service.process.send_signal(signal.SIGTERM)
        wait_until(lambda: any('"msg":"stopping"' in line for line in service.log), what="the stop")
        connection.sendall(b'{"a": 1, "b": 2}')
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    assert answer.startswith(b"HTTP/1.1 200"), answer
    assert service.process.wait(60) == 0


def test_sigint_ends_it_too(start_service):
    service = start_service()
    service.process.send_signal(signal.SIGINT)
    assert service.process.wait(60) == 0


def test_an_open_stream_does_not_keep_the_service_from_ending(start_service):
    service = start_service()
    with service.user("listener") as client, client.stream("GET", "/events/stream") as stream:
        assert stream.status_code == 200
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(60) == 0


def test_slow_clients_keep_nobody_waiting(start_service):
    service = start_service()
    slow = []
    try:
        for _ in range(300):
            connection = socket.create_connection(("127.0.0.1", service.port))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: ")
            slow.append(connection)
        with service.user("quick") as client:
            for _ in range(20):
                assert client.get("/math/square", params={"x": 3}).status_code == 200
        # None of them has had to go first: the time for a head is longer than this.
        assert not any(select.select(slow, [], [], 0)[0])
        slow[0].settimeout(60)
        try:
            while slow[0].recv(4096):
                pass  # a head that never ends is given up, or this takes too long
        except ConnectionResetError:
            pass
    finally:
        for connection in slow:
            connection.close()


def test_pipelined_requests_are_answered_in_order(start_service):
    service = start_service()
    with service.user("pipeline") as client, socket.create_connection(("127.0.0.1", service.port)) as connection:
        head = f"Host: a\r\nAuthorization: {client.headers['Authorization']}\r\n"
        requests = "".join(f"GET /math/square?x={n} HTTP/1.1\r\n{head}\r\n" for n in range(20))
        last = f"GET /math/square?x=20 HTTP/1.1\r\n{head}Connection: close\r\n\r\n"
        connection.sendall((requests + last).encode())
        connection.settimeout(60)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    positions = [answer.find(f'"input":{{"x":"{n}"}}'.encode()) for n in range(21)]
    assert -1 not in positions and positions == sorted(positions)


def test_a_start_is_little_work(start_service):
    service = start_service()
    work = []
    for _ in range(5):
        assert service.terminate() == 0
        service.start()
        work.append(processor_seconds(service.process.pid))
    assert sorted(work)[2] < 1, work


@pytest.mark.parametrize("file", ["service.db", "events.db"])
def test_a_database_that_is_none_is_refused_in_a_line(start_service, file):
    service = start_service()
    service.register("somebody")
    assert service.terminate() == 0
    for beside in service.data_dir.glob(file + "-*"):
        beside.unlink()
    (service.data_dir / file).write_bytes(b"this is no database " * 1000)
    refused = run("serve", data_dir=service.data_dir)
    assert refused.returncode == 78 and file in refused.stderr
    assert "Fatal error" not in refused.stderr


def test_a_foreign_lock_delays_and_does_not_fail(start_service):
    service = start_service()
    with service.user("locked") as client:
        foreign = sqlite3.connect(service.service_db, isolation_level=None, timeout=5)
        foreign.execute("BEGIN IMMEDIATE")
        try:
            # What waited for the lock would be told after five seconds that it cannot be had.
            assert httpx.get(service.url + "/healthz", timeout=60).status_code == 200
        finally:
            foreign.execute("ROLLBACK")
            foreign.close()
        assert client.get("/math/square", params={"x": 3}).status_code == 200
