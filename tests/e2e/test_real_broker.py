"""What only a real broker does: it deletes topics, limits them, makes them by itself, and is killed.

Run where REAL_KAFKA_BOOTSTRAP names one; see conftest.py.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time

import pytest
from broker import Consumer, Stack, cluster, count, readiness, rows, single, wait_until_stored
from confluent_kafka import Producer
from service import wait_until

BOUNCE = os.environ.get("REAL_KAFKA_BOUNCE", "")
USERS = [f"user{number}" for number in range(6)]


@pytest.fixture
def stack(tmp_path):
    """No topic, and nothing running."""
    stack = Stack(tmp_path, cluster(logs=0))
    yield stack
    stack.stop()


def calculate(stack: Stack, request: str, times: int = 10) -> None:
    for name in USERS:
        with stack.service.client(stack.service.sign_in(name)["access_token"]) as client:
            for number in range(times):
                headers = {"X-Request-ID": f"{request}-{name}-{number}"}
                assert client.get("/math/add?a=1&b=1", headers=headers).status_code == 200


def start(stack: Stack) -> None:
    stack.service.start()
    stack.consumer.start()
    for name in USERS:
        stack.service.register(name)
    calculate(stack, "first")
    wait_until_stored(stack.service)


def has(stack: Stack, request: str) -> int:
    """How many events of these requests the store has."""
    return single(
        stack.consumer.events_db,
        "SELECT count(DISTINCT event_id) FROM kafka_logs "
        f"WHERE message ->> '$.event' = 'add' AND message ->> '$.request_id' LIKE '{request}-%'",
    )


def lines(program, text: str) -> list[dict]:
    return [json.loads(line) for line in program.log if text in line]


def test_the_topic_gets_the_partitions_that_were_asked_for(stack):
    stack.service.start()
    stack.consumer.start()
    with stack.service.user("alice"):
        wait_until_stored(stack.service)
    assert stack.broker.partitions("logs") == 3
    assert [line["partitions"] for line in lines(stack.service, '"made the topic"')] == ["3"]


def test_a_topic_with_other_partitions_is_told_as_it_is(stack):
    stack.broker.make("logs", 1)
    stack.service.start()
    (told,) = wait_until(lambda: lines(stack.service, "another number of partitions"), 20, "the line")
    assert (told["partitions"], told["asked"]) == ("1", "3")
    assert not lines(stack.service, '"made the topic"')


def test_a_deleted_topic_is_made_anew_and_what_it_had_is_carried_again(stack):
    start(stack)
    assert stack.consumer.terminate() == 0
    calculate(stack, "unread")
    wait_until(lambda: readiness(stack.service)["events_pending"] == 0, 20, "every event on the topic")
    behind = readiness(stack.service)["consumer_lag"]
    assert behind >= 60
    stack.broker.admin.delete_topics(["logs"])["logs"].result(20)
    wait_until(lambda: len(lines(stack.service, '"made the topic"')) == 2, 10, "the topic made anew")
    wait_until(lambda: readiness(stack.service)["kafka"] == "ready", 10, "it being used")
    assert readiness(stack.service)["consumer_lag"] >= behind
    stack.consumer.start()
    wait_until(lambda: has(stack, "unread") == 60, 60, "every event in the store")
    wait_until_stored(stack.service)
    assert readiness(stack.service)["events_lost"] == behind
    assert stack.broker.partitions("logs") == 3


def test_a_topic_deleted_while_all_runs_loses_nothing(stack):
    start(stack)
    stack.broker.admin.delete_topics(["logs"])["logs"].result(20)
    calculate(stack, "meanwhile")
    wait_until(lambda: has(stack, "meanwhile") == 60, 60, "every event in the store")
    wait_until_stored(stack.service)
    assert not stack.consumer.has_said("Messages are gone")


@pytest.mark.parametrize("remade", [False, True])
def test_a_consumer_whose_topic_is_deleted_ends_when_it_is_told_to(stack, remade):
    stack.broker.make("logs", 3)
    stack.consumer.start()
    wait_until(lambda: stack.consumer.check()[0] == 0, 30, "a consumer that is well")
    stack.broker.delete("logs")
    if remade:
        stack.broker.make("logs", 3)
    else:
        wait_until(lambda: stack.consumer.check()[0] == 1, 30, "the topic being missed")
    assert stack.consumer.terminate(timeout=30) == 0


def produce(stack: Stack, texts: list[str]) -> None:
    for text in texts:
        partition = sum(text.encode()) % 3
        stack.producer.produce("logs", json.dumps({"event": "add", "id": text}), partition=partition)
    assert stack.producer.flush(20) == 0


def test_a_topic_made_anew_between_two_looks_of_the_consumer_is_noticed(stack):
    stack.broker.make("logs", 3)
    stack.producer = Producer({"bootstrap.servers": stack.broker.servers})
    produce(stack, [f"old-{number}" for number in range(60)])
    stack.consumer.start()
    wait_until(lambda: count(stack.consumer.events_db) == 60, 30, "the old topic stored")
    stack.consumer.process.send_signal(signal.SIGSTOP)
    stack.broker.delete("logs")
    stack.broker.make("logs", 3)
    stack.producer = Producer({"bootstrap.servers": stack.broker.servers})
    produce(stack, [f"new-{number}" for number in range(320)])
    time.sleep(1.5)
    stack.consumer.process.send_signal(signal.SIGCONT)
    wait_until(lambda: count(stack.consumer.events_db) == 380, 30, "both topics stored")
    assert stack.consumer.has_said("The topic is not the one that was read before")
    assert not stack.consumer.has_said("Messages are gone"), "nothing was lost"
    assert stack.consumer.terminate() == 0


def test_messages_that_are_deleted_too_early_are_counted_and_carried_again(stack):
    start(stack)
    assert stack.consumer.terminate() == 0
    calculate(stack, "unread")
    wait_until(lambda: readiness(stack.service)["events_pending"] == 0, 20, "every event on the topic")
    behind = readiness(stack.service)["consumer_lag"]
    stack.broker.forget("logs")
    calculate(stack, "left")
    stack.consumer.log.clear()
    stack.consumer.start()
    wait_until(lambda: has(stack, "unread") == 60 and has(stack, "left") == 60, 60, "every event in the store")
    wait_until_stored(stack.service)
    assert readiness(stack.service)["events_lost"] == behind
    assert sum(int(line["lost"]) for line in lines(stack.consumer, "Messages are gone")) == behind


def test_messages_that_were_stored_before_they_were_deleted_are_not_said_to_be_gone(stack):
    start(stack)
    stack.broker.forget("logs")
    assert stack.consumer.terminate() == 0
    stack.consumer.log.clear()
    stack.consumer.start()
    calculate(stack, "then")
    wait_until_stored(stack.service)
    assert has(stack, "then") == 60 and readiness(stack.service)["events_lost"] == 0
    assert not stack.consumer.has_said("gone") and not stack.consumer.has_said("made anew")


def test_batches_are_cut_to_what_the_topic_takes(stack):
    stack.broker.make("logs", 3, max_message_bytes="65536")
    # Nobody listens there: the events gather, to be sent all together.
    stack.service.settings = stack.settings | {"KAFKA_BROKER": "127.0.0.1:9"}
    stack.service.start()
    with stack.service.user("alice") as alice:
        for number in range(100):
            assert alice.get("/math/add", params={"a": "1" * 1800, "b": str(number)}).status_code == 200
    assert stack.service.terminate() == 0
    stack.service.settings = stack.settings
    stack.service.start()
    stack.consumer.start()
    wait_until_stored(stack.service)
    assert 1 <= len(lines(stack.service, "smaller batches")) <= 4
    assert rows(stack.consumer.events_db, "SELECT count(*) FROM dead_letters") == [(0,)]
    assert rows(stack.consumer.events_db, "SELECT count(*) FROM kafka_logs WHERE event = 'add'") == [(100,)]


def test_a_second_consumer_of_the_group_ends_for_good(stack, tmp_path):
    stack.broker.make("logs", 3)
    stack.consumer.start()
    wait_until(lambda: stack.consumer.check()[0] == 0, 30, "the first")
    other = Consumer(tmp_path / "other", stack.settings).start()
    try:
        assert other.process.wait(90) == 78
    finally:
        other.kill()
    wait_until(lambda: stack.consumer.check()[0] == 0, 30, "the first having all again")


if BOUNCE:

    def test_a_broker_that_is_killed_loses_and_doubles_nothing(stack):
        start(stack)
        for round in range(3):
            subprocess.run(BOUNCE, shell=True, check=True, timeout=120)
            calculate(stack, f"round{round}")
        wait_until_stored(stack.service, 120)
        assert [has(stack, f"round{round}") for round in range(3)] == [60, 60, 60]
        sql = "SELECT count(*) - count(DISTINCT event_id) FROM kafka_logs"
        assert single(stack.consumer.events_db, sql) == 0
        assert readiness(stack.service)["events_lost"] == 0
