"""Bad input gets the contract's error, says what to do, and never harms the service."""

from __future__ import annotations

import json
import socket

import httpx
import pytest
from service import assert_error, stored_messages


def assert_list(response: httpx.Response, code: str | None = None) -> list[dict]:
    body = assert_error(response, 422, code)
    assert isinstance(body["detail"], list)
    return body["detail"]


@pytest.fixture(autouse=True)
def the_service_goes_on(service):
    yield
    assert service.process.poll() is None, "the service ended:\n" + "\n".join(service.log[-40:])
    assert httpx.get(service.url + "/healthz").status_code == 200


REFUSED = [
    ("divide", {"a": "1", "b": "0"}, "division_by_zero", "b"),
    ("pow", {"a": "0", "b": "-1"}, "division_by_zero", None),
    ("reciprocal", {"x": "0"}, "division_by_zero", "x"),
    ("mod", {"a": "1", "b": "0"}, None, None),
    ("factorial", {"x": "-1"}, None, "x"),
    ("factorial", {"x": "1000000000"}, None, "x"),
    ("factorial", {"x": "2.5"}, None, "x"),
    ("fibonacci", {"x": "1000000000000"}, None, "x"),
    ("pow", {"a": "9", "b": "1000000000"}, "too_large", None),
    ("pow", {"a": "2", "b": "1e100000"}, None, None),
    ("combinations", {"n": "1000000000000", "k": "500000000000"}, None, None),
    ("add", {"a": "nan", "b": "1"}, None, "a"),
    ("add", {"a": "inf", "b": "1"}, None, "a"),
    ("add", {"a": "-Infinity", "b": "1"}, None, "a"),
    ("add", {"a": "1e999999999", "b": "1"}, "too_large", "a"),
    ("add", {"a": "1e-999999999", "b": "1"}, "too_large", "a"),
    ("add", {"a": "", "b": "1"}, None, "a"),
    ("add", {"a": " ", "b": "1"}, None, "a"),
    ("add", {"a": "1/0", "b": "1"}, None, "a"),
    ("add", {"a": "0x10", "b": "1"}, None, "a"),
    ("add", {"a": "one", "b": "1"}, "number_parsing", "a"),
    ("add", {"a": "1\x00", "b": "1"}, None, "a"),
    ("add", {"a": "١", "b": "1"}, None, "a"),
    ("add", {"a": "1"}, "missing", "b"),
    ("add", {"a": "1", "b": "2", "c": "3"}, "extra_forbidden", "c"),
    ("sqrt", {"x": "2", "precision": "0"}, None, "precision"),
    ("sqrt", {"x": "2", "precision": "10001"}, None, "precision"),
    ("sqrt", {"x": "2", "precision": "-1"}, None, "precision"),
    ("sqrt", {"x": "2", "precision": "many"}, None, "precision"),
    ("log", {"x": "0"}, None, None),
    ("exp", {"x": "1e30"}, None, None),
    ("nthRoot", {"a": "-8", "root": "2"}, None, None),
    ("isPrime", {"x": "9" * 90_000}, None, None),
    ("nextPrime", {"x": "9" * 30_000}, None, None),
    ("primeFactors", {"x": "9" * 5_000 + "7"}, None, None),
    ("gcd", {"values": "1.5"}, None, None),
]


@pytest.mark.parametrize("way", ["query", "body"])
@pytest.mark.parametrize(
    "operation, arguments, code, parameter",
    REFUSED,
    ids=[
        f"{operation}({','.join(f'{k}={v[:12]!r}' for k, v in arguments.items())})"
        for operation, arguments, _, _ in REFUSED
    ],
)
def test_refused(service, someone, way, operation, arguments, code, parameter):
    sent = len(json.dumps(arguments))
    if way == "query" and sent < 8_000:
        response = someone.get(f"/math/{operation}", params=arguments)
    else:
        response = someone.post(f"/math/{operation}", json=arguments)
    faults = assert_list(response, code)
    if parameter:
        where = "query" if response.request.method == "GET" else "body"
        assert faults[0]["loc"][:2] == [where, parameter], faults
    for fault in faults:
        assert len(str(fault.get("input", ""))) <= 110


def test_the_contracts_example_of_an_error_word_for_word(someone):
    body = assert_error(someone.get("/math/divide", params={"a": "1", "b": "0"}), 422)
    assert body["detail"] == [
        {"type": "division_by_zero", "loc": ["query", "b"], "msg": "Division by zero", "input": "0"}
    ]


def test_all_faults_are_listed_at_once(someone):
    faults = assert_list(someone.get("/math/add", params={"a": "x", "c": "1"}))
    assert {(fault["type"], fault["loc"][1]) for fault in faults} == {
        ("number_parsing", "a"),
        ("missing", "b"),
        ("extra_forbidden", "c"),
    }


def test_a_digit_string_of_a_mebibyte_is_refused(someone):
    digits = "7" * (1 << 20)
    assert_error(someone.get("/math/add", params={"a": digits[:9_000], "b": "1"}), 414)
    assert_error(someone.post("/math/add", json={"a": digits, "b": "1"}), 413)
    assert_list(someone.post("/math/add", json={"a": digits[: (1 << 20) - 100], "b": "1"}), "too_large")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nothing",
        b"[1, 2]",
        b'"a"',
        b"null",
        b'{"a": 1, "a": 2, "b": 3}',
        b'{"a": NaN, "b": 1}',
        b'{"a": Infinity, "b": 1}',
        b'{"a": "\xff", "b": 1}',
        b'{"a": "\\ud800", "b": 1}',
        b'{"a": 1, "b": 2} x',
        b"\xef\xbb\xbf{",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a": 01, "b": 2}',
    ],
    ids=lambda body: repr(body[:20]),
)
def test_a_body_that_is_no_object_of_json_is_refused(someone, body):
    faults = assert_list(someone.post("/math/add", content=body, headers={"Content-Type": "application/json"}))
    assert faults[0]["loc"][0] == "body"


