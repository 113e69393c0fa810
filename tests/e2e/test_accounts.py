"""Accounts as a client sees them: tokens, rotation, logout, passwords, and what administrators may do."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from accounts import me, refresh, sign_in
from machine_time import processor_seconds
from service import ADMIN, PASSWORD, assert_error, stored_messages

WRONG = "Incorrect username or password"


def test_a_name_or_an_email_is_registered_once(service, registered):
    again = httpx.post(service.url + "/register", json={"username": registered, "password": PASSWORD})
    assert_error(again, 400, detail="Username already exists")
    email = {"email": f"{registered}@example.org", "password": PASSWORD}
    assert httpx.post(service.url + "/register", json={"username": registered + "-2"} | email).status_code == 200
    third = httpx.post(service.url + "/register", json={"username": registered + "-3"} | email)
    assert_error(third, 400, detail="Email already registered")


def test_of_many_who_register_one_name_at_once_one_gets_it(service, name):
    body = {"username": name, "password": PASSWORD}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: httpx.post(service.url + "/register", json=body, timeout=30), range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 7


def test_a_wrong_name_and_a_wrong_password_look_the_same(service, registered):
    wrong_password, wrong_name = sign_in(service, registered, "not the one"), sign_in(service, "nobody", "not the one")
    for answer in (wrong_password, wrong_name):
        assert_error(answer, 401, detail=WRONG)
        assert answer.headers["www-authenticate"] == "Bearer"
    assert {**wrong_password.json(), "request_id": ""} == {**wrong_name.json(), "request_id": ""}

    def work(name: str) -> float:
        before = processor_seconds(service.process.pid)
        for _ in range(9):
            sign_in(service, name, "not the one")
        return processor_seconds(service.process.pid) - before

    known, unknown = work(registered), work("nobody")
    assert 0.7 < known / unknown < 1.4, f"nine times a known name takes {known:.3f} s, an unknown one {unknown:.3f} s"


def test_a_failed_login_is_an_event(service, registered):
    httpx.post(
        service.url + "/token",
        data={"username": registered, "password": "not the one"},
        headers={"X-Request-ID": f"failed-{registered}"},
    )
    with service.administrator() as admin:
        assert admin.get("/events", params={"limit": 1}).status_code == 200
    event = next(m for m in stored_messages(service.events_db) if m["request_id"] == f"failed-{registered}")
    assert (event["event"], event["status"]) == ("login", 401)
    assert "not the one" not in json.dumps(event)


def test_a_password_changes_with_the_current_one_and_ends_the_other_sessions(service, registered):
    here, there = sign_in(service, registered).json(), sign_in(service, registered).json()
    new = "another long passphrase"
    body = {"username": registered, "new_password": new, "confirm_password": new}
    with service.client(here["access_token"]) as client:
        assert_error(client.post("/reset-password", json=body), 422, "missing")
        assert_error(client.post("/reset-password", json=body | {"current_password": "wrong one"}), 400)
        assert client.post("/reset-password", json=body | {"current_password": PASSWORD}).status_code == 200
    assert me(service, there["access_token"]).status_code == 401
    assert refresh(service, there["refresh_token"]).status_code == 401
    assert me(service, here["access_token"]).status_code == 200
    assert sign_in(service, registered).status_code == 401
    assert sign_in(service, registered, new).status_code == 200


def test_nobody_but_an_administrator_resets_somebody_elses_password(service, registered, name):
    new = "another long passphrase"
    body = {"username": registered, "new_password": new, "confirm_password": new}
    assert_error(httpx.post(service.url + "/reset-password", json=body), 401, detail="Not authenticated")
    with service.user("other-than-" + name) as other:
        assert_error(other.post("/reset-password", json=body | {"current_password": PASSWORD}), 403)
    with service.administrator() as admin:
        assert admin.post("/reset-password", json=body).status_code == 200
    assert sign_in(service, registered, new).status_code == 200


def test_an_administrator_lists_changes_disables_and_deletes_users(service, admin, registered):
    entry = next(user for user in admin.get("/users").json() if user["username"] == registered)
    assert entry["role"] == "user" and entry["disabled"] is False
    assert not any("password" in key or "hash" in key for key in entry)

    token = sign_in(service, registered).json()["access_token"]
    assert admin.patch(f"/users/{registered}", json={"disabled": True}).status_code == 200
    assert me(service, token).status_code == 401, "a disabled user's token ends at once"
    assert_error(sign_in(service, registered), 401, detail=WRONG)
    assert admin.patch(f"/users/{registered}", json={"disabled": False, "role": "admin"}).status_code == 200
    with service.client(sign_in(service, registered).json()["access_token"]) as client:
        assert client.get("/users").status_code == 200
        assert admin.patch(f"/users/{registered}", json={"role": "user"}).status_code == 200
        assert_error(client.get("/users"), 403)
    assert admin.delete(f"/users/{registered}").status_code == 200
    assert_error(sign_in(service, registered), 401, detail=WRONG)
    assert_error(admin.delete(f"/users/{registered}"), 404)
    assert_error(admin.patch(f"/users/{registered}", json={"disabled": True}), 404)


def test_the_last_administrator_stays(service, admin):
    for change in ({"role": "user"}, {"disabled": True}):
        assert admin.patch(f"/users/{ADMIN[0]}", json=change).status_code == 409
    assert admin.delete(f"/users/{ADMIN[0]}").status_code == 409
    assert admin.get("/users").status_code == 200


@pytest.mark.parametrize("body", [{}, {"role": "king"}, {"disabled": "yes"}, {"password": "x"}, {"role": None}])
def test_a_change_that_makes_no_sense_is_refused(admin, registered, body):
    assert_error(admin.patch(f"/users/{registered}", json=body), 422)


def test_guessing_passwords_is_slowed_per_address_and_name(start_service):
    service = start_service(LOGIN_RATE_LIMIT_PER_MINUTE="3")
    service.register("guarded")
    service.register("bystander")
    answers = [sign_in(service, "guarded", "a wrong guess").status_code for _ in range(4)]
    assert answers == [401, 401, 401, 429]
    refused = sign_in(service, "guarded", "a wrong guess")
    assert_error(refused, 429)
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert sign_in(service, "bystander").status_code == 200


def test_requests_are_limited_per_user(start_service):
    service = start_service(RATE_LIMIT_PER_MINUTE="5")
    with service.user("eager") as eager, service.user("calm") as calm:
        answers = [eager.get("/math/square", params={"x": 2}) for _ in range(7)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
        assert_error(answers[-1], 429)
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert calm.get("/math/square", params={"x": 2}).status_code == 200
        assert eager.post("/logout").status_code == 200, "whoever has asked too much can leave"


def test_a_flood_of_logins_leaves_calculations_alone(service, registered):
    with service.client(sign_in(service, registered).json()["access_token"]) as client, ThreadPoolExecutor(48) as pool:
        flood = [pool.submit(sign_in, service, registered, "a wrong guess") for _ in range(96)]
        for _ in range(20):
            assert client.get("/math/square", params={"x": 2}).status_code == 200
        # Twenty one after the other, and none of them behind those who wait for their password to be hashed.
        assert not all(answer.done() for answer in flood)
        answers = [answer.result() for answer in flood]
    assert {answer.status_code for answer in answers} <= {401, 503}
    assert all("retry-after" in answer.headers for answer in answers if answer.status_code == 503)
