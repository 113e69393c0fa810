"""P7, P8 and P9: messages that come again and again, that are no events, and those of the legacy service."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import subprocess
import sys

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from broker import SESSION, Consumer, count, readiness, rows, single
from confluent_kafka import Consumer as OtherConsumer
from confluent_kafka import TopicPartition
from kafka import KafkaConsumer, KafkaProducer
from load import Ledger, Load
from messages import event, legacy_event, produce
from service import wait_until
from stack import assert_clean


def wait_until_read(here, total: int) -> None:
    """Waits until the store's positions stand behind this many messages."""

    def position() -> int:
        return single(here.consumer.events_db, "SELECT ifnull(sum(next_offset), 0) FROM positions")

    wait_until(lambda: position() >= total, 60, f"{total} messages read")


def reset_group(here) -> None:
    """Sets the group's offsets to the beginning; from the mock cluster a member of the group alone may do that."""
    other = member(here)
    offsets = [TopicPartition("logs", place.partition, 0) for place in other.assignment()]
    other.commit(offsets=offsets, asynchronous=False)
    other.close()


def member(here) -> OtherConsumer:
    """A consumer of another kind in the service's group, with some of the topic."""
    settings = {"bootstrap.servers": here.broker.servers, "group.id": "event-logger", "auto.offset.reset": "earliest"}
    session = {"session.timeout.ms": SESSION["KAFKA_CONFIG_SESSION_TIMEOUT_MS"], "heartbeat.interval.ms": 500}
    consumer = OtherConsumer(settings | session | {"enable.auto.commit": False})
    consumer.subscribe(["logs"])
    wait_until(lambda: consumer.poll(0.2) or consumer.assignment(), 30, "the other member's assignment")
    return consumer


def test_P7_every_event_comes_three_times_and_the_group_is_reset(stack, scale, note):
    events = [event(f"event-{number}") for number in range(scale(1000, 10_000))]
    here = stack()
    thrice = events * 3
    random.shuffle(thrice)
    produce(here.broker, thrice)
    here.consumer.start()
    wait_until_read(here, len(thrice))
    stored = rows(here.consumer.events_db, "SELECT id, event_id, message FROM kafka_logs ORDER BY id")
    assert here.consumer.terminate() == 0
    assert sorted(id for _, id, _ in stored) == sorted(each["id"] for each in events)
    resets = scale(2, 3)
    for round in range(resets):
        reset_group(here)
        # The last time the store, too, has forgotten how far it was: then everything does come again.
        if round == resets - 1:
            with sqlite3.connect(here.consumer.events_db) as database:
                database.execute("DELETE FROM positions")
        here.consumer.start()
        produce(here.broker, [event(f"after-{round}")])
        wait_until(lambda: count(here.consumer.events_db) == len(events) + round + 1, 30, "the next event")  # noqa: B023
        wait_until_read(here, len(thrice) + round + 1)
        assert here.consumer.terminate() == 0
    again = rows(here.consumer.events_db, "SELECT id, event_id, message FROM kafka_logs ORDER BY id")
    note(f"sent {len(thrice)} for {len(events)} events, stored {len(stored)}; the same rows after {resets} resets")
    assert again[: len(stored)] == stored and len(again) == len(stored) + resets


def test_P7_one_store_belongs_to_one_consumer(stack, note):
    here = stack()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    produce(here.broker, [event(f"first-{number}") for number in range(100)])
    # Another group on the same store: refused at once, by name.
    settings = {"KAFKA_BROKER": here.broker.servers, "KAFKA_GROUP_ID": "another"}
    second = Consumer(here.folder / "data", settings).start()
    assert second.process.wait(60) == 1
    wait_until(lambda: second.has_said("One store belongs to one consumer"), what="the reason")
    assert any(f"(pid {here.consumer.process.pid})" in line for line in second.log), second.log
    # The same group with a store of its own: it would take events away from the first one's, and is refused for good.
    third = Consumer(here.folder / "other", {"KAFKA_BROKER": here.broker.servers}).start()
    try:
        assert third.process.wait(60) == 78
        wait_until(lambda: third.has_said("one store belongs to one consumer"), what="the reason")
    finally:
        third.kill()
    produce(here.broker, [event(f"later-{number}") for number in range(100)])
    wait_until(lambda: count(here.consumer.events_db) == 200, 30, "the first consumer having everything")
    note(
        f"refused twice; the first consumer has {count(here.consumer.events_db)} of 200, "
        f"the other {count(third.events_db)}"
    )
    assert count(third.events_db) == 0


