"""What every answer has in common: errors, methods, sizes, request ids, and pages of other origins."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
from pathlib import Path

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


def test_a_compressed_body_is_refused(someone):
    body = gzip.compress(b'{"a": 1, "b": 2}')
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert_error(someone.post("/math/add", content=body, headers=headers), 415)


def test_without_a_body_everything_is_missing(someone):
    refused = assert_error(someone.post("/math/add"), 422, "missing")
    assert [fault["loc"] for fault in refused["detail"]] == [["body", "a"], ["body", "b"]]
    assert someone.post("/math/pi").json()["exact"] == "pi"


def test_a_query_beside_a_body_is_refused(someone):
    refused = assert_error(someone.post("/math/add?precision=3&c=1", json={"a": 1, "b": 2}), 422, "extra_forbidden")
    assert [fault["loc"] for fault in refused["detail"]] == [["query", "precision"], ["query", "c"]]
    assert_error(someone.get("/math/add?a=1&b=2&precision=5&precision=6"), 422, "precision_bounds")


def test_broken_json_is_refused_at_its_place(someone):
    refused = someone.post("/math/add", content=b"{", headers={"Content-Type": "application/json"})
    assert assert_error(refused, 422, "json_invalid")["detail"][0]["loc"] == ["body", 1]


def test_a_client_that_offers_to_upgrade_keeps_its_connection(service):
    """curl offers HTTP/2 with its first request; the service speaks HTTP/1.1 and goes on."""
    command = ["curl", "--silent", "--fail", "--max-time", "10", "--http2", "--write-out", " %{num_connects} "]
    output = subprocess.run(
        [*command, service.url + "/healthz", service.url + "/readyz"], capture_output=True, text=True
    )
    assert output.returncode == 0
    assert output.stdout.startswith('{"status":"ok"} 1 {"status":"ready"') and output.stdout.endswith(" 0 ")


def test_a_body_without_a_token_is_short(service, someone):
    large = {"a": "1" * 20_000, "b": "1"}
    refused = assert_error(httpx.post(service.url + "/math/add", json=large), 413, "body_too_large")
    assert "16384 bytes" in refused["detail"] and "token" in refused["detail"]
    assert someone.post("/math/add", json=large).status_code == 200
    assert_error(someone.post("/token", json=large), 413, "body_too_large")
    assert_error(httpx.post(service.url + "/math/add", json=large, headers={"Authorization": "Bearer x"}), 401)


def test_unfinished_bodies_of_strangers_cost_little_and_keep_nobody_out(service, user):
    """Of each connection no more is kept than a stranger may send, and of all of them no more than 32 MiB."""

    def resident_kib() -> int:
        status = Path(f"/proc/{service.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def open_one() -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", service.port), timeout=10)
        head = b"POST /token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 16384\r\n\r\n"
        connection.sendall(head + b"x" * 16000)
        return connection

    connections = [open_one() for _ in range(50)]
    before = resident_kib()
    connections += [open_one() for _ in range(400)]
    user.get("/healthz")
    assert resident_kib() - before < 400 * 60
    assert user.post("/math/add", json={"a": 1, "b": 2}).json()["result"] == 3
    assert_error(httpx.post(service.url + "/token", json={"username": "x", "password": "y"}), 401)
    for connection in connections:
        connection.close()


@pytest.mark.parametrize("hosts", [b"", b"Host: a\r\nHost: b\r\n", b"Host: a b\r\n"], ids=["none", "two", "no host"])
def test_a_request_has_one_host(service, hosts):
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\n" + hosts + b"\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.1 400 ")


def test_nothing_but_reading_is_allowed_where_a_file_is(start_service, tmp_path):
    (tmp_path / "web").mkdir()
    for name in ("index.html", "favicon.svg"):
        (tmp_path / "web" / name).write_text("<svg/>")
    service = start_service(WEB_ROOT=str(tmp_path / "web"))
    for path in ("/", "/favicon.svg"):
        refused = httpx.post(service.url + path, headers={"Accept": "text/html"})
        assert_error(refused, 405)
        assert refused.headers["allow"] == "GET, HEAD"
    assert_error(httpx.post(service.url + "/nothing", headers={"Accept": "text/html"}), 404)


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
