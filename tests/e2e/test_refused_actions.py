"""What was asked of accounts and was refused is an event as well."""

from __future__ import annotations

import httpx
import pytest
from service import events_of, stored_messages, wait_until

JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain"}

# Method, path, what is sent, and the event: name and status.
OF_A_USER = {
    "a role": ("PATCH", "/users/{name}", {"json": {"role": "admin"}}, "change_user", 403),
    "a deletion": ("DELETE", "/users/{name}", {}, "delete_user", 403),
    "a history entry that is not there": ("DELETE", "/history/77777", {}, "hide_history", 404),
    "a password in no JSON": ("POST", "/reset-password", {"content": "x", "headers": TEXT}, "reset_password", 415),
}
OF_NOBODY = {
    "a login without a password": ("/token", {"data": {"username": "{name}"}}, "login", 422),
    "a grant that there is not": ("/token", {"data": {"grant_type": "implicit"}}, "login", 422),
    "a login in no form": ("/token", {"content": "x", "headers": TEXT}, "login", 415),
    "a registration in broken JSON": ("/register", {"content": "{", "headers": JSON}, "register", 422),
    "a registration in no JSON": ("/register", {"content": "x", "headers": TEXT}, "register", 415),
    "a refresh with nothing": ("/token", {"data": {"grant_type": "refresh_token"}}, "refresh", 422),
    "a refresh with a wrong token": (
        "/token",
        {"data": {"grant_type": "refresh_token", "refresh_token": "wrong"}},
        "refresh",
        401,
    ),
}


@pytest.mark.parametrize("case", OF_A_USER)
def test_a_refused_action_of_a_user_is_an_event(user, name, case):
    method, path, sent, event, status = OF_A_USER[case]
    headers = sent.get("headers", {}) | {"X-Request-ID": f"{name}-refused"}
    answer = user.request(method, path.format(name=name), **sent | {"headers": headers})
    assert answer.status_code == status
    found = next(event for event in events_of(user) if event["request_id"] == f"{name}-refused")
    assert (found["event"], found["status"], found["user"], found["code"]) == (
        event,
        status,
        name,
        answer.json()["code"],
    )


def test_a_role_that_there_is_not_is_a_refused_change(admin, registered):
    answer = admin.patch(f"/users/{registered}", json={"role": "root"}, headers={"X-Request-ID": f"{registered}-root"})
    assert answer.status_code == 422
    found = next(event for event in events_of(admin) if event["request_id"] == f"{registered}-root")
    assert (found["event"], found["input"]) == ("change_user", {"username": registered, "role": "root"})


@pytest.mark.parametrize("case", OF_NOBODY)
def test_a_refused_action_of_somebody_unknown_is_an_event(service, name, case):
    path, sent, event, status = OF_NOBODY[case]
    data = {key: value.format(name=name) for key, value in sent.get("data", {}).items()}
    headers = sent.get("headers", {}) | {"X-Request-ID": f"{name}-refused"}
    content = {"data": data} if data else {"content": sent["content"]}
    assert httpx.post(service.url + path, **content, headers=headers).status_code == status

    def recorded() -> list[tuple]:
        messages = [m for m in stored_messages(service.events_db) if m["request_id"] == f"{name}-refused"]
        return [(message["event"], message["status"], message["user"]) for message in messages]

    wait_until(recorded, what="the event")
    assert recorded() == [(event, status, name if "username" in data else "anonymous")]


def test_a_refresh_token_that_is_used_again_is_an_event_of_its_owner(service, registered):
    tokens = service.sign_in(registered)
    again = {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}
    renewed = httpx.post(service.url + "/token", data=again).json()
    assert httpx.post(service.url + "/token", data=again | {"refresh_token": renewed["refresh_token"]}).is_success
    assert httpx.post(service.url + "/token", data=again).status_code == 401
    with service.client(service.sign_in(registered)["access_token"]) as client:
        events = [(event["status"], event["code"]) for event in events_of(client, event="refresh")]
    assert events == [(401, "token_invalid"), (200, None), (200, None)]


def test_the_address_of_a_refused_registration_is_not_kept(service, admin, name):
    body = {"username": name, "email": f"{name}@example.org", "password": "short"}
    assert httpx.post(service.url + "/register", json=body).status_code == 422
    with service.user(name):
        inputs = [event["input"] for event in events_of(admin, user=name, event="register")]
    assert inputs == [{"username": name}, {"username": name}]
