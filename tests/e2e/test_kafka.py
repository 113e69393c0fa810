"""Kafka mode from outside: other programs on the topic, a consumer that is away, TLS and passwords, bad settings."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
import subprocess
import threading
import time
import uuid
from pathlib import Path

import httpx
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from broker import REAL, MockBroker, Stack, count, readiness, rows, wait_until_stored
from broker_front import Authority, BrokerFront
from confluent_kafka import Consumer as ConfluentConsumer
from confluent_kafka import Producer as ConfluentProducer
from service import ADMIN, events_of, run, wait_until

SETTLED = {
    "status": "ready",
    "mode": "kafka",
    "journal": "ok",
    "events_pending": 0,
    "kafka": "ready",
    "consumer_lag": 0,
    "events_lost": 0,
    "event_store": "ok",
    "events_behind": 0,
}


@pytest.fixture
def stack(tmp_path):
    """All three, not yet running; with the real broker where there is one."""
    stack = Stack(tmp_path)
    yield stack
    stack.stop()


@pytest.fixture
def mock_stack(tmp_path):
    """The same with a broker that fails on command, or that something can be put in front of."""
    stack = Stack(tmp_path, MockBroker(logs=3))
    yield stack
    stack.stop()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """All three running, for tests that only add to the topic."""
    stack = Stack(tmp_path_factory.mktemp("kafka"))
    stack.service.start()
    stack.consumer.start()
    wait_until_stored(stack.service)
    yield stack
    assert stack.consumer.process.poll() is None, "the consumer ended:\n" + "\n".join(stack.consumer.log[-20:])
    stack.stop()


def read_with_confluent(servers: str) -> list[tuple]:
    consumer = ConfluentConsumer(
        {"bootstrap.servers": servers, "group.id": f"reader-{uuid.uuid4()}", "auto.offset.reset": "earliest"}
        | {"enable.partition.eof": True, "session.timeout.ms": 6000 if REAL else 3500}
    )
    consumer.subscribe(["logs"])
    found, ends = [], set()
    while len(ends) < 3:
        message = consumer.poll(20)
        assert message is not None, "the broker is silent"
        if message.error():
            ends.add(message.partition())
        else:
            found.append((message.key(), message.value(), message.headers()))
    consumer.close()
    return found


def read_with_aiokafka(servers: str, total: int) -> list[tuple]:
    async def read() -> list[tuple]:
        consumer = AIOKafkaConsumer("logs", bootstrap_servers=servers, auto_offset_reset="earliest")
        await consumer.start()
        try:
            messages = [await asyncio.wait_for(anext(consumer), 20) for _ in range(total)]
        finally:
            await consumer.stop()
        return [(message.key, message.value, list(message.headers)) for message in messages]

    return asyncio.run(read())


def read_with_kcat(servers: str) -> list[tuple]:
    printed = subprocess.run(
        ["kcat", "-C", "-b", servers, "-t", "logs", "-e", "-q", "-o", "beginning", "-f", "%k\t%h\t%s\n"],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    found = []
    for line in printed.splitlines():
        key, headers, value = line.split(b"\t", 2)
        pairs = (header.split(b"=", 1) for header in headers.split(b",")) if headers else ()
        found.append((key, value, [(name.decode(), text) for name, text in pairs]))
    return found


def test_confluent_kafka_aiokafka_and_kcat_read_the_same_events(stack):
    stack.service.start()
    with stack.service.user("alice") as alice:
        for number in range(10):
            alice.get("/math/add", params={"a": number, "b": "0.2"})
    wait_until(lambda: readiness(stack.service)["events_pending"] == 0, 20, "every event on the topic")
    messages = read_with_confluent(stack.broker.servers)
    assert sorted(messages) == sorted(read_with_aiokafka(stack.broker.servers, len(messages)))
    assert sorted(messages) == sorted(read_with_kcat(stack.broker.servers))
    # The administrator and alice are made, alice signs in, and calculates in order.
    events = [(key, json.loads(value), headers) for key, value, headers in messages]
    names = [event["event"] for key, event, _ in events if key == b"alice"]
    assert names == ["register", "login"] + ["add"] * 10
    additions = [(event, headers) for _, event, headers in events if event["event"] == "add"]
    assert [event["input"]["a"] for event, _ in additions] == [str(number) for number in range(10)]
    for event, headers in additions:
        assert list(event) == (
            ["event", "input", "result", "user", "cached", "time", "id", "status", "code", "duration_us", "request_id"]
        )
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(event["time"]))
        names = ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type"]
        assert [name for name, _ in headers] == names
        found = {name: text.decode() for name, text in headers}
        assert found["ce_time"].startswith(stamp) and found["ce_time"].endswith("Z")
        assert {name: text for name, text in found.items() if name != "ce_time"} == {
            "ce_specversion": "1.0",
            "ce_id": event["id"],
            "ce_source": "/math-microservice",
            "ce_type": "math.add",
            "content-type": "application/json",
        }


def test_the_trace_of_a_request_goes_along_to_the_topic_and_stands_in_the_log(running):
    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    with running.service.user("traced") as user:
        traced = user.get("/math/divide", params={"a": 1, "b": 0}, headers={"traceparent": trace})
        for insane in (trace[:-1], "00-" + "0" * 32 + trace[35:], "x" * 10_000):
            user.get("/math/divide", params={"a": 1, "b": 0}, headers={"traceparent": insane})
    wait_until(lambda: readiness(running.service)["events_pending"] == 0, 20, "every event on the topic")
    messages = [(json.loads(text), headers) for _, text, headers in read_with_confluent(running.broker.servers)]
    divisions = [(event, dict(headers)) for event, headers in messages if event["event"] == "divide"]
    assert [event.get("traceparent") for event, _ in divisions] == [trace, None, None, None]
    assert [headers.get("traceparent") for _, headers in divisions] == [trace.encode(), None, None, None]
    lines = [json.loads(line) for line in running.service.log if '"/math/divide"' in line]
    assert [line.get("trace_id") for line in lines] == ["4bf92f3577b34da6a3ce929d0e0e4736", None, None, None]
    assert lines[0]["request_id"] == traced.headers["x-request-id"]


def test_what_other_clients_write_is_stored_as_it_is(running):
    servers, store = running.broker.servers, running.consumer.events_db
    confluent = ConfluentProducer({"bootstrap.servers": servers})
    confluent.produce("logs", b'{"event":"pow","user":"carol"}', "carol", headers={"ce_id": "from-confluent"})
    assert confluent.flush(20) == 0

    async def send() -> None:
        producer = AIOKafkaProducer(bootstrap_servers=servers)
        await producer.start()
        value = b'{"event":"pow","user":"dave","id":"from-aiokafka","status":422,"time":1795475996.5}'
        await producer.send_and_wait("logs", value, key=b"dave")
        await producer.stop()

    asyncio.run(send())
    legacy = json.dumps({"event": "pow", "input": {"x": 10, "y": 400}, "result": float("inf"), "user": "erin"})
    subprocess.run(
        ["kcat", "-P", "-b", servers, "-t", "logs", "-p", "1"], input=legacy, text=True, check=True, timeout=20
    )
    subprocess.run(["kcat", "-P", "-b", servers, "-t", "logs", "-p", "2"], input="no event", text=True, check=True)
    sql = (
        'SELECT topic, message, event_id, "user", event, status, partition, kafka_offset FROM kafka_logs '
        "WHERE \"user\" IN ('carol', 'dave', 'erin') ORDER BY \"user\""
    )
    carol, dave, erin = wait_until(lambda: (found := rows(store, sql)) and len(found) == 3 and found, 20, "three rows")
    assert carol[:6] == ("logs", '{"event":"pow","user":"carol"}', "from-confluent", "carol", "pow", None)
    assert dave[2:6] == ("from-aiokafka", "dave", "pow", 422)
    # No identity but its place; Python's Infinity is kept as it came.
    assert erin == ("logs", legacy, f"logs/1/{erin[7]}", "erin", "pow", None, 1, erin[7])
    letter = wait_until(lambda: rows(store, "SELECT topic, partition, reason, message FROM dead_letters"), 20, "it")
    assert letter == [("logs", 2, "not JSON (byte 0)", b"no event")]
    wait_until_stored(running.service)
    with running.service.administrator() as admin:
        (event,) = events_of(admin, user="erin")
        assert event == json.loads(legacy) | {"result": "Infinity"}
        assert "events_dead_lettered_total 1" in admin.get("/metrics").text


def test_an_event_of_a_quiet_topic_is_stored_by_itself_and_at_once(running):
    """No event waits for a second one, nor for the end of anything but the 40 ms in which others may come along."""
    wait_until_stored(running.service)
    producer = ConfluentProducer({"bootstrap.servers": running.broker.servers, "linger.ms": 0})
    for number in range(15):
        sql = f"SELECT 1 FROM kafka_logs WHERE event_id = 'quiet-{number}'"
        producer.produce("logs", json.dumps({"event": "quiet", "id": f"quiet-{number}"}))
        assert producer.flush(10) == 0
        wait_until(lambda: rows(running.consumer.events_db, sql), 10, "the row")  # noqa: B023


def open_for_writing(process: int, file: Path) -> list[bool]:
    """Whether each of a process's descriptors of a file is one that can write."""
    found = []
    for descriptor in Path(f"/proc/{process}/fd").iterdir():
        try:
            if os.readlink(descriptor) == str(file):
                info = Path(f"/proc/{process}/fdinfo/{descriptor.name}").read_text()
                found.append(int(re.search(r"flags:\s+(\d+)", info)[1], 8) & os.O_ACCMODE != os.O_RDONLY)
        except FileNotFoundError:
            continue  # Closed since.
    return found


