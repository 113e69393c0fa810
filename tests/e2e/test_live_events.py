"""The live stream of events, as server-sent events."""

from __future__ import annotations

import json
import sqlite3
import threading

import httpx
from service import wait_until


class Stream:
    """A reader of server-sent events in a thread of its own."""

    def __init__(self, client, last_event_id: str | None = None):
        self.client, self.events, self.opened = client, [], threading.Event()
        self.headers = {"Accept": "text/event-stream"} | ({"Last-Event-ID": last_event_id} if last_event_id else {})
        self.response = None
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()
        assert self.opened.wait(60), "the stream did not open"

    def read(self):
        try:
            with self.client.stream("GET", "/events/stream", headers=self.headers, timeout=60) as response:
                assert response.headers["content-type"].split(";")[0] == "text/event-stream"
                self.response = response
                self.opened.set()
                fields: dict[str, str] = {}
                for line in response.iter_lines():
                    if line:
                        key, _, value = line.partition(":")
                        fields[key] = value.removeprefix(" ")
                    elif "data" in fields:
                        self.events.append((fields["id"], json.loads(fields["data"])))
                        fields = {}
        except (httpx.TransportError, httpx.StreamError):
            pass

    def requests(self) -> list[str]:
        return [event["request_id"] for _, event in self.events]


def test_the_live_stream_resumes_after_the_last_event_id_without_a_gap(service, user, name):
    token = user.headers["Authorization"].removeprefix("Bearer ")
    with service.client(token) as listening:
        stream = Stream(listening)
        for number in range(3):
            user.get("/math/square", params={"x": number}, headers={"X-Request-ID": f"{name}-live-{number}"})
        wait_until(lambda: len(stream.requests()) >= 3, what="three live events")
        last = next(id for id, event in stream.events if event["request_id"] == f"{name}-live-2")
    for number in range(3, 6):
        user.get("/math/square", params={"x": number}, headers={"X-Request-ID": f"{name}-live-{number}"})
    with service.client(token) as listening:
        resumed = Stream(listening, last_event_id=last)
        user.get("/math/square", params={"x": 6}, headers={"X-Request-ID": f"{name}-live-6"})
        wait_until(lambda: len(resumed.requests()) >= 4, what="the missed events and the new one")
        assert resumed.requests() == [f"{name}-live-{number}" for number in range(3, 7)]


def test_the_live_stream_resumes_without_a_gap_where_no_event_has_come_yet(service, user, name):
    # The sign-in's event may still be on its way: it would be told too.
    wait_until(lambda: user.get("/readyz").json()["events_behind"] == 0, what="every event in the store")
    token = user.headers["Authorization"].removeprefix("Bearer ")
    with service.client(token) as listening, listening.stream("GET", "/events/stream") as response:
        lines = response.iter_lines()
        opening = [next(lines) for _ in range(4)]
    assert opening[:2] == [": connected", "retry: 2000"] and opening[3] == ""
    user.get("/math/square", params={"x": 1}, headers={"X-Request-ID": f"{name}-missed"})
    with service.client(token) as listening:
        resumed = Stream(listening, last_event_id=opening[2].removeprefix("id: "))
        wait_until(lambda: resumed.requests() == [f"{name}-missed"], what="the missed event")


def test_the_stream_of_an_administrator_ends_with_the_role(service, user, admin, name):
    deputy = service.user(f"{name}-deputy")
    admin.patch(f"/users/{name}-deputy", json={"role": "admin"}).raise_for_status()
    with service.client(deputy.headers["Authorization"].removeprefix("Bearer ")) as listening:
        stream = Stream(listening)
        user.get("/math/square", params={"x": 1}, headers={"X-Request-ID": f"{name}-before"})
        wait_until(lambda: f"{name}-before" in stream.requests(), what="everybody's events")
        admin.patch(f"/users/{name}-deputy", json={"role": "user"}).raise_for_status()
        user.get("/math/square", params={"x": 2}, headers={"X-Request-ID": f"{name}-after"})
        stream.thread.join(60)
        assert not stream.thread.is_alive(), "the stream goes on"
    assert f"{name}-after" not in stream.requests()


def test_an_id_that_the_store_does_not_have_yet_is_no_reason_to_be_silent(service, user, name):
    with service.client(user.headers["Authorization"].removeprefix("Bearer ")) as listening:
        stream = Stream(listening, last_event_id="99999999")
        user.get("/math/square", params={"x": 1}, headers={"X-Request-ID": f"{name}-new"})
        wait_until(lambda: f"{name}-new" in stream.requests(), what="the new event")


FOREIGN = {
    '{"event":"two\\rlines\\rid: 7","user":"root","time":1}': {"event": "two\rlines\rid: 7", "user": "root", "time": 1},
    '{"event":"crlf",\r\n"user":"root",\r"result":1,\n"time":2}': {
        "event": "crlf",
        "user": "root",
        "result": 1,
        "time": 2,
    },
    "no JSON\r\ndata: false": "no JSON\r\ndata: false",
    "": "",
}


def test_whatever_a_row_holds_is_one_event_of_the_stream_and_one_line_of_the_export(start_service):
    service = start_service()
    assert service.terminate() == 0
    with sqlite3.connect(service.events_db) as store:
        before = store.execute("SELECT max(id) FROM kafka_logs").fetchone()[0] or 0
        for message in FOREIGN:
            store.execute(
                "INSERT INTO kafka_logs (topic, message, event) VALUES ('logs', ?, ?)",
                (message, "two\rlines\rid: 7" if "lines" in message else None),
            )
    service.start()
    administrator = service.administrator()
    with service.client(administrator.headers["Authorization"].removeprefix("Bearer ")) as listening:
        stream = Stream(listening, last_event_id=str(before))
        wait_until(lambda: len(stream.events) >= len(FOREIGN), what="the rows")
        assert stream.events[: len(FOREIGN)] == [
            (str(before + number), value) for number, value in enumerate(FOREIGN.values(), 1)
        ]
    export = administrator.get("/events", headers={"Accept": "application/x-ndjson"}).text.splitlines()
    lines = [json.loads(line) for line in export]
    pages = administrator.get("/events", params={"limit": 1000}).json()["events"]
    assert [line for line in lines if line in FOREIGN.values()] == list(FOREIGN.values())[::-1]
    assert [page for page in pages if page in FOREIGN.values()] == list(FOREIGN.values())[::-1]


def test_an_export_of_so_many_has_so_many(user):
    for number in range(5):
        user.get("/math/square", params={"x": number})
    newest = [event["id"] for event in user.get("/events", params={"limit": 3}).json()["events"]]
    export = user.get("/events", params={"limit": 3}, headers={"Accept": "application/x-ndjson"}).text
    assert [json.loads(line)["id"] for line in export.splitlines()] == newest
    table = user.get("/events", params={"limit": 3}, headers={"Accept": "text/csv"}).text
    assert len(table.splitlines()) == 4


def test_the_format_is_the_one_that_the_client_likes_best(user):
    def kind(accept: str) -> str:
        return user.get("/events", headers={"Accept": accept}).headers["content-type"].split(";")[0]

    assert kind("text/csv;q=0") == "application/json"
    assert kind("text/csv;q=0.5, application/json") == "application/json"
    assert kind("application/json;q=0.5, text/*") == "text/csv"
    assert kind("*/*") == kind("text/html") == "application/json"
