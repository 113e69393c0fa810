"""A journal that has lost what the event store has of it, and names that were somebody's."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from broker import Consumer, MockBroker, wait_until_stored
from service import ADMIN, PASSWORD, Service, assert_error, events_of, run, stored_messages, wait_until


def remove(service: Service) -> None:
    for file in service.data_dir.glob("service.db*"):
        file.unlink()


def empty(service: Service) -> None:
    remove(service)
    service.service_db.touch(0o600)


def put_back(service: Service) -> None:
    remove(service)
    shutil.copy(service.data_dir.parent / "older.db", service.service_db)


def replace_with_another_services(service: Service) -> None:
    other = Service(service.data_dir.parent / "other").start()
    with other.user("somebody") as client:
        for number in range(50):
            client.get(f"/math/square?x={number}")
    assert other.terminate() == 0
    remove(service)
    shutil.copy(other.service_db, service.service_db)


def calculated(service: Service, name: str, number: int) -> None:
    """A user with a calculation that is in the event store."""
    with service.user(name) as client:
        assert client.get(f"/math/square?x={number}").status_code == 200
        wait_until(lambda: len(events_of(client, event="square")) == 1, what="the event being stored")


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """The data of a service, and beside them an older copy of the journal, in which there is alice and no bob."""
    service = Service(tmp_path_factory.mktemp("first") / "data").start()
    try:
        calculated(service, "alice", 11)
        assert service.terminate() == 0
        shutil.copy(service.service_db, service.data_dir.parent / "older.db")
        service.start()
        calculated(service, "bob", 12)
        assert service.terminate() == 0
        return service.data_dir.parent
    finally:
        service.kill()


@pytest.fixture
def used(first, tmp_path):
    """A service with a copy of these, not running."""
    shutil.copytree(first, tmp_path / "used")
    service = Service(tmp_path / "used/data")
    yield service
    service.kill()


@pytest.mark.parametrize("harm", [remove, empty, put_back, replace_with_another_services])
def test_a_journal_that_lacks_what_the_store_has_is_refused(used, tmp_path, harm):
    service = used
    assert run("backup", str(tmp_path / "saved"), data_dir=service.data_dir).returncode == 0
    before = stored_messages(service.events_db)
    harm(service)
    for command in (["serve"], ["user", "add", "bob", "--role", "user", "--password-stdin"]):
        refused = run(*command, data_dir=service.data_dir, stdin=PASSWORD + "\n")
        assert refused.returncode == 78, refused.stderr
        (line,) = refused.stderr.strip().splitlines()
        assert str(service.service_db) in line and str(service.events_db) in line
        assert "math restore" in line and "math accept-loss" in line
    assert stored_messages(service.events_db) == before
    assert run("restore", str(tmp_path / "saved"), "--replace", data_dir=service.data_dir).returncode == 0
    service.start()
    with service.client(service.sign_in("bob")["access_token"]) as client:
        assert [entry["operation"] for entry in client.get("/history").json()] == ["square"]
        assert len(events_of(client, event="square")) == 1
    assert service.terminate() == 0


@pytest.mark.parametrize("harm", [remove, put_back])
def test_an_accepted_loss_gives_nobody_what_was_anothers(used, harm):
    service = used
    harm(service)
    accepted = run("accept-loss", data_dir=service.data_dir)
    assert accepted.returncode == 0 and "lacks" in accepted.stdout, accepted.stderr
    assert run("accept-loss", data_dir=service.data_dir).returncode == 1
    service.start()
    with service.user("bob") as client, service.administrator() as admin:
        assert client.get("/math/square?x=13").status_code == 200
        wait_until(lambda: len(events_of(client, event="square")) == 1, what="one's own event")
        assert [event["input"] for event in events_of(client, event="square")] == [{"x": "13"}]
        assert {event["event"] for event in events_of(client)} == {"register", "login", "square"}
        lines = client.get("/events", headers={"Accept": "application/x-ndjson"}).text.splitlines()
        assert len(lines) == 3
        with client.stream("GET", "/events/stream?last_event_id=0&event=square") as stream:
            data = next(line for line in stream.iter_lines() if line.startswith("data:"))
            assert '"x":"13"' in data
        seen = [event["input"]["x"] for event in events_of(admin, event="square", user="bob")]
        assert seen == ["13", "12"], "an administrator sees both"
        assert len(events_of(admin, event="accept_loss")) == 1
    assert service.terminate() == 0
    with sqlite3.connect(f"file:{service.events_db}?mode=ro", uri=True) as store:
        (rows, ids) = store.execute("SELECT count(*), count(DISTINCT event_id) FROM kafka_logs").fetchone()
        assert rows == ids
        journal = sqlite3.connect(f"file:{service.service_db}?mode=ro", uri=True)
        for (id,) in journal.execute("SELECT lower(hex(event_id)) FROM journal"):
            sql = "SELECT count(*) FROM kafka_logs WHERE replace(event_id, '-', '') = ?"
            assert store.execute(sql, (id,)).fetchone() == (1,), "all of the new journal is carried"


def test_where_nothing_is_lost_there_is_nothing_to_accept(used):
    service = used
    refused = run("accept-loss", data_dir=service.data_dir)
    assert refused.returncode == 1 and "nothing is lost" in refused.stderr
    service.start()
    refused = run("accept-loss", data_dir=service.data_dir)
    assert refused.returncode == 1 and "in use" in refused.stderr
    assert service.terminate() == 0


def test_the_name_of_a_deleted_account_is_given_to_nobody(service, name):
    calculated(service, name, 5)
    with service.administrator() as admin:
        assert admin.delete(f"/users/{name}").status_code == 200
    with service.client() as client:
        again = client.post("/register", json={"username": name, "password": PASSWORD})
        assert_error(again, 400, detail="Username already exists")


def test_what_was_tried_with_a_name_before_is_not_its_owners(service, name):
    with service.client() as client:
        assert client.post("/token", data={"username": name, "password": "a guess"}).status_code == 401
    with service.administrator() as admin:
        wait_until(lambda: events_of(admin, user=name), what="the failed attempt being stored")
    service.register(name)
    with service.client(service.sign_in(name)["access_token"]) as client:
        assert [event["event"] for event in events_of(client)] == ["login", "register"]


def test_with_a_broker_a_lost_journal_is_refused_and_accepted_too(tmp_path):
    broker = MockBroker()
    settings = {"KAFKA_BROKER": broker.servers}
    service, consumer = Service(tmp_path / "data", settings), Consumer(tmp_path / "data", settings)
    try:
        service.start()
        consumer.start()
        with service.user("bob") as client:
            assert client.get("/math/square?x=12").status_code == 200
        wait_until_stored(service)
        assert service.terminate() == 0
        remove(service)
        # Also while the consumer runs: the service only reads the store.
        refused = run("serve", data_dir=service.data_dir, **settings)
        assert refused.returncode == 78 and "math accept-loss" in refused.stderr, refused.stderr
        refused = run("accept-loss", data_dir=service.data_dir, **settings)
        assert refused.returncode == 1 and "in use" in refused.stderr
        assert consumer.terminate() == 0
        accepted = run("accept-loss", data_dir=service.data_dir, **settings)
        assert accepted.returncode == 0, accepted.stderr
        service.start()
        consumer.start()
        with service.user("bob") as client:
            assert client.get("/math/square?x=13").status_code == 200
            wait_until_stored(service)
            assert [event["input"]["x"] for event in events_of(client, event="square")] == ["13"]
        with service.administrator() as admin:
            assert [event["input"]["x"] for event in events_of(admin, event="square")] == ["13", "12"]
        assert service.terminate() == 0 and consumer.terminate() == 0
    finally:
        consumer.kill()
        service.kill()
        broker.stop()


def test_an_older_state_with_a_topic_that_is_ahead_starts_and_hides_what_comes_later(tmp_path):
    """The way back from a backup with a broker: what the topic has since then is stored, and belongs to no account."""
    broker = MockBroker()
    settings = {"KAFKA_BROKER": broker.servers}
    service, consumer = Service(tmp_path / "data", settings), Consumer(tmp_path / "data", settings)
    try:
        service.start()
        consumer.start()
        service.register("alice")
        wait_until_stored(service)
        assert run("backup", str(tmp_path / "saved"), data_dir=service.data_dir).returncode == 0
        with service.user("bob") as client:
            assert client.get("/math/square?x=12").status_code == 200
        wait_until_stored(service)
        assert service.terminate() == 0 and consumer.terminate() == 0
        assert run("restore", str(tmp_path / "saved"), "--replace", data_dir=service.data_dir).returncode == 0
        service.start()
        service.sign_in("alice")
        with service.user("bob") as client:
            consumer.start()
            wait_until_stored(service)
            assert client.get("/math/square?x=13").status_code == 200
            wait_until_stored(service)
            assert [event["input"]["x"] for event in events_of(client, event="square")] == ["13"]
        with service.client(service.sign_in(*ADMIN)["access_token"]) as admin:
            assert [event["input"]["x"] for event in events_of(admin, event="square")] == ["13", "12"]
        assert service.terminate() == 0 and consumer.terminate() == 0
    finally:
        consumer.kill()
        service.kill()
        broker.stop()