class Stream(threading.Thread):
    """Reads the live stream of one user, all the while."""

    def __init__(self, client: httpx.Client):
        super().__init__(daemon=True)
        self.client, self.events, self.behind = client, [], None
        self.start()
        wait_until(lambda: self.behind is not None, 10, "the stream's beginning")

    def run(self) -> None:
        try:
            with self.client.stream("GET", "/events/stream", timeout=60) as response:
                self.behind = response.headers["x-events-behind"]
                for line in response.iter_lines():
                    if line.startswith("data: "):
                        self.events.append(json.loads(line[6:]))
        except httpx.TransportError:
            pass  # The test has ended.


def test_answers_say_how_far_the_store_is_behind_while_the_consumer_is_away(stack):
    stack.service.start()
    alice = stack.service.user("alice")
    # No consumer has ever run: an empty store, and all that happened is yet to come.
    wait_until(lambda: readiness(stack.service)["events_pending"] == 0, 20, "every event on the topic")
    happened = readiness(stack.service)["consumer_lag"]
    assert happened >= 2 and readiness(stack.service) == SETTLED | {
        "consumer_lag": happened,
        "event_store": "missing",
        "events_behind": happened,
    }
    answer = alice.get("/events")
    assert answer.json() == {"events": [], "next_cursor": None}
    assert answer.headers["x-events-behind"] == str(happened)
    stack.consumer.start()
    wait_until_stored(stack.service)
    assert readiness(stack.service) == SETTLED
    answer = alice.get("/events")
    assert answer.headers["x-events-behind"] == "0" and len(answer.json()["events"]) == 2
    # The service can only read the file; the consumer alone can write it, and has it locked.
    store = stack.consumer.events_db
    assert set(open_for_writing(stack.service.process.pid, store)) == {False}
    assert True in open_for_writing(stack.consumer.process.pid, store)
    assert open_for_writing(stack.service.process.pid, store.with_suffix(".lock")) == []

    stream = Stream(stack.service.client(alice.headers["authorization"].removeprefix("Bearer ")))
    assert stream.behind == "0"
    assert stack.consumer.terminate() == 0
    for number in range(5):
        alice.get("/math/add", params={"a": number, "b": 1})
    away = SETTLED | {"consumer_lag": 5, "event_store": "not being filled", "events_behind": 5}
    wait_until(lambda: readiness(stack.service) == away, 20, "five events behind")
    assert httpx.get(stack.service.url + "/readyz").status_code == 200
    answer = alice.get("/events")
    assert answer.headers["x-events-behind"] == "5" and len(answer.json()["events"]) == 2
    assert Stream(stack.service.client(alice.headers["authorization"].removeprefix("Bearer "))).behind == "5"
    # One's own history is the journal's, and knows of everything at once.
    assert [entry["input"]["a"] for entry in alice.get("/history").json()] == ["4", "3", "2", "1", "0"]
    assert "math_consumer_lag 5" in alice.get("/metrics").text and not stream.events

    stack.consumer.start()
    wait_until(lambda: len(stream.events) == 5, 20, "the stream going on")
    assert [event["input"]["a"] for event in stream.events] == ["0", "1", "2", "3", "4"]
    wait_until(lambda: readiness(stack.service) == SETTLED, 20, "all stored")
    assert alice.get("/events").headers["x-events-behind"] == "0"


