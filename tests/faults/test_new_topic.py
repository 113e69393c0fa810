"""A topic that was made anew under the same name: the consumer's place means nothing in it."""

from __future__ import annotations

import pytest
from broker import Consumer, MockBroker, count, rows, single
from messages import event, produce
from service import wait_until


@pytest.fixture
def new_broker():
    broker = MockBroker()
    yield broker
    broker.stop()


# How much longer than its old partition each user's new one is; the users are in partitions of their own.
LENGTHS = {"user3": -7, "user5": -1, "user7": 0, "user9": 1, "user11": 30}


def test_P7_a_topic_made_anew_is_stored_however_long_it_is(stack, new_broker):
    size = 10
    here = stack()
    produce(here.broker, [event(f"old-{user}-{number}", user) for user in LENGTHS for number in range(size)])
    here.consumer.start()
    wait_until(lambda: count(here.consumer.events_db) == size * len(LENGTHS), 60, "the old topic stored")
    assert single(here.consumer.events_db, "SELECT count(DISTINCT partition) FROM kafka_logs") == len(LENGTHS)
    assert here.consumer.terminate() == 0
    new = [f"new-{user}-{number}" for user, more in LENGTHS.items() for number in range(size + more)]
    produce(new_broker, [event(name, name.split("-")[1]) for name in new])
    again = Consumer(here.folder / "data", {"KAFKA_BROKER": new_broker.servers}).start()
    try:
        wait_until(lambda: count(again.events_db) == size * len(LENGTHS) + len(new), 30, "both topics stored")
    finally:
        again.kill()
    stored = {name for (name,) in rows(again.events_db, "SELECT message ->> '$.request_id' FROM kafka_logs")}
    assert stored >= set(new)


def test_P7_a_topic_made_anew_is_stored_from_its_beginning(stack, new_broker, scale, note):
    """It is longer than the old one was, so that no offset is out of range."""
    size = scale(300, 3000)
    here = stack()
    produce(here.broker, [event(f"old-{number}") for number in range(size)])
    here.consumer.start()
    wait_until(lambda: count(here.consumer.events_db) == size, 60, "the old topic stored")
    assert here.consumer.terminate() == 0
    produce(new_broker, [event(f"new-{number}") for number in range(3 * size)])
    again = Consumer(here.folder / "data", {"KAFKA_BROKER": new_broker.servers}).start()
    try:
        wait_until(lambda: count(again.events_db) == 4 * size, 60, "both topics stored")
        # Having read all of it the consumer goes on where it is, and stores nothing twice.
        produce(new_broker, [event("after")])
        wait_until(lambda: count(again.events_db) == 4 * size + 1, 30, "what came after")
        assert again.terminate() == 0
        again.log.clear()
        again.start()
        wait_until(lambda: again.has_said('"assigned"'), 30, "another assignment")
        produce(new_broker, [event("at last")])
        wait_until(lambda: count(again.events_db) == 4 * size + 2, 30, "what came at last")
        assert not again.has_said("made anew")
    finally:
        again.kill()
    stored = {name for (name,) in rows(again.events_db, "SELECT message ->> '$.request_id' FROM kafka_logs")}
    doubled = count(again.events_db) - single(again.events_db, "SELECT count(DISTINCT event_id) FROM kafka_logs")
    note(
        f"{size} events of the old topic, {3 * size} of the new one: stored {count(again.events_db)}, doubled {doubled}"
    )
    assert doubled == 0 and len(stored) == 4 * size + 2
