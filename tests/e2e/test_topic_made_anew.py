"""A topic that has lost its messages, or was made anew: nothing of it is lost, and what is missing is told."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from broker import Consumer, MockBroker, Stack, count, readiness, rows, wait_until_stored
from service import events_of, stored_messages, wait_until

USERS = [f"user{number}" for number in range(9)]


@pytest.fixture
def stack(tmp_path):
    stack = Stack(tmp_path, MockBroker(logs=3))
    yield stack
    stack.stop()


def signed_in(stack: Stack, *names: str) -> list[str]:
    """New users and their tokens, which outlive a restart. Together, since each waits for two hashes of a password."""

    def token(name: str) -> str:
        stack.service.register(name)
        return stack.service.sign_in(name)["access_token"]

    with ThreadPoolExecutor() as pool:
        return [*pool.map(token, names)]


def calculate(stack: Stack, name: str, token: str, request: str, times: int = 1) -> None:
    with stack.service.client(token) as client:
        for number in range(times):
            headers = {"X-Request-ID": f"{request}-{name}-{number}"}
            assert client.get("/math/add?a=1&b=1", headers=headers).status_code == 200


def has_another_broker(stack: Stack) -> None:
    """Makes everything of the stack use a broker that has none of the messages."""
    stack.broker.stop()
    stack.broker = MockBroker(logs=3)
    stack.settings |= stack.broker.settings
    stack.service.settings = stack.consumer.settings = stack.settings


def metric(stack: Stack, name: str) -> float:
    page = httpx.get(stack.service.url + "/metrics", timeout=10).text
    return float(next(line.split()[1] for line in page.splitlines() if line.startswith(f"{name} ")))


def test_a_consumer_whose_place_is_gone_in_every_partition_reads_from_what_is_left(stack):
    stack.service.start()
    stack.consumer.start()
    tokens = dict(zip(USERS, signed_in(stack, *USERS), strict=True))
    for name, token in tokens.items():
        calculate(stack, name, token, "old", 5)
    wait_until_stored(stack.service)
    before = len(stored_messages(stack.service.events_db))
    assert stack.consumer.terminate() == 0 and stack.service.terminate() == 0
    has_another_broker(stack)
    stack.service.start()
    for name, token in tokens.items():
        calculate(stack, name, token, "anew")
    wait_until(lambda: readiness(stack.service)["events_pending"] == 0, what="the new topic having all events")
    # By the offsets the store has everything: they are those of the topic that is no more.
    assert readiness(stack.service)["consumer_lag"] == len(USERS)
    stack.consumer.log.clear()
    stack.consumer.start()
    wait_until(lambda: len(stored_messages(stack.service.events_db)) == before + len(USERS), 30, "all being stored")
    wait_until_stored(stack.service)
    assert stack.consumer.has_said("The topic is not the one that was read before")
    assert not stack.consumer.has_said("Messages are gone"), "nothing was lost"
    assert readiness(stack.service)["events_lost"] == 0
    assert stack.consumer.terminate() == 0
    with stack.service.client(tokens[USERS[0]]) as client:
        assert [event["request_id"] for event in events_of(client, event="add")][0] == f"anew-{USERS[0]}-0"


def test_events_that_went_with_their_topic_are_counted_and_carried_again_from_the_journal(stack):
    stack.service.start()
    stack.consumer.start()
    (token,) = signed_in(stack, "alice")
    calculate(stack, "alice", token, "stored", 5)
    wait_until_stored(stack.service)
    assert stack.consumer.terminate() == 0
    calculate(stack, "alice", token, "lost", 20)
    wait_until(lambda: readiness(stack.service)["events_pending"] == 0, what="the topic having all events")
    behind = readiness(stack.service)["consumer_lag"]
    assert behind >= 20
    assert stack.service.terminate() == 0
    has_another_broker(stack)
    stack.service.start()
    wait_until(lambda: readiness(stack.service)["kafka"] == "ready", what="the new broker")
    assert readiness(stack.service)["consumer_lag"] >= behind, "the store still lacks them"
    stack.consumer.start()
    sql = "SELECT count(DISTINCT event_id) FROM kafka_logs WHERE message ->> '$.request_id' LIKE 'lost-alice-%'"
    wait_until(lambda: rows(stack.consumer.events_db, sql)[0][0] == 20, 60, "every event being stored")
    wait_until_stored(stack.service)
    assert readiness(stack.service)["events_lost"] == behind == metric(stack, "events_lost_total")
    told = [json.loads(line) for line in stack.service.log if "The topic has lost events" in line]
    assert [line["lost"] for line in told] == [str(behind)]
    # They stay counted.
    assert stack.service.terminate() == 0
    stack.service.start()
    wait_until_stored(stack.service)
    assert readiness(stack.service)["events_lost"] == behind


def test_a_consumer_that_stood_still_compares_the_topic_again(stack):
    """A topic can be made anew meanwhile, and be longer already than the old one was."""
    stack.consumer.start()
    messages = "".join(f'{{"event":"add","id":"{number}"}}\n' for number in range(30))
    kcat = ["kcat", "-P", "-b", stack.broker.servers, "-t", "logs", "-p", "0"]
    subprocess.run(kcat, input=messages, text=True, check=True)
    wait_until(lambda: count(stack.consumer.events_db) == 30, 30, "every row")
    stack.consumer.process.send_signal(signal.SIGSTOP)
    # As if what was stored last came from another topic.
    with sqlite3.connect(stack.consumer.events_db) as store:
        store.execute("DELETE FROM kafka_logs WHERE event_id <> '29'")
        store.execute("UPDATE kafka_logs SET event_id = 'another', message = '{}'")
    # Longer than a busy machine makes it wait.
    time.sleep(1)
    stack.consumer.process.send_signal(signal.SIGCONT)
    wait_until(lambda: count(stack.consumer.events_db) == 31, 30, "every row of what is another topic now")
    assert stack.consumer.has_said("The topic is not the one that was read before")
    assert stack.consumer.terminate() == 0


def test_the_consumer_says_how_it_is(stack):
    assert stack.consumer.check() == (1, f"math: no consumer answers at {stack.consumer.data_dir}/events.sock.")
    stack.consumer.start()
    wait_until(lambda: stack.consumer.check() == (0, "the consumer reads 3 partitions"), 30, "a consumer that is well")
    stack.broker.tell("down 1")
    wait_until(lambda: stack.consumer.check()[0] == 1, 30, "its trouble")
    assert stack.consumer.check()[1].startswith("math: the consumer cannot read the topic: ")
    stack.broker.tell("up 1")
    wait_until(lambda: stack.consumer.check()[0] == 0, 30, "a consumer that is well again")
    assert stack.consumer.terminate() == 0
    assert stack.consumer.check()[0] == 1


def test_a_second_consumer_of_the_group_ends_for_good(stack, tmp_path):
    stack.consumer.start()
    wait_until(lambda: stack.consumer.check()[0] == 0, 30, "the first")
    other = Consumer(tmp_path / "other", stack.settings).start()
    try:
        # The status with which systemd does not start it again.
        assert other.process.wait(90) == 78
        assert other.has_said("another consumer is in the group")
    finally:
        other.kill()


def test_batches_become_smaller_until_the_topic_takes_them(stack):
    # The mock cluster has no limit of its own: it answers three times as a broker does whose topic has one.
    stack.broker.tell("err 0 10 3")
    stack.service.start()
    with stack.service.user("alice") as alice:
        for number in range(20):
            assert alice.get("/math/add", params={"a": number, "b": 1}).status_code == 200
    stack.consumer.start()
    wait_until_stored(stack.service)
    told = [json.loads(line)["bytes"] for line in stack.service.log if "smaller batches" in line]
    # Two partitions may meet the error with the same producer.
    assert told and told == ["500000", "250000", "125000"][: len(told)]