def test_a_topic_that_cannot_be_made_is_told_with_the_command_that_makes_it(mock_stack):
    stack = mock_stack
    stack.broker.tell("topicerr logs 3")
    stack.service.start()
    told = wait_until(
        lambda: [json.loads(line) for line in stack.service.log if '"command"' in line], 20, "the command in the log"
    )
    assert [entry["command"] for entry in told] == [
        f"kafka-topics.sh --bootstrap-server {stack.broker.servers} --create --topic logs --partitions 3"
    ]
    assert told[0]["msg"] == (
        "The topic does not exist and could not be made; events wait in the journal until somebody makes it"
    )
    with stack.service.user("alice") as alice:
        assert alice.get("/math/add", params={"a": 1, "b": 2}).status_code == 200
    wait_until(lambda: readiness(stack.service)["kafka"] == "unreachable", 10, "the topic being missed")
    assert readiness(stack.service)["events_pending"] >= 3
    stack.broker.tell("topicerr logs 0")
    stack.consumer.start()
    wait_until_stored(stack.service)


def test_a_new_store_is_filled_from_the_journal_when_the_topic_has_lost_its_messages(mock_stack):
    stack = mock_stack
    stack.service.start()
    stack.consumer.start()
    with stack.service.user("alice") as alice:
        for number in range(20):
            alice.get("/math/add", params={"a": number, "b": 1})
    wait_until_stored(stack.service)
    sql = "SELECT event_id, message FROM kafka_logs ORDER BY event_id"
    stored = rows(stack.consumer.events_db, sql)
    assert stack.consumer.terminate() == 0 and stack.service.terminate() == 0
    # Another broker has nothing of it, and the old store is gone.
    stack.broker.stop()
    stack.broker = MockBroker(logs=3)
    stack.settings |= {"KAFKA_BROKER": stack.broker.servers}
    stack.service.settings = stack.consumer.settings = stack.settings
    for file in stack.consumer.data_dir.glob("events.db*"):
        file.unlink()
    subprocess.run(["sqlite3", stack.service.service_db, "DELETE FROM relays"], check=True)
    stack.service.start()
    stack.consumer.start()
    wait_until(lambda: stack.consumer.has_said('"consuming"', 2), 20, "a new store")
    wait_until(lambda: count(stack.consumer.events_db) >= len(stored), 30, "the store being filled")
    assert rows(stack.consumer.events_db, sql) == stored