def test_P7_a_member_of_another_kind_takes_partitions_and_gives_them_back(stack, note):
    here = stack()
    here.consumer.start()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")
    stranger = member(here)
    produce(here.broker, [event(f"shared-{number}") for number in range(500)])
    taken = 0
    while (message := stranger.poll(2)) is not None:
        taken += message.error() is None
    assert taken > 0, "the stranger got nothing, so nothing was tried"
    wait_until(lambda: here.consumer.has_said("Another consumer of the same group"), what="the complaint")
    stranger.close()
    wait_until(lambda: count(here.consumer.events_db) == 500, 60, "everything in the store")
    ids = [id for (id,) in rows(here.consumer.events_db, "SELECT event_id FROM kafka_logs")]
    note(f"sent 500, {taken} of them read by the other member, stored {len(ids)}, doubled {len(ids) - len(set(ids))}")
    assert len(set(ids)) == 500


POISON = [
    b"no JSON at all",
    b'{"event": "add", "input": ',
    b"\xff\xfe not UTF-8 \xc3",
    b"",
    None,
    b"[1, 2, 3]",
    b'"text"',
    b"{'event': 'add'}",
    b'{"event": "add"} and more',
    b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    b"x" * 900_000,
]


def odd_but_an_event(number: int) -> bytes:
    """What a strict reader might trip over, and is an event all the same."""
    return [
        legacy_event(number),
        legacy_event(number, float("inf")),
        legacy_event(number, float("nan")),
        b'{"event":"add","event":"again","n":%d}' % number,
        b'{"event":5,"user":["x"],"status":"well","time":"noon","id":7,"n":%d}' % number,
        b'{"event":"from the future","version":99,"time":1e300,"n":%d}' % number,
        json.dumps({"event": "text", "text": "ä\ud800 \u0000 ☃", "n": number}).encode(),
    ][number % 7]


