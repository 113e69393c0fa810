"""Limits for addresses, and what the record tells of those whom they have turned away."""

from __future__ import annotations

import httpx
import pytest
from service import PASSWORD, assert_error, run, stored_messages


def register(service, name: str, address: str = "203.0.113.1") -> httpx.Response:
    body = {"username": name, "password": PASSWORD}
    return httpx.post(service.url + "/register", json=body, headers={"X-Forwarded-For": address}, timeout=30)


def guess(service, name: str, address: str = "203.0.113.1", password: str = "not the one") -> httpx.Response:
    form = {"username": name, "password": password}
    return httpx.post(service.url + "/token", data=form, headers={"X-Forwarded-For": address}, timeout=30)


def until_refused(ask, most: int) -> tuple[list[httpx.Response], httpx.Response]:
    """What was let in, and the first answer that was not."""
    let_in = []
    for _ in range(most):
        answer = ask()
        if answer.status_code == 429:
            return let_in, answer
        let_in.append(answer)
    raise AssertionError(f"{most} were let in")


def test_thirty_accounts_a_minute_are_made_from_an_address(start_service):
    service = start_service(REGISTRATION="", TRUSTED_PROXIES="127.0.0.1")
    let_in, refused = until_refused(lambda: register(service, ""), 100)
    # While so many are sent, the limit gives some back.
    assert {answer.status_code for answer in let_in} == {422} and 30 <= len(let_in) < 100
    assert_error(refused, 429, "rate_limited")
    assert refused.headers["retry-after"] in ("1", "2")
    assert register(service, "elsewhere", "203.0.113.2").status_code == 200


def test_closed_registration_is_said_and_administrators_make_accounts(start_service):
    service = start_service(REGISTRATION="closed")
    assert_error(register(service, "ada"), 403, "registration_closed")
    assert httpx.get(service.url + "/service/options").json()["registration"] == "closed"
    made = run(
        "user", "add", "ada", "--role", "user", "--password-stdin", data_dir=service.data_dir, stdin=PASSWORD + "\n"
    )
    assert made.returncode == 0
    assert service.sign_in("ada")["token_type"] == "bearer"


def test_the_options_say_what_the_document_says(service):
    answer = httpx.get(service.url + "/service/options")
    version = httpx.get(service.url + "/openapi.json").json()["info"]["version"]
    assert answer.json() == {"registration": "open", "version": version}


def test_an_address_guesses_twenty_times_over_all_names(start_service):
    service = start_service(TRUSTED_PROXIES="127.0.0.1")
    service.register("alice")
    for number in range(20):
        assert guess(service, f"name{number}", f"2001:db8:0:7::{number + 1:x}").status_code == 401
    refused = guess(service, "alice", "2001:db8:0:7::ffff", PASSWORD)
    assert_error(refused, 429, "rate_limited")
    assert 1 <= int(refused.headers["retry-after"]) <= 15
    assert guess(service, "alice", "2001:db8:0:8::1", PASSWORD).status_code == 200


def test_an_undeclared_proxy_locks_nobody_out(start_service):
    service = start_service()
    service.register("alice")
    for number in range(25):
        assert guess(service, f"name{number}").status_code == 401
    assert guess(service, "alice", password=PASSWORD).status_code == 200


def test_what_was_turned_away_is_one_event_and_not_its_victims(start_service):
    service = start_service(
        TRUSTED_PROXIES="127.0.0.1", LOGIN_RATE_LIMIT_PER_MINUTE="3", RATE_LIMIT_PER_MINUTE="5", REGISTRATION="1"
    )
    assert register(service, "victim", "203.0.113.9").status_code == 200
    token = guess(service, "victim", "203.0.113.8", PASSWORD).json()["access_token"]
    assert {guess(service, "victim").status_code for _ in range(30)} == {401, 429}
    with service.client(token) as victim:
        assert [victim.get("/math/add?a=1&b=1").status_code for _ in range(12)] == [200] * 5 + [429] * 7
    assert [register(service, f"r{number}", "203.0.113.7").status_code for number in range(4)] == [200, 429, 429, 429]
    assert service.terminate() == 0
    events = [message for message in stored_messages(service.events_db) if message["event"] != "register"]
    assert [event["event"] for event in events if event["user"] == "victim"] == (
        ["login"] * 4 + ["add"] * 5 + ["throttled"]
    )
    throttled = [
        {key: event[key] for key in ("user", "input", "status", "code", "count")}
        for event in events
        if event["event"] == "throttled"
    ]
    assert sorted(throttled, key=lambda event: event["count"]) == [
        {"user": "anonymous", "input": {"address": "203.0.113.7"}, "status": 429, "code": "rate_limited", "count": 3},
        {"user": "victim", "input": {}, "status": 429, "code": "rate_limited", "count": 7},
        {"user": "anonymous", "input": {"address": "203.0.113.1"}, "status": 429, "code": "rate_limited", "count": 27},
    ]


def test_strangers_do_not_fill_the_disk_with_refusals(start_service):
    service = start_service()
    headers = {"Content-Type": "application/json"}
    with service.client() as client:
        for _ in range(800):
            assert client.post("/register", content=b"{", headers=headers).status_code == 422
    assert service.terminate() == 0
    events = stored_messages(service.events_db)
    single = [event for event in events if event["code"] == "json_invalid"]
    (counted,) = [event for event in events if event["code"] == "unrecorded"]
    assert 600 <= len(single) < 800
    assert len(single) + counted["count"] == 800


@pytest.mark.parametrize("limit", ["5", ""])
def test_strangers_have_a_budget_of_their_own_for_v4(start_service, limit):
    service = start_service(
        ALLOW_ANONYMOUS_V4="true", TRUSTED_PROXIES="127.0.0.1", ANONYMOUS_RATE_LIMIT_PER_MINUTE=limit
    )
    count = int(limit or 60)

    def ask(address: str = "203.0.113.1") -> httpx.Response:
        return httpx.get(service.url + "/v4/?expr=1%2B1", headers={"X-Forwarded-For": address})

    let_in, refused = until_refused(ask, 5 * count)
    # One that takes a tenth of a second counts for more.
    assert {answer.text for answer in let_in} == {"2"} and count // 2 <= len(let_in)
    assert_error(refused, 429, "rate_limited")
    assert ask("203.0.113.2").status_code == 200
    with service.user("known") as client:
        assert {client.get("/v4/?expr=1%2B1").status_code for _ in range(10)} == {200}
