"""The log: one JSON object a line, the request's id from header to event to line, and never a secret."""

from __future__ import annotations

import json
import re

import httpx
import pytest
from broker import Consumer, MockBroker, wait_until_stored
from service import ADMIN, run, stored_messages

SECRET_KEY = "the-key-of-this-test-0123456789abcdef"
KAFKA_SECRET = "the-password-of-a-key-for-kafka"
NEW_PASSWORD = "another fine passphrase"
WRONG = "surely not the passphrase"


def lines(service) -> list[dict]:
    return [json.loads(line) for line in service.log]


def requests(service) -> list[dict]:
    return [line for line in lines(service) if line["msg"] == "request"]


def test_a_request_is_one_line_with_everything_that_was_asked_for(start_service):
    service = start_service(ACCESS_LOG_EVERY="1")
    with service.user("logged") as user:
        user.get("/math/add?a=31415&b=2", headers={"X-Request-ID": "from-the-client"})
        user.get("/math/divide?a=1&b=0", headers={"X-Request-ID": "refused-one"})
    assert service.terminate() == 0
    by_id = {line["request_id"]: line for line in requests(service)}
    line = by_id["from-the-client"]
    assert set(line) == {
        "ts", "level", "msg", "request_id", "method", "route", "status", "dur_us", "remote", "user",
    }  # fmt: skip
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["ts"])
    assert (line["level"], line["method"], line["route"], line["status"], line["user"], line["remote"]) == (
        "info",
        "GET",
        "/math/add",
        200,
        "logged",
        "127.0.0.1",
    )
    assert 0 < line["dur_us"] < 10_000_000
    assert by_id["refused-one"]["status"] == 422
    events = {event["request_id"]: event["event"] for event in stored_messages(service.events_db)}
    assert events["from-the-client"] == "add" and events["refused-one"] == "divide"
    assert "31415" not in "\n".join(service.log), "what is calculated is the event's, not the log's"


@pytest.mark.parametrize("every, expected", [("0", 0), ("10", 10), ("1", 100)])
def test_successes_are_sampled_and_refusals_are_not(start_service, every, expected):
    service = start_service(ACCESS_LOG_EVERY=every)
    with service.user("sampled") as user:
        before = len(requests(service))
        for _ in range(100):
            assert user.get("/math/add?a=1&b=2").status_code == 200
            assert user.get("/math/divide?a=1&b=0").status_code == 422
    assert service.terminate() == 0
    logged = requests(service)[before:]
    assert sum(line["status"] == 422 for line in logged) == 100
    assert abs(sum(line["route"] == "/math/add" for line in logged) - expected) <= 1


@pytest.fixture(params=["embedded", "kafka"])
def talkative(request, start_service):
    """A service that logs all it can, in either mode; with Kafka the consumer beside it."""
    settings = {"LOG_LEVEL": "trace", "ACCESS_LOG_EVERY": "1", "SECRET_KEY": SECRET_KEY}
    if request.param == "embedded":
        yield start_service(**settings), None
        return
    broker = MockBroker(logs=3)
    settings |= {"KAFKA_BROKER": broker.servers, "KAFKA_CONFIG_SSL_KEY_PASSWORD": KAFKA_SECRET}
    service = start_service(**settings)
    consumer = Consumer(service.data_dir, service.settings).start()
    try:
        yield service, consumer
    finally:
        consumer.kill()
        broker.stop()


def test_a_whole_session_leaves_no_secret_behind(talkative):
    service, consumer = talkative
    password = "the first passphrase"
    secrets = {SECRET_KEY, KAFKA_SECRET, password, NEW_PASSWORD, WRONG, ADMIN[1]}
    client = service.client()
    client.post("/register", json={"username": "secretive", "password": password, "confirm_password": password})
    client.post("/register", json={"username": "secretive", "password": password, "confirm_password": WRONG})
    client.post(
        "/register",
        content=f'{{"username": "x", "password": "{password}"',
        headers={"content-type": "application/json"},
    )
    client.post("/token", data={"username": "secretive", "password": WRONG})
    client.post("/token", data={"username": password, "password": password})
    client.get("/token", params={"username": "secretive", "password": password})
    for _ in range(2):
        pair = client.post("/token", data={"username": "secretive", "password": password}).json()
        secrets |= {pair["access_token"], pair["refresh_token"]}
        renewed = client.post(
            "/token", data={"grant_type": "refresh_token", "refresh_token": pair["refresh_token"]}
        ).json()
        secrets |= {renewed["access_token"], renewed["refresh_token"]}
    bearer = {"Authorization": f"Bearer {renewed['access_token']}"}
    client.get("/math/sqrt?x=2", headers=bearer)
    client.get("/me", headers={"Authorization": f"Bearer {renewed['access_token']}x"})
    client.get("/me", headers={"Authorization": renewed["access_token"]})
    client.get("/me", params={"access_token": renewed["access_token"]})
    client.post(
        "/reset-password",
        headers=bearer,
        json={
            "username": "secretive",
            "current_password": password,
            "new_password": NEW_PASSWORD,
            "confirm_password": NEW_PASSWORD,
        },
    )
    # The token again, when what it gave is used as well: the session ends.
    again = client.post(
        "/token", data={"grant_type": "refresh_token", "refresh_token": renewed["refresh_token"]}
    ).json()
    secrets |= {again["access_token"], again["refresh_token"]}
    client.post("/token", data={"grant_type": "refresh_token", "refresh_token": pair["refresh_token"]})
    client.post("/logout", headers=bearer)
    client.close()
    added = run(
        "user", "add", "local", "--role", "user", "--password-stdin", data_dir=service.data_dir, stdin=password + "\n",
        SECRET_KEY=SECRET_KEY,
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    page = httpx.get(service.url + "/metrics").text
    if consumer:
        wait_until_stored(service)
        assert consumer.terminate() == 0
    assert service.terminate() == 0
    events = "\n".join(json.dumps(message) for message in stored_messages(service.events_db))
    log = "\n".join(service.log + service.output + (consumer.log if consumer else []))
    assert len(requests(service)) > 10 and len(events.splitlines()) > 10
    assert all(json.loads(line) for line in (consumer.log if consumer else []))
    # A name is logged nowhere but as that of a known user: a password typed into the wrong field stays out of the log.
    for secret in secrets:
        assert secret not in log and secret not in page
        # The name that was tried is in the event; a password can only get there as a name.
        assert secret not in events or secret == password
        # A token's last part is its proof; the first two are no secret, but have no business here either.
        for part in secret.split("."):
            assert len(part) < 20 or part not in log + page
    assert "$argon2" not in log + events + page


def test_every_line_is_json_also_when_the_service_is_given_nonsense(start_service):
    service = start_service(LOG_LEVEL="trace", ACCESS_LOG_EVERY="1")
    with service.client() as client:
        client.get('/%00%0a{}"', headers={"X-Request-ID": 'a"b\nc'.replace("\n", "")})
        client.get("/x" * 1000)
        client.request("PROPFIND", "/math/add")
    assert service.terminate() == 0
    assert all({"ts", "level", "msg"} <= set(line) for line in lines(service))