def test_P8_every_tenth_message_is_poison(stack, note):
    messages = [
        POISON[number // 10 % len(POISON)] if number % 10 == 0 else odd_but_an_event(number) for number in range(1000)
    ]
    here = stack()
    here.service.start()
    here.consumer.start()
    here.settle()
    own = count(here.consumer.events_db)
    produce(here.broker, messages)
    wait_until(lambda: count(here.consumer.events_db, "dead_letters") == 100, 60, "100 dead letters")
    wait_until(lambda: count(here.consumer.events_db) >= own + 900, 30, "900 rows")
    here.settle()
    stored = count(here.consumer.events_db) - own
    letters = rows(here.consumer.events_db, "SELECT message, reason FROM dead_letters")
    note(f"sent 1000, stored {stored}, dead letters {len(letters)} with {len({r for _, r in letters})} reasons")
    assert here.consumer.process.poll() is None
    assert stored == 900
    poison = [message for number, message in enumerate(messages) if number % 10 == 0]
    assert sorted((m or b"") for m, _ in letters) == sorted((m or b"") for m in poison)
    assert all(reason for _, reason in letters)
    kept = {
        m.encode() if isinstance(m, str) else m
        for (m,) in rows(here.consumer.events_db, "SELECT message FROM kafka_logs")
    }
    assert {m for number, m in enumerate(messages) if number % 10} <= kept
    with here.service.administrator() as admin:
        here.settle()
        # One more than before: the administrator's signing in.
        assert len(admin.get("/events", params={"limit": 1000}).json()["events"]) == own + 901
        metrics = admin.get("/metrics").text
    assert "events_dead_lettered_total 100" in metrics and "consumer_lag 0" in metrics


LEGACY_CONSUMER = """
import json, sqlite3, sys
from kafka import KafkaConsumer
servers, path, total = sys.argv[1], sys.argv[2], int(sys.argv[3])
database = sqlite3.connect(path)
database.execute("CREATE TABLE kafka_logs (id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT, message TEXT)")
consumer = KafkaConsumer("logs", bootstrap_servers=servers, group_id="legacy", auto_offset_reset="earliest",
    value_deserializer=lambda value: json.loads(value.decode("utf-8")))
for number, message in enumerate(consumer, 1):
    row = (message.topic, json.dumps(message.value))
    database.execute("INSERT INTO kafka_logs (topic, message) VALUES (?, ?)", row)
    database.commit()
    if number == total:
        break
"""


def test_P9_the_legacy_consumer_reads_our_topic(stack, scale, note):
    each = scale(60, 625)
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(4), Ledger()
    load = Load(here.service.port, tokens, "load", ledger, connections=8, each=each)

    async def run() -> None:
        load.start()
        await load.finish()

    asyncio.run(run())
    here.settle()
    total = count(here.consumer.events_db)
    legacy_db = here.folder / "legacy.db"
    command = [sys.executable, "-c", LEGACY_CONSUMER, here.broker.servers, legacy_db, str(total)]
    subprocess.run(list(map(str, command)), check=True, timeout=120)
    theirs = [json.loads(text) for (text,) in rows(legacy_db, "SELECT message FROM kafka_logs")]
    ours = [json.loads(text) for (text,) in rows(here.consumer.events_db, "SELECT message FROM kafka_logs")]
    note(f"our {total} events, {len(theirs)} read by the legacy consumer; {here.report(ledger)}")
    assert sorted(map(str, theirs)) == sorted(map(str, ours))
    assert_clean(here.report(ledger))
    first = list(ours[-1])
    assert first[:6] == ["event", "input", "result", "user", "cached", "time"]


def test_P9_messages_of_other_clients_reach_our_store(stack, scale, note):
    total = scale(200, 5000)
    here = stack()
    here.consumer.start()
    legacy = KafkaProducer(bootstrap_servers=here.broker.servers, value_serializer=lambda v: json.dumps(v).encode())
    for number in range(total):
        value = {"event": "pow", "input": {"x": number}, "result": float("inf"), "user": "old", "time": 1.5}
        legacy.send("logs", value)
    legacy.flush()

    async def asynchronous() -> list[tuple[str, bytes]]:
        producer = AIOKafkaProducer(bootstrap_servers=here.broker.servers)
        await producer.start()
        for number in range(total):
            headers = [("ce_id", f"aio-{number}".encode())]
            await producer.send("logs", legacy_event(number), key=b"old", headers=headers)
        await producer.stop()

    asyncio.run(asynchronous())
    kcat = subprocess.run(
        ["kcat", "-P", "-b", here.broker.servers, "-t", "logs", "-k", "kcat"],
        input="".join(json.dumps(event(f"kcat-{number}")) + "\n" for number in range(total)),
        text=True,
        capture_output=True,
        timeout=60,
    )
    assert kcat.returncode == 0, kcat.stderr
    wait_until(lambda: count(here.consumer.events_db) == 3 * total, 60, "every message")
    ids = [id for (id,) in rows(here.consumer.events_db, "SELECT event_id FROM kafka_logs")]
    places = rows(
        here.consumer.events_db,
        "SELECT count(*) FROM kafka_logs WHERE event_id = topic || '/' || partition || '/' || kafka_offset",
    )
    note(f"kafka-python {total}, aiokafka {total}, kcat {total}, stored {len(ids)}, doubled {len(ids) - len(set(ids))}")
    assert places == [(total,)] and sum(id.startswith("aio-") for id in ids) == total


def test_other_clients_read_what_the_service_writes(stack, note):
    """Key, headers and value as CloudEvents' Kafka binding has them in binary mode."""
    here = stack()
    here.service.start()
    with here.service.user("alice") as alice:
        assert alice.get("/math/add", params={"a": "0.1", "b": "0.2"}).status_code == 200
    wait_until(lambda: readiness(here.service)["events_pending"] == 0, what="every event on the topic")

    async def read() -> list:
        """Everything up to the calculation."""
        consumer = AIOKafkaConsumer("logs", bootstrap_servers=here.broker.servers, auto_offset_reset="earliest")
        await consumer.start()
        messages = []
        while not any(is_add(message) for message in messages):
            batches = await consumer.getmany(timeout_ms=1000)
            messages += [message for batch in batches.values() for message in batch]
        await consumer.stop()
        return messages

    def is_add(message) -> bool:
        return json.loads(message.value)["event"] == "add"

    messages = asyncio.run(asyncio.wait_for(read(), 30))
    add = next(filter(is_add, messages))
    value, headers = json.loads(add.value), {name: text.decode() for name, text in add.headers}
    assert add.key == b"alice"
    assert headers["ce_specversion"] == "1.0" and headers["ce_type"] == "math.add"
    assert headers["ce_id"] == value["id"] and headers["content-type"] == "application/json"
    assert headers["ce_source"].startswith("/") and headers["ce_time"].endswith("Z")
    old = KafkaConsumer(
        "logs", bootstrap_servers=here.broker.servers, auto_offset_reset="earliest", consumer_timeout_ms=5000
    )
    assert add.value in [message.value for message in old]
    kcat = subprocess.run(
        ["kcat", "-C", "-b", here.broker.servers, "-t", "logs", "-e", "-q", "-f", "%k %s\n"],
        capture_output=True,
        timeout=60,
    )
    assert b"alice " + add.value in kcat.stdout.splitlines()
    note(f"{len(messages)} messages, the same with aiokafka, kafka-python and kcat")
