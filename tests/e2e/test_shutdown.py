"""SIGTERM under load, slow clients, and a disk or database that is not there."""

from __future__ import annotations

import asyncio
import signal
import socket
import sqlite3
import time

import httpx
import pytest
from load import Ledger, Load, check
from service import Service, run, stored_messages, wait_until


async def load_until_terminated(service: Service, load: Load) -> float:
    load.start()
    await asyncio.sleep(0.5)
    began = time.monotonic()
    service.process.send_signal(signal.SIGTERM)
    await load.finish()
    status = await asyncio.to_thread(service.process.wait, 20)
    assert status == 0
    return time.monotonic() - began


def test_sigterm_under_load_drops_no_accepted_request_and_flushes_every_event(start_service):
    service = start_service()
    service.register("draining")
    token = service.sign_in("draining")["access_token"]
    ledger = Ledger()
    load = Load(service.port, token, "term", ledger)
    took = asyncio.run(load_until_terminated(service, load))
    report = check(ledger, [m for m in stored_messages(service.events_db) if m["request_id"].startswith("term")])
    assert report.is_clean and len(ledger.acknowledged) > 50, report
    stored = {message["request_id"] for message in stored_messages(service.events_db)}
    assert not ledger.ambiguous & stored, "a request whose event was written got no answer"
    assert took < 12


def test_a_service_that_is_told_to_stop_says_so_before_it_refuses_connections(start_service):
    service = start_service(SHUTDOWN_DELAY_SECONDS="2")
    with service.user("warned") as client:
        assert client.get("/readyz").json()["status"] == "ready"
        service.process.send_signal(signal.SIGTERM)
        wait_until(lambda: httpx.get(service.url + "/readyz").status_code == 503, 2, "being told of the stop")
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
    assert service.process.wait(10) == 0
    assert len([m for m in stored_messages(service.events_db) if m["event"] == "add"]) == 3


def test_a_calculation_in_flight_is_answered_after_sigterm(start_service):
    service = start_service()
    with service.user("patient") as client, socket.create_connection(("127.0.0.1", service.port)) as connection:
        token = client.headers["Authorization"]
        body = b'{"a": 1, "b": 2}'
        connection.sendall(
            b"POST /math/add HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: "
            + token.encode()
            + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
            + body[:4]
        )
        time.sleep(0.2)  # The head must be with the service before it is told to stop.
        service.process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        connection.sendall(body[4:])
        connection.settimeout(10)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    assert answer.startswith(b"HTTP/1.1 200"), answer
    assert service.process.wait(15) == 0


def test_sigint_ends_it_too(start_service):
    service = start_service()
    service.process.send_signal(signal.SIGINT)
    assert service.process.wait(15) == 0


def test_an_open_stream_does_not_keep_the_service_from_ending(start_service):
    service = start_service()
    with service.user("listener") as client, client.stream("GET", "/events/stream") as stream:
        assert stream.status_code == 200
        began = time.monotonic()
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(15) == 0
    assert time.monotonic() - began < 11


def test_slow_clients_keep_nobody_waiting(start_service):
    service = start_service()
    slow = []
    try:
        for _ in range(300):
            connection = socket.create_connection(("127.0.0.1", service.port))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: ")
            slow.append(connection)
        with service.user("quick") as client:
            for _ in range(50):
                began = time.monotonic()
                assert client.get("/math/square", params={"x": 3}).status_code == 200
                assert time.monotonic() - began < 1
        first, deadline = slow[0], time.monotonic() + 20
        first.settimeout(20)
        try:
            while first.recv(4096):
                pass
        except ConnectionResetError:
            pass
        assert time.monotonic() < deadline, "a head that never ends is given up"
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
        connection.settimeout(10)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    positions = [answer.find(f'"input":{{"x":"{n}"}}'.encode()) for n in range(21)]
    assert -1 not in positions and positions == sorted(positions)


def test_start_to_ready_is_quick(start_service):
    service = start_service()
    assert service.terminate() == 0
    times = []
    for _ in range(5):
        began = time.monotonic()
        service.start()
        times.append(time.monotonic() - began)
        assert service.terminate() == 0
    assert sorted(times)[2] < 1, times


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
            began = time.monotonic()
            assert httpx.get(service.url + "/healthz").status_code == 200
            assert time.monotonic() - began < 1
        finally:
            foreign.execute("ROLLBACK")
            foreign.close()
        assert client.get("/math/square", params={"x": 3}).status_code == 200
