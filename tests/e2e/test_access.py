"""Who may call what: every route of the document, for everyone who might try."""

from __future__ import annotations

import httpx
import pytest
from service import assert_error

METHODS = ("get", "post", "put", "patch", "delete")
OPEN = {
    ("get", "/"),
    ("get", "/docs"),
    ("get", "/openapi.json"),
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/metrics"),
    ("get", "/monitor/health"),
    ("get", "/monitor/metrics"),
    ("get", "/service/options"),
    ("post", "/register"),
    ("post", "/token"),
    ("get", "/redoc"),
}
FOR_ADMINISTRATORS = {
    ("get", "/users"),
    ("patch", "/users/{username}"),
    ("delete", "/users/{username}"),
    ("get", "/service/metrics"),
}


def routes(service) -> list[tuple[str, str, bool]]:
    """Every method and path of the document, and whether it asks for a token."""
    document = httpx.get(service.url + "/openapi.json").json()
    everywhere = document.get("security", [])
    return [
        (method, path, bool(operation.get("security", everywhere)))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    ]


def is_open(method: str, path: str) -> bool:
    return (method, path) in OPEN or path.startswith("/docs/")


def call(client: httpx.Client, method: str, path: str) -> httpx.Response:
    path = path.replace("{username}", "no-such-user").replace("{id}", "1").replace("{", "x").replace("}", "x")
    if path == "/events/stream":
        with client.stream(method, path) as response:
            if response.status_code != 200:
                response.read()
            return response
    return client.request(method, path)


@pytest.fixture(scope="module")
def tokens(service) -> dict[str, str]:
    """Tokens that must not open anything any more."""
    with service.administrator() as admin:
        ended = {}
        for name in ("disabled", "revoked", "deleted"):
            service.register(name)
            ended[name] = service.sign_in(name)["access_token"]
        assert admin.patch("/users/disabled", json={"disabled": True}).status_code == 200
        assert admin.delete("/users/deleted").status_code == 200
        with service.client(ended["revoked"]) as client:
            assert client.post("/logout").status_code == 200
        return ended


def test_the_document_says_which_routes_are_open(service):
    for method, path, secured in routes(service):
        assert secured is not is_open(method, path), f"{method} {path}"


def test_without_a_token_every_other_route_answers_not_authenticated(service):
    with service.client() as anonymous:
        for method, path, secured in routes(service):
            if secured:
                response = call(anonymous, method, path)
                assert_error(response, 401, detail="Not authenticated")
                assert response.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("who", ["disabled", "revoked", "deleted"])
def test_an_ended_token_opens_nothing(service, tokens, who):
    with service.client(tokens[who]) as client:
        for method, path, secured in routes(service):
            if secured:
                response = call(client, method, path)
                assert_error(response, 401, detail="Invalid token")
                assert 'error="invalid_token"' in response.headers["www-authenticate"]


def test_a_user_is_kept_from_the_routes_of_administrators_and_from_no_other(service):
    with service.user("plain") as client:
        for method, path, secured in routes(service):
            if not secured or path == "/logout":
                continue
            response = call(client, method, path)
            if (method, path) in FOR_ADMINISTRATORS:
                assert_error(response, 403)
            else:
                assert response.status_code not in (401, 403), f"{method} {path}: {response.text}"
        assert client.post("/logout").status_code == 200


def test_an_administrator_is_kept_from_nothing(service, admin):
    for method, path, secured in routes(service):
        if secured and path != "/logout":
            response = call(admin, method, path)
            assert response.status_code not in (401, 403), f"{method} {path}: {response.text}"