# Whether librdkafka gets tokens by itself: kcat uses the one that the service does. Debian 13's does, Debian 12's not.
FEATURES = subprocess.run(["kcat", "-V"], capture_output=True, text=True, check=True).stdout
TOKENS = "this build of librdkafka cannot;"
if "oidc" in FEATURES:
    TOKENS = "librdkafka does with KAFKA_CONFIG_SASL_OAUTHBEARER_METHOD=oidc, otherwise"
BAD_PROPERTIES = [
    ({"NO_SUCH_THING": "1"}, '_NO_SUCH_THING (environment): No such configuration property: "no.such.thing"'),
    (
        {"SECURITY_PROTOCOL": "TLS"},
        '_SECURITY_PROTOCOL (environment): Invalid value "TLS" for configuration property "security.protocol"',
    ),
    (
        {"SECURITY_PROTOCOL": "SSL", "SSL_CA_LOCATION": "/nonexistent/ca.pem"},
        '_SSL_CA_LOCATION (environment): "/nonexistent/ca.pem" cannot be read: No such file or directory.',
    ),
    (
        {"SECURITY_PROTOCOL": "SASL_SSL", "SASL_MECHANISM": "OAUTHBEARER"},
        "_SASL_MECHANISM: OAUTHBEARER needs somebody who gets the tokens: "
        f"{TOKENS} use SCRAM-SHA-512, PLAIN or a certificate.",
    ),
    (
        {"SECURITY_PROTOCOL": "SASL_SSL", "SASL_MECHANISM": "PLAIN", "SASL_PASSWORD": "hush-hush"},
        "_…: sasl.username and sasl.password must be set",
    ),
    (
        {"ACKS": "1"},
        "_ACKS (environment): acks cannot be changed: the service's promise about events rests on it; unset it.",
    ),
]


