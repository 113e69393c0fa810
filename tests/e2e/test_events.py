"""The record of what was done: its shape, filters, pages and exports."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from datetime import datetime

import httpx
import pytest
from service import events_of, stored_messages

LEGACY_KEYS = ["event", "input", "result", "user", "cached", "time"]
EVENT_KEYS = LEGACY_KEYS + ["id", "status", "code", "duration_us", "request_id"]
UUID_V7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def test_a_refused_operation_is_an_event_and_not_history(user):
    refused = user.get("/math/divide", params={"a": 1, "b": 0}, headers={"X-Request-ID": "refused-1"})
    assert refused.status_code == 422
    assert user.get("/history").json() == []
    event = next(event for event in events_of(user) if event["request_id"] == "refused-1")
    assert (event["event"], event["status"], event["code"], event["result"]) == (
        "divide",
        422,
        "division_by_zero",
        None,
    )


def test_an_event_has_the_contracts_keys_in_order(service, user, name):
    user.get("/math/add", params={"a": "0.1", "b": "0.2"}, headers={"X-Request-ID": f"keys-{name}"})
    assert any(event["request_id"] == f"keys-{name}" for event in events_of(user))
    message = next(m for m in stored_messages(service.events_db) if m["request_id"] == f"keys-{name}")
    assert list(message) == EVENT_KEYS
    assert message["input"] == {"a": "0.1", "b": "0.2"}
    assert (message["event"], message["result"], message["user"], message["cached"]) == ("add", "0.3", name, False)
    assert (message["status"], message["code"]) == (200, None)
    assert UUID_V7.fullmatch(message["id"])
    assert 0 <= message["duration_us"] < 10_000_000


def test_ones_own_event_is_seen_at_once(user):
    for number in range(20):
        user.get("/math/cube", params={"x": number}, headers={"X-Request-ID": f"seen-{number}"})
        assert events_of(user, limit=1)[0]["request_id"] == f"seen-{number}"


def test_events_are_filtered_and_paged_without_gap_or_overlap(user):
    for number in range(7):
        user.get("/math/square", params={"x": number})
    user.get("/math/cube", params={"x": 2})
    assert [event["event"] for event in events_of(user, event="cube")] == ["cube"]
    seen, cursor = [], None
    for _ in range(10):
        query = {"event": "square", "limit": 3} | ({"cursor": cursor} if cursor else {})
        page = user.get("/events", params=query).json()
        seen += [event["id"] for event in page["events"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == 7
    times = [event["time"] for event in events_of(user)]
    newest_first = [event["time"] for event in events_of(user, since=times[4], until=times[1])]
    assert newest_first == times[2:5], "from `since`, up to and without `until`"


def test_events_are_exported_as_csv_and_ndjson(user, name):
    for number in range(3):
        user.get("/math/square", params={"x": number})
    exported = user.get("/events", headers={"Accept": "application/x-ndjson"})
    assert exported.headers["content-type"].split(";")[0] == "application/x-ndjson"
    lines = [json.loads(line) for line in exported.text.splitlines()]
    assert [line["event"] for line in lines].count("square") == 3

    table = user.get("/events", headers={"Accept": "text/csv"})
    assert table.headers["content-type"].split(";")[0] == "text/csv"
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"), newline="")))
    assert [row["event"] for row in rows].count("square") == 3
    assert {row["user"] for row in rows} == {name}
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert [int(row["duration_us"]) for row in rows] == [line["duration_us"] for line in lines]
    assert {row["cached"] for row in rows} == {"false"}
    for row, line in zip(rows, lines, strict=True):
        assert datetime.fromisoformat(row["timestamp"]).timestamp() == pytest.approx(line["time"], abs=1e-6)


def test_an_export_is_one_table_without_formulas_whatever_names_strangers_choose(service, admin):
    names = [
        "=1+1",
        '"x",\n2',
        "a\rb",
        "=\u0338x",
        'q"\u0301,\u0301',
        "\tx",
        "＝1",
        "+1+cmd",
        "@x",
        "\n=1",
        "-2+3",
    ]
    for name in names:
        httpx.post(service.url + "/token", json={"username": name, "password": "x"})
    table = admin.get("/events", headers={"Accept": "text/csv"}).content.decode()
    assert table.startswith("\ufeffid,time,user,")
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1, "every row has as many fields as the heading"
    lines = admin.get("/events", headers={"Accept": "application/x-ndjson"}).text.splitlines()
    assert len(rows) == len(lines) + 1
    formula = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
    number = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
    assert not [field for row in rows for field in row if formula.match(field) and not number.fullmatch(field)]


def test_a_user_sees_only_ones_own_events_and_an_administrator_all(service, user, admin, name):
    user.get("/math/square", params={"x": 3})
    with service.user(name + "-other") as other:
        other.get("/math/square", params={"x": 4})
        assert {event["user"] for event in events_of(other)} == {name + "-other"}
        spied = other.get("/events", params={"user": name})
        assert spied.status_code == 403
    assert {event["user"] for event in events_of(admin, user=name)} == {name}


def test_the_tables_of_the_event_store_are_those_of_the_contract(service, user):
    user.get("/math/square", params={"x": 3})
    assert events_of(user, limit=1)
    with sqlite3.connect(f"file:{service.events_db}?mode=ro", uri=True) as database:

        def columns(table: str) -> list[str]:
            return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]

        assert columns("kafka_logs") == (
            "id topic message event_id user event status time partition kafka_offset".split()
        )
        assert columns("dead_letters") == ["id", "topic", "partition", "kafka_offset", "reason", "message", "time"]
        assert columns("positions") == ["topic", "partition", "next_offset"]
        assert database.execute("SELECT count(*) FROM events").fetchone()[0] > 0
        rows = database.execute("SELECT topic, message, event_id, event, status FROM kafka_logs").fetchall()
    for topic, message, event_id, event, status in rows:
        entry = json.loads(message)
        assert (topic, event_id, event, status) == ("logs", entry["id"], entry["event"], entry["status"])
