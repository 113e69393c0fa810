"""The public mathjs service's interface, as its documentation shows it."""

from __future__ import annotations

import httpx
import pytest
from service import assert_error, events_of


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("expr=2*(7-3)", "8"),
        ("expr=2%2F3&precision=3", "0.667"),
        ("expr=2%2F3", "0.6666666666666666"),
        ("expr=1.2%20*%20(2%20%2B%204.5)", "7.8"),
        ("expr=5.08%20cm%20in%20inch", "2 inch"),
        ("expr=10%5E5&precision=3", "1e+5"),
        ("expr=0.00012&precision=3", "1.2e-4"),
        ("expr=2%2F0", "Infinity"),
        ("expr=%5B1,2;3,4%5D", "[[1, 2], [3, 4]]"),
    ],
)
def test_an_expression_in_the_address_is_answered_as_text(user, query, text):
    response = user.get(f"/v4/?{query}")
    assert (response.status_code, response.text) == (200, text)
    assert response.headers["content-type"].startswith("text/plain")


def test_a_list_in_the_body_is_answered_as_a_list_of_texts(user):
    body = """{"expr": ["a = 1.2 * (2 + 4.5)", "a / 2", "5.08 cm in inch", "sin(45 deg) ^ 2", "9 / 3 + 2i",
        "b = [-1, 2; 3, 1]", "det(b)"], "precision": 14}"""
    response = user.post("/v4/", content=body)
    assert response.text == ('{"result":["7.8","3.9","2 inch","0.5","3 + 2i","[[-1, 2], [3, 1]]","-7"],"error":null}')
    assert events_of(user, event="evaluate")[0]["result"] == response.json()["result"]


def test_one_expression_in_the_body_is_answered_as_one_text(user):
    for path in ("/v4/", "/v4", "/v4/anything/below"):
        assert user.post(path, json={"expr": "2+3"}).text == '{"result":"5","error":null}'


def test_one_bad_expression_fails_the_batch(user):
    response = user.post("/v4/", json={"expr": ["1 + 1", "2 * (3 + )", "4"]})
    assert response.status_code == 400
    error = response.json()["error"]
    assert response.text.startswith('{"result":null,"error":"SyntaxError: ')
    assert error.endswith("(char 10)")
    assert user.get("/v4/?expr=2*(3%2B)").text.startswith("SyntaxError: ")


def test_a_missing_expression_is_told_in_the_same_words(user):
    response = user.get("/v4/")
    assert (response.status_code, response.text) == (400, 'Error: Required query parameter "expr" missing in url.')
    assert user.post("/v4/", json={}).json() == {
        "result": None,
        "error": 'Error: Required field "expr" missing in JSON body.',
    }


def test_any_page_may_call_it(service, user):
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    preflight = httpx.options(service.url + "/v4/", headers=headers)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert user.get("/v4/?expr=1", headers=headers).headers["access-control-allow-origin"] == "*"


def test_guests_are_let_in_by_setting_alone(service, start_service):
    assert_error(httpx.get(service.url + "/v4/?expr=1"), 401, "not_authenticated")
    open_service = start_service(ALLOW_ANONYMOUS_V4="true")
    assert httpx.get(open_service.url + "/v4/?expr=1%2F4").text == "0.25"
    assert_error(httpx.post(open_service.url + "/math/evaluate", json={"expr": "1"}), 401)
    with open_service.administrator() as admin:
        assert [event["user"] for event in events_of(admin, event="evaluate")] == ["anonymous"]


def test_what_takes_too_long_is_told_too(user):
    response = user.get("/v4/", params={"expr": "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f(100)"})
    assert response.status_code == 400
    assert response.text.startswith("TimeoutError: ")