@pytest.mark.parametrize("command", ["serve", "consume"])
@pytest.mark.parametrize("properties, fault", BAD_PROPERTIES)
def test_a_property_that_cannot_work_is_refused_in_librdkafkas_own_words(tmp_path, command, properties, fault):
    settings = {f"KAFKA_CONFIG_{name}": value for name, value in properties.items()}
    ended = run(command, data_dir=tmp_path / "data", KAFKA_BROKER="127.0.0.1:9", **settings)
    assert ended.returncode == 78
    expected = f"math: a setting cannot work, so nothing was started:\n  KAFKA_CONFIG{fault}\n"
    assert ended.stderr.strip() == expected.strip()
    assert not (tmp_path / "data").exists()


def test_properties_that_only_a_consumer_has_are_checked_by_the_consumer(tmp_path):
    settings = {"KAFKA_BROKER": "127.0.0.1:9", "KAFKA_CONFIG_MAX_POLL_INTERVAL_MS": "1000"}
    ended = run("consume", data_dir=tmp_path / "data", **settings)
    assert ended.returncode == 78
    assert "KAFKA_CONFIG_…: `max.poll.interval.ms`must be >= `session.timeout.ms`" in ended.stderr
    assert not (tmp_path / "data").exists()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tls") / "ca")


@pytest.fixture
def secured(mock_stack):
    """Puts TLS before the stack's broker, and makes service and consumer go there with these properties."""
    fronts: list[BrokerFront] = []

    def secure(*arguments, properties: dict[str, object], **options) -> BrokerFront:
        stack = mock_stack
        fronts.append(BrokerFront(stack.broker, *arguments, **options))
        stack.settings |= {"KAFKA_BROKER": fronts[-1].servers}
        stack.settings |= {f"KAFKA_CONFIG_{name}": str(value) for name, value in properties.items()}
        stack.service.settings = stack.consumer.settings = stack.settings
        return fronts[-1]

    yield secure
    for front in fronts:
        front.stop()


