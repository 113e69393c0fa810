"""What every answer has in common: errors, methods, sizes, request ids, and pages of other origins."""

from __future__ import annotations

import re

import httpx
import pytest
from service import assert_error

ALLOWED_ORIGIN = "http://localhost:5173"


def test_an_unknown_path_is_not_found(service):
    for path in ("/nothing", "/math", "/Math/add", "/users/a/b/c", "/..%2f..%2fetc/passwd", "/docs/../../secret.key"):
        answer = httpx.get(service.url + path)
        assert answer.status_code in (401, 404), path
        assert_error(answer, answer.status_code)


def test_an_unknown_operation_is_not_found(someone):
    assert_error(someone.get("/math/nothing", params={"a": 1}), 404)
    assert_error(someone.post("/math/ADD", json={"a": 1, "b": 2}), 404)


@pytest.mark.parametrize(
    "method, path, allowed",
    [
        ("GET", "/register", {"POST"}),
        ("DELETE", "/math/add", {"GET", "POST"}),
        ("POST", "/healthz", {"GET"}),
        ("PUT", "/users/somebody", {"PATCH", "DELETE"}),
        ("POST", "/openapi.json", {"GET"}),
        ("TRACE", "/me", {"GET"}),
    ],
)
def test_a_wrong_method_is_answered_with_the_right_ones(service, method, path, allowed):
    answer = httpx.request(method, service.url + path)
    assert_error(answer, 405)
    assert set(re.split(r",\s*", answer.headers["allow"])) - {"HEAD", "OPTIONS"} == allowed


def test_a_body_over_a_mebibyte_is_too_large(someone):
    assert_error(someone.post("/math/add", json={"a": "1" * (1 << 20), "b": "1"}), 413)

    def chunks():
        for _ in range(40):
            yield b" " * (1 << 15)

    try:
        assert (
            someone.post("/math/add", content=chunks(), headers={"Content-Type": "application/json"}).status_code == 413
        )
    except (httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError):
        pass  # The service may close the connection while the rest is still being sent.


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "multipart/form-data; boundary=x", "json", ""]
)
def test_another_content_type_is_refused(someone, content_type):
    answer = someone.post("/math/add", content=b'{"a": 1, "b": 2}', headers={"Content-Type": content_type})
    assert_error(answer, 415)


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_json_is_known_by_its_content_type(someone, content_type):
    answer = someone.post("/math/add", content=b'{"a": 1, "b": 2}', headers={"Content-Type": content_type})
    assert answer.json()["result"] == 3


@pytest.mark.parametrize("path", ["/healthz", "/nothing", "/me", "/docs"])
def test_every_answer_names_its_request(service, path):
    own = httpx.get(service.url + path, headers={"X-Request-ID": "a-Name.of_my-0wn"})
    assert own.headers["x-request-id"] == "a-Name.of_my-0wn"
    for insane in ("", "a b", "x" * 65, "é", "<script>"):
        made = httpx.get(service.url + path, headers={"X-Request-ID": insane.encode()}).headers["x-request-id"]
        assert made != insane and re.fullmatch(r"[A-Za-z0-9._-]{1,64}", made)


def test_health_and_readiness(service):
    assert httpx.get(service.url + "/healthz").status_code == 200
    assert httpx.get(service.url + "/readyz").status_code == 200


def test_head_is_answered_like_get_without_a_body(service):
    answer = httpx.head(service.url + "/healthz")
    assert answer.status_code in (200, 405) and answer.content == b""


def preflight(service, origin: str, method: str = "POST", path: str = "/math/add") -> httpx.Response:
    return httpx.options(
        service.url + path,
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": "authorization,content-type",
        },
    )


def test_a_page_of_an_allowed_origin_may_call(service):
    answer = preflight(service, ALLOWED_ORIGIN)
    assert answer.status_code in (200, 204)
    assert answer.headers["access-control-allow-origin"] == ALLOWED_ORIGIN
    assert {"GET", "POST", "PATCH", "DELETE"} <= set(re.split(r",\s*", answer.headers["access-control-allow-methods"]))
    assert {"authorization", "content-type"} <= set(
        re.split(r",\s*", answer.headers["access-control-allow-headers"].lower())
    )
    assert "origin" in answer.headers["vary"].lower()


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://localhost:5173.evil.example",
        "https://localhost:5173",
        "http://localhost",
        "http://LOCALHOST:5173@evil.example",
    ],
)
def test_a_page_of_another_origin_may_not(service, origin):
    assert "access-control-allow-origin" not in preflight(service, origin).headers
    assert "access-control-allow-origin" not in httpx.get(service.url + "/healthz", headers={"Origin": origin}).headers


def test_a_page_may_read_refusals_too(service):
    answer = httpx.get(service.url + "/me", headers={"Origin": ALLOWED_ORIGIN})
    assert answer.status_code == 401
    assert answer.headers["access-control-allow-origin"] == ALLOWED_ORIGIN
    assert "x-request-id" in answer.headers["access-control-expose-headers"].lower()


def test_origins_can_be_set(start_service):
    service = start_service(CORS_ORIGINS="https://one.example, https://two.example:8443")
    for origin in ("https://one.example", "https://two.example:8443"):
        assert preflight(service, origin).headers["access-control-allow-origin"] == origin
    assert "access-control-allow-origin" not in preflight(service, ALLOWED_ORIGIN).headers
