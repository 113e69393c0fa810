"""What was on the topic and is no event, and the journal sent anew, by the executable alone."""

from __future__ import annotations

import base64
import json
import sqlite3

import pytest
from broker import Consumer, MockBroker, rows, wait_until_stored
from confluent_kafka import Producer
from service import Service, run, stored_messages, wait_until

LETTERS = [b"no JSON", b"\xff\xfe", b"[1, 2]", b"", b'{"event": "add"']


@pytest.fixture
def running(tmp_path):
    """A service and a consumer that has found dead letters on the topic."""
    broker = MockBroker(logs=1)
    settings = {"KAFKA_BROKER": broker.servers}
    service, consumer = Service(tmp_path / "data", settings), Consumer(tmp_path / "data", settings)
    try:
        service.start()
        consumer.start()
        producer = Producer({"bootstrap.servers": broker.servers})
        for letter in LETTERS:
            producer.produce("logs", letter)
        assert producer.flush(60) == 0
        with service.user("alice") as client:
            assert client.get("/math/square?x=3").status_code == 200
        wait_until_stored(service)
        wait_until(lambda: rows(consumer.events_db, "SELECT count(*) FROM dead_letters") == [(len(LETTERS),)])
        yield service, consumer, settings
        assert service.terminate() == 0 and consumer.terminate() == 0
    finally:
        consumer.kill()
        service.kill()
        broker.stop()


def test_dead_letters_are_listed_exported_and_stored_when_they_are_events_after_all(running):
    service, consumer, settings = running

    def dead_letters(*arguments: str):
        return run("dead-letters", *arguments, data_dir=service.data_dir, **settings)

    listed = dead_letters("list").stdout.splitlines()
    assert listed[0].split() == ["ID", "TIME", "PLACE", "BYTES", "REASON"]
    assert [line.split()[0] for line in listed[1:]] == ["5", "4", "3", "2", "1"]
    assert listed[5].endswith("7      not JSON (byte 0)") and "logs/0/" in listed[5]
    assert len(dead_letters("list", "--limit", "2").stdout.splitlines()) == 3
    exported = [json.loads(line) for line in dead_letters("export").stdout.splitlines()]
    assert [letter.get("message") for letter in exported] == ["no JSON", None, "[1, 2]", "", '{"event": "add"']
    assert base64.b64decode(exported[1]["message_base64"]) == b"\xff\xfe"
    assert set(exported[0]) == {"id", "time", "topic", "partition", "offset", "reason", "message"}
    assert [json.loads(line) for line in dead_letters("export", "3", "1").stdout.splitlines()] == [
        exported[2],
        exported[0],
    ]
    unknown = dead_letters("export", "77")
    assert unknown.returncode == 1 and "no dead letter 77" in unknown.stderr
    refused = dead_letters("requeue", "--all")
    assert refused.returncode == 1 and f"(pid {consumer.process.pid})" in refused.stderr, refused.stderr

    assert consumer.terminate() == 0
    # What an older version has not understood, and this one does.
    with sqlite3.connect(consumer.events_db) as database:
        understood = b'{"event":"add","user":"bob"}'
        database.execute("UPDATE dead_letters SET message = ? WHERE id = 3", (understood,))
    again = dead_letters("requeue", "--all")
    assert again.returncode == 0, again.stderr
    assert again.stdout.splitlines()[-1] == "Stored 1 as events."
    assert "1 is no event: not JSON (byte 0)." in again.stdout
    (offset,) = (letter["offset"] for letter in exported if letter["id"] == 3)
    found = rows(consumer.events_db, "SELECT event_id, message FROM kafka_logs WHERE \"user\" = 'bob'")
    assert found == [(f"logs/0/{offset}", '{"event":"add","user":"bob"}')]
    assert [line.split()[0] for line in dead_letters("list").stdout.splitlines()[1:]] == ["5", "4", "2", "1"]
    assert dead_letters("requeue", "3").returncode == 1
    consumer.start()
    wait_until(lambda: consumer.has_said('"consuming"', 2), what="the consumer being there again")


def test_a_relay_that_is_reset_sends_the_whole_journal_again(running):
    service, consumer, settings = running
    refused = run("relay", "reset", data_dir=service.data_dir, **settings)
    assert refused.returncode == 1 and f"(pid {service.process.pid})" in refused.stderr, refused.stderr
    before = {message["id"] for message in stored_messages(consumer.events_db)}
    assert service.terminate() == 0 and consumer.terminate() == 0
    for file in service.data_dir.glob("events.db*"):
        file.unlink()
    reset = run("relay", "reset", data_dir=service.data_dir, **settings)
    assert reset.returncode == 0 and f"all {len(before) + 1} events" in reset.stdout, reset.stderr
    # The group, too, has forgotten: a new store reads the topic from its beginning in any case.
    service.start()
    consumer.start()
    wait_until_stored(service)
    after = stored_messages(consumer.events_db)
    assert before < {message["id"] for message in after}
    assert len(after) == len({message["id"] for message in after})
    assert [message["user"] for message in after if message["event"] == "reset_relay"] == ["local/admin"]


def test_a_place_without_a_store_is_told(tmp_path):
    for arguments in (["dead-letters", "list"], ["dead-letters", "export"], ["dead-letters", "requeue", "--all"]):
        refused = run(*arguments, data_dir=tmp_path / "nothing")
        assert refused.returncode == 1 and "no event store" in refused.stderr
    assert run("relay", "reset", data_dir=tmp_path / "nothing").returncode == 1
    assert not (tmp_path / "nothing").exists()
