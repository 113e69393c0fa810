"""A topic that has lost its messages, or was made anew: the consumer goes on with what is there."""

from __future__ import annotations

from broker import Consumer, MockBroker, readiness, wait_until_stored
from service import events_of, stored_messages, wait_until

USERS = [f"user{number}" for number in range(9)]


def test_a_consumer_whose_place_is_gone_in_every_partition_reads_from_what_is_left(start_service):
    broker = MockBroker(logs=3)
    service = start_service(KAFKA_BROKER=broker.servers)
    consumer = Consumer(service.data_dir, service.settings).start()
    try:
        clients = [service.user(name) for name in USERS]
        for client in clients:
            for number in range(5):
                assert client.get(f"/math/add?a={number}&b=1").status_code == 200
        wait_until_stored(service)
        before = len(stored_messages(service.events_db))
        assert consumer.terminate() == 0 and service.terminate() == 0
        broker.stop()
        broker = MockBroker(logs=3)
        service.settings["KAFKA_BROKER"] = broker.servers
        service.start()
        for name in USERS:
            with service.client(service.sign_in(name)["access_token"]) as client:
                assert client.get("/math/add?a=1&b=1", headers={"X-Request-ID": f"anew-{name}"}).status_code == 200
        wait_until(lambda: readiness(service)["events_pending"] == 0, what="the new topic having all events")
        consumer.start()
        wait_until(lambda: len(stored_messages(service.events_db)) == before + 2 * len(USERS), 30, "all being stored")
        assert sum("Messages are gone" in line for line in consumer.log) >= 2, "in several partitions"
        assert consumer.terminate() == 0
        with service.client(service.sign_in(USERS[0])["access_token"]) as client:
            assert [event["request_id"] for event in events_of(client, event="add")][0] == f"anew-{USERS[0]}"
    finally:
        consumer.kill()
        broker.stop()