def processes_of(process: int) -> list[Path]:
    """A process's folder in /proc, and those of its children."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [Path("/proc") / str(each) for each in (process, *children)]


def test_events_reach_the_store_through_tls_and_sasl_and_no_password_is_seen(mock_stack, secured, authority):
    certificate, key = authority.issue("client", "DNS:client")
    password = "sasl-password-of-the-test"
    properties = {
        "SECURITY_PROTOCOL": "SASL_SSL",
        "SSL_CA_LOCATION": authority.certificate,
        "SSL_CERTIFICATE_LOCATION": certificate,
        "SSL_KEY_LOCATION": key,
        "SASL_MECHANISM": "PLAIN",
        "SASL_USERNAME": "math",
        "SASL_PASSWORD": password,
        "DEBUG": "all",
    }
    issued = authority.issue("broker", "IP:127.0.0.1")
    secured(issued, clients=authority, login=("math", password), properties=properties)
    secret_key = "key-of-the-tests-tokens-0123456789abcdef"
    mock_stack.settings |= {"LOG_LEVEL": "trace", "SECRET_KEY": secret_key}
    mock_stack.service.settings = mock_stack.consumer.settings = mock_stack.settings
    mock_stack.service.start()
    mock_stack.consumer.start()
    with mock_stack.service.user("alice") as alice:
        assert alice.get("/math/add", params={"a": "0.1", "b": "0.2"}).status_code == 200
        wait_until_stored(mock_stack.service)
        assert [event["event"] for event in events_of(alice)] == ["add", "login", "register"]
    shown = "\n".join(mock_stack.service.log + mock_stack.service.output + mock_stack.consumer.log)
    assert "librdkafka" in shown and "SASL" in shown, "debugging shows nothing, so it hides nothing"
    seen = processes_of(mock_stack.service.process.pid) + processes_of(mock_stack.consumer.process.pid)
    assert len(seen) >= 2
    for folder in seen:
        for file in ("environ", "cmdline"):
            shown += (folder / file).read_bytes().decode(errors="replace")
    assert "KAFKA_CONFIG_SASL_PASSWORD" in shown, "the variable was given"
    assert [secret for secret in (password, ADMIN[1], secret_key) if secret in shown] == []


def refusal(stack: Stack) -> tuple[str, str]:
    """What the service and the consumer say of a broker that they cannot use."""
    stack.service.start()
    stack.consumer.start()
    lines = []
    for program in (stack.service, stack.consumer):
        said = wait_until(
            lambda: [line for line in program.log if '"Kafka not ready, retrying"' in line],  # noqa: B023
            20,
            "the reason in the log",
        )
        lines.append(json.loads(said[0])["reason"])
    assert readiness(stack.service)["kafka"] == "unreachable" and stack.service.is_ready()
    assert count(stack.consumer.events_db) == 0
    return lines[0], lines[1]


def test_a_broker_of_another_authority_is_not_trusted(mock_stack, secured, authority, tmp_path):
    stranger = Authority(tmp_path / "stranger")
    properties = {"SECURITY_PROTOCOL": "SSL", "SSL_CA_LOCATION": stranger.certificate}
    secured(authority.issue("broker", "IP:127.0.0.1"), properties=properties)
    # librdkafka has two texts for it, by whether the handshake fails in its first step or in a later one.
    texts = ("broker certificate could not be verified, verify that ssl.ca.location is", "certificate verify failed")
    for reason in refusal(mock_stack):
        assert any(text in reason for text in texts), reason


def test_a_broker_with_a_certificate_for_another_name_is_not_trusted(mock_stack, secured, authority):
    properties = {"SECURITY_PROTOCOL": "SSL", "SSL_CA_LOCATION": authority.certificate}
    secured(authority.issue("elsewhere", "DNS:elsewhere.example"), properties=properties)
    for reason in refusal(mock_stack):
        assert "certificate verify failed" in reason


def test_a_wrong_password_is_told_and_not_shown(mock_stack, secured, authority):
    properties = {
        "SECURITY_PROTOCOL": "SASL_SSL",
        "SSL_CA_LOCATION": authority.certificate,
        "SASL_MECHANISM": "PLAIN",
        "SASL_USERNAME": "math",
        "SASL_PASSWORD": "wrong-password-of-the-test",
    }
    secured(authority.issue("broker", "IP:127.0.0.1"), login=("math", "the right one"), properties=properties)
    for reason in refusal(mock_stack):
        assert "SASL authentication failure" in reason and "check client PLAIN credentials" in reason
    assert "wrong-password" not in "\n".join(mock_stack.service.log + mock_stack.consumer.log)


def test_a_consumer_whose_store_was_locked_goes_on_and_then_ends_when_it_is_told_to(stack):
    stack.consumer.start()
    wait_until(lambda: stack.consumer.has_said('"assigned"'), 20, "an assignment")
    with sqlite3.connect(stack.consumer.events_db, isolation_level=None) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        subprocess.run(
            ["kcat", "-P", "-b", stack.broker.servers, "-t", "logs"],
            input="".join(f'{{"event":"add","id":"{number}"}}\n' for number in range(100)),
            text=True,
            check=True,
        )
        wait_until(lambda: stack.consumer.has_said("The store cannot be written, retrying"), 20, "the complaint")
        assert count(stack.consumer.events_db) == 0 and stack.consumer.process.poll() is None
        foreign.execute("ROLLBACK")
    wait_until(lambda: count(stack.consumer.events_db) == 100, 20, "every row")
    wait_until(lambda: stack.consumer.has_said("The store is written again"), 5, "the good news")
    assert stack.consumer.terminate() == 0