@pytest.mark.parametrize("value", [True, None, [], [1], {}, {"b": 1}, "x" * 1000, [[1]], {"$ne": 1}])
def test_a_wrong_type_is_refused(someone, value):
    faults = assert_list(someone.post("/math/add", json={"a": value, "b": 1}))
    assert faults[0]["loc"] == ["body", "a"]


@pytest.mark.parametrize("value", [True, "x", [True], [[1]], [None], [], {}])
def test_a_wrong_list_is_refused(someone, value):
    assert_list(someone.post("/math/mean", json={"values": value}))


def test_a_null_byte_in_a_name_is_refused(service, admin):
    assert_list(httpx.post(service.url + "/register", json={"username": "a\x00b", "password": "long enough 1"}))
    assert httpx.post(service.url + "/token", data={"username": "a\x00b", "password": "x"}).status_code in (401, 422)
    for path in ("/users/a%00b", "/math/add%00", "/history/%00"):
        assert admin.delete(path).status_code in (400, 404, 405, 422), path
    assert admin.get("/math/add", params={"a\x00": "1"}).status_code == 422


@pytest.mark.parametrize(
    "body, field",
    [
        ({"username": "", "password": "long enough 1"}, "username"),
        ({"username": "n" * 1000, "password": "long enough 1"}, "username"),
        ({"username": "new line\n", "password": "long enough 1"}, "username"),
        ({"username": 5, "password": "long enough 1"}, "username"),
        ({"password": "long enough 1"}, "username"),
        ({"username": "shorty", "password": "2 short"}, "password"),
        ({"username": "longy", "password": "x" * 129}, "password"),
        ({"username": "common", "password": "password123"}, "password"),
        ({"username": "itself-name", "password": "itself-name"}, "password"),
        (
            {"username": "mismatch", "password": "long enough 1", "confirm_password": "long enough 2"},
            "confirm_password",
        ),
        ({"username": "mailer", "email": "not an address", "password": "long enough 1"}, "email"),
        ({"username": "extra", "password": "long enough 1", "role": "admin"}, "role"),
    ],
)
def test_a_bad_registration_is_refused_and_never_echoes_a_password(service, body, field):
    response = httpx.post(service.url + "/register", json=body)
    faults = assert_list(response)
    assert faults[0]["loc"] == ["body", field]
    if isinstance(body["password"], str) and body["password"] != body.get("username"):
        assert body["password"] not in response.text


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "0"},
        {"limit": "-1"},
        {"limit": "many"},
        {"limit": "99999999999999999999"},
        {"before": "x"},
        {"page": "1"},
    ],
)
def test_bad_paging_of_history_is_refused(someone, query):
    assert_list(someone.get("/history", params=query))


@pytest.mark.parametrize(
    "query", [{"limit": "0"}, {"since": "yesterday"}, {"until": "nan"}, {"cursor": "nonsense"}, {"nothing": "1"}]
)
def test_a_bad_filter_of_events_is_refused(someone, query):
    assert_list(someone.get("/events", params=query))


@pytest.mark.parametrize("id", ["x", "-1", "1.5", "9" * 40])
def test_a_history_entry_that_cannot_be_is_refused(someone, id):
    assert someone.delete(f"/history/{id}").status_code in (404, 422)


def raw(service, request: bytes) -> bytes:
    """What the service answers to bytes that no client library would send."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        answer = b""
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while chunk := connection.recv(65536):
                answer += chunk
        except OSError:
            pass  # The service may close the connection while the rest is still being sent.
        return answer


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x00" * 100,
        b"GET\r\n\r\n",
        b"GET /math/add?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /register HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /register HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET /math/add?a=\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    ],
    ids=lambda request: repr(request[:30]),
)
def test_malformed_http_gives_no_server_error(service, request_bytes):
    answer = raw(service, request_bytes)
    assert not answer or (answer.startswith(b"HTTP/1.") and answer.split(b" ")[1][:1] == b"4"), answer[:300]


def test_no_bad_input_wrote_half_an_event(service, someone):
    someone.get("/events", params={"limit": 1})
    for message in stored_messages(service.events_db):
        assert message["event"] and message["id"] and message["status"]


@pytest.mark.parametrize(
    ("line", "status"),
    [(b"GET / HTTP/9.9", 505), (b"GET / HTTP/2.0", 505), (b"BREW / HTTP/1.1", 501), (b"CONNECT a:1 HTTP/1.1", 501)],
)
def test_what_the_service_does_not_speak_is_said(service, line, status):
    answer = raw(service, line + b"\r\nHost: a\r\n\r\n")
    assert answer.split(b" ")[1] == str(status).encode() and b'"detail":' in answer


def test_no_password_reached_the_log_or_an_event(service):
    everything = "\n".join(service.log) + json.dumps(stored_messages(service.events_db))
    for secret in ("a long enough passphrase", "long enough 1", "correct horse battery 1"):
        assert secret not in everything
