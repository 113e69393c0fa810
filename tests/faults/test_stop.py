"""P19: SIGTERM with requests in flight."""

from __future__ import annotations

import asyncio
import signal
import socket
import time

import pytest
from load import Ledger, Load
from machine_time import Control
from service import stored_messages, wait_until
from stack import Stack, assert_clean


async def stop_under_load(here: Stack, load: Load) -> tuple[int, float]:
    """The exit status, and how long the end took."""
    load.start()
    await asyncio.to_thread(wait_until, lambda: load.answered >= load.connections, 30, "every connection being served")
    here.service.process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    await load.finish()
    status = await asyncio.to_thread(here.service.process.wait, 60)
    return status, time.monotonic() - began


def test_P19_a_stop_under_load_drops_nothing(stack, scale, note):
    stops = scale(3, 50)
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger, ends = here.tokens(8), Ledger(), []
    with Control() as control:
        for number in range(stops):
            load = Load(here.service.port, tokens, f"load{number}", ledger, connections=500)
            status, took = asyncio.run(stop_under_load(here, load))
            assert status == 0
            ends.append(took)
            here.service.start()
    here.settle()
    report = here.report(ledger)
    unanswered = ledger.ambiguous & {m["request_id"] for m in here.stored("load")}
    note(
        f"{stops} stops with 500 connections, slowest {max(ends):.1f} s, carried out and not answered "
        f"{len(unanswered)}; {report}"
    )
    assert_clean(report)
    assert not unanswered, "a request that was carried out got no answer"
    assert max(ends) <= control.allows(10)


@pytest.fixture
def half_a_request(stack):
    """A service that has read half a request, and the connection."""
    here = stack()
    here.service.start()
    client = here.service.user("eve")
    head = f"POST /math/add HTTP/1.1\r\nHost: a\r\nAuthorization: {client.headers['Authorization']}\r\n"
    with socket.create_connection(("127.0.0.1", here.service.port)) as connection:
        connection.settimeout(60)
        # The service says when it has the head: it then wants the body.
        connection.sendall(
            (head + "Content-Type: application/json\r\nContent-Length: 13\r\nExpect: 100-continue\r\n\r\n").encode()
        )
        assert connection.recv(4096).startswith(b"HTTP/1.1 100")
        yield here, connection
    client.close()


def refuses_connections(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except ConnectionRefusedError:
        return True
    return False


def test_P19_while_it_stops_nobody_new_is_let_in_and_what_runs_is_answered(half_a_request):
    here, connection = half_a_request
    here.service.process.send_signal(signal.SIGTERM)
    wait_until(lambda: refuses_connections(here.service.port), what="new connections being refused")
    assert here.service.process.poll() is None
    connection.sendall(b'{"a":1,"b":2}')
    assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    assert here.service.process.wait(60) == 0


def test_P19_a_second_signal_ends_it_at_once(half_a_request):
    here, _ = half_a_request
    here.service.process.send_signal(signal.SIGTERM)
    wait_until(lambda: refuses_connections(here.service.port), what="new connections being refused")
    assert here.service.process.poll() is None
    here.service.process.send_signal(signal.SIGTERM)
    assert here.service.process.wait(60) == 128 + signal.SIGTERM


def test_P19_a_request_that_does_not_come_to_its_end_is_cut_off(half_a_request, note):
    here, _ = half_a_request
    began = time.monotonic()
    assert here.service.terminate() == 0
    note(f"exit 0 after {time.monotonic() - began:.1f} s with half a request")


@pytest.mark.parametrize("how", ["down", "hanging"])
def test_P19_a_stop_while_the_broker_is_away_is_orderly(stack, note, how):
    here = stack()
    here.service.start()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    with here.service.user("eve") as client:
        here.broker.tell("down 0") if how == "down" else here.broker.hang()
        for _ in range(50):
            assert client.get("/math/add?a=1&b=2").status_code == 200
    began = time.monotonic()
    assert here.service.terminate() == 0
    service_took = time.monotonic() - began
    assert here.consumer.terminate() == 0
    took = time.monotonic() - began - service_took
    here.broker.tell("up 0") if how == "down" else here.broker.go_on()
    here.service.start()
    here.consumer.start()
    here.settle()
    stored = [m for m in stored_messages(here.consumer.events_db) if m["event"] == "add"]
    note(f"the service ends after {service_took:.1f} s, the consumer after {took:.1f} s; stored {len(stored)} of 50")
    assert len(stored) == len({m["id"] for m in stored}) == 50
