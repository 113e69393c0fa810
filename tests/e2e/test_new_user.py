"""The whole way of a new user: register, token, calculate, history; and the catalogue that guides it."""

from __future__ import annotations

import json

import httpx
import pytest
from service import PASSWORD, events_of

OPERATIONS = """
    add subtract multiply divide mod pow square cube abs sign floor ceil round fix negate reciprocal gcd lcm
    factorial fibonacci combinations permutations isPrime nextPrime primeFactors divisors totient mean median
    variance std sum prod min max compare sqrt cbrt nthRoot exp log log2 log10 sin cos tan asin acos atan atan2
    sinh cosh tanh asinh acosh atanh hypot pi e
""".split()


def test_a_new_user_registers_signs_in_and_calculates(service, name):
    registered = httpx.post(
        service.url + "/register",
        json={"username": name, "email": f"{name}@example.org", "password": PASSWORD, "confirm_password": PASSWORD},
    )
    assert registered.status_code == 200
    body = registered.json()
    assert body.pop("id") >= 1
    assert body == {"message": "User registered successfully", "username": name, "role": "user"}

    token = httpx.post(service.url + "/token", data={"username": name, "password": PASSWORD, "grant_type": "password"})
    assert token.status_code == 200
    assert set(token.json()) == {"access_token", "token_type", "expires_in", "refresh_token"}
    assert token.json()["token_type"] == "bearer" and token.json()["expires_in"] == 1800
    assert token.headers["cache-control"] == "no-store"

    with service.client(token.json()["access_token"]) as client:
        me = client.get("/me").json()
        assert (me["username"], me["role"], me["email"]) == (name, "user", f"{name}@example.org")
        answer = client.get("/math/add", params={"a": "0.1", "b": "0.2"})
        assert answer.status_code == 200
        assert answer.json() == {
            "operation": "add",
            "input": {"a": "0.1", "b": "0.2"},
            "result": 0.3,
            "exact": "3/10",
            "decimal": "0.3",
            "precision": 20,
            "type": "rational",
        }
        history = client.get("/history").json()
        assert len(history) == 1
        assert set(history[0]) == {"id", "operation", "input_data", "input", "result", "timestamp"}
        assert history[0]["operation"] == "add"
        assert (history[0]["input_data"], history[0]["input"]) == ('{"a":"0.1","b":"0.2"}', {"a": "0.1", "b": "0.2"})


def test_json_is_accepted_for_a_token(service, name):
    service.register(name)
    response = httpx.post(service.url + "/token", json={"username": name, "password": PASSWORD})
    assert response.status_code == 200


@pytest.mark.parametrize("number", ["0.1", 0.1])
def test_a_json_number_is_read_as_its_decimal_text(user, number):
    answer = user.post("/math/multiply", json={"a": number, "b": 3}).json()
    assert (answer["exact"], answer["decimal"], answer["result"]) == ("3/10", "0.3", 0.3)


def test_every_digit_that_was_asked_for_is_printed(user):
    answer = user.get("/math/divide", params={"a": 1, "b": 3, "precision": 50}).json()
    assert (answer["exact"], answer["decimal"], answer["precision"]) == ("1/3", "0." + "3" * 50, 50)
    root = user.get("/math/sqrt", params={"x": 2, "precision": 40}).json()
    assert root["decimal"] == "1.414213562373095048801688724209698078570"
    assert (root["type"], root["result"]) == ("real", 1.4142135623730951)


def test_a_large_integer_is_exact_in_full(user):
    answer = user.get("/math/pow", params={"a": 2, "b": 1000}).json()
    assert answer["exact"] == str(2**1000)
    assert answer["type"] == "integer"


def test_lists_are_taken_from_query_and_body(user):
    by_query = user.get("/math/mean", params=[("values", "1"), ("values", "2"), ("values", "4")]).json()
    by_body = user.post("/math/mean", json={"values": ["1", "2", "4"]}).json()
    assert by_query["exact"] == by_body["exact"] == "7/3"


def test_the_catalogue_describes_every_operation_with_true_examples(user):
    operations = user.get("/math/operations").json()["operations"]
    names = [operation["name"] for operation in operations]
    assert len(names) == len(set(names))
    assert set(OPERATIONS) <= set(names)
    for operation in operations:
        assert operation["summary"] and operation["category"] and operation["examples"], operation["name"]
        for parameter in operation["parameters"]:
            assert parameter["name"] and parameter["type"] and parameter["text"], operation["name"]
        for example in operation["examples"]:
            answer = user.post(f"/math/{operation['name']}", json=example["arguments"])
            assert answer.status_code == 200, (operation["name"], example, answer.text)
            body = answer.json()
            assert example["result"] in (body["decimal"], body["exact"], json.dumps(body["result"])), (example, body)


def test_history_pages_newest_first_and_hides_ones_own_entry(service, user, name):
    for number in range(5):
        assert user.get("/math/square", params={"x": number}).status_code == 200
    entries = user.get("/history").json()
    ids = [entry["id"] for entry in entries]
    assert len(ids) == 5 and ids == sorted(ids, reverse=True)
    assert [entry["id"] for entry in user.get("/history", params={"limit": 2}).json()] == ids[:2]
    assert [entry["id"] for entry in user.get("/history", params={"before": ids[1], "limit": 2}).json()] == ids[2:4]

    assert set(user.delete(f"/history/{ids[0]}").json()) == {"message"}
    assert [entry["id"] for entry in user.get("/history").json()] == ids[1:]
    assert user.delete(f"/history/{ids[0]}").status_code == 404
    with service.user(name + "-other") as other:
        assert other.delete(f"/history/{ids[1]}").status_code == 404
    squares = [event for event in events_of(user) if event["event"] == "square"]
    assert len(squares) == 5, "hiding an entry leaves its event"
