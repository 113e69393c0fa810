"""Access and refresh tokens: their claims, their rotation, their end, and forgeries."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import httpx
import pytest
from accounts import me, refresh, sign_in
from service import assert_error


def test_an_access_token_has_exactly_the_contracts_claims(service, registered):
    token = sign_in(service, registered).json()["access_token"]
    header, claims, signature = token.split(".")

    def decode(part: str) -> dict:
        return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))

    assert decode(header)["alg"] == "HS256"
    assert set(decode(claims)) == {"sub", "role", "iat", "exp", "jti", "iss", "aud"}
    assert (decode(claims)["sub"], decode(claims)["role"]) == (registered, "user")
    assert decode(claims)["exp"] - decode(claims)["iat"] == 1800
    key = (service.data_dir / "secret.key").read_bytes().strip()
    mac = hmac.digest(key, f"{header}.{claims}".encode(), hashlib.sha256)
    assert base64.urlsafe_b64encode(mac).rstrip(b"=").decode() == signature


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"username": "x"},
        {"password": "x"},
        {"grant_type": "client_credentials", "username": "x", "password": "y"},
        {"grant_type": "refresh_token"},
    ],
)
def test_an_incomplete_token_request_is_refused(service, form):
    content = urlencode(form)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert_error(httpx.post(service.url + "/token", content=content, headers=headers), 422)


def test_a_refresh_token_rotates_and_using_it_twice_ends_its_family(service, registered):
    first = sign_in(service, registered).json()
    second = refresh(service, first["refresh_token"])
    assert second.status_code == 200
    assert second.json()["refresh_token"] != first["refresh_token"]
    assert me(service, second.json()["access_token"]).status_code == 200

    third = refresh(service, second.json()["refresh_token"])
    assert third.status_code == 200
    assert refresh(service, first["refresh_token"]).status_code == 401
    assert refresh(service, third.json()["refresh_token"]).status_code == 401
    assert_error(me(service, third.json()["access_token"]), 401, detail="Invalid token")
    assert me(service, sign_in(service, registered).json()["access_token"]).status_code == 200


def test_tabs_that_renew_one_session_at_once_all_stay_signed_in(service, registered):
    token = sign_in(service, registered).json()["refresh_token"]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: refresh(service, token), range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert {me(service, answer.json()["access_token"]).status_code for answer in answers} == {200}
    assert {refresh(service, answer.json()["refresh_token"]).status_code for answer in answers} == {200}


def test_a_refresh_token_that_somebody_else_uses_at_once_ends_its_family(start_service):
    service = start_service(TRUSTED_PROXIES="127.0.0.1")
    service.register("robbed")
    form = {"grant_type": "refresh_token", "refresh_token": service.sign_in("robbed")["refresh_token"]}

    def use(address: str) -> httpx.Response:
        return httpx.post(service.url + "/token", data=form, headers={"X-Forwarded-For": address})

    owner = use("203.0.113.1")
    assert owner.status_code == 200
    assert_error(use("203.0.113.2"), 401, detail="Invalid token")
    assert_error(me(service, owner.json()["access_token"]), 401, detail="Invalid token")


def test_logging_out_ends_the_token_and_its_family_and_no_other(service, registered):
    here, there = sign_in(service, registered).json(), sign_in(service, registered).json()
    answer = httpx.post(service.url + "/logout", headers={"Authorization": f"Bearer {here['access_token']}"})
    assert answer.status_code == 200
    assert_error(me(service, here["access_token"]), 401, detail="Invalid token")
    assert refresh(service, here["refresh_token"]).status_code == 401
    assert me(service, there["access_token"]).status_code == 200


def signed(header: dict, claims: dict, key: bytes, algorithm=hashlib.sha256) -> str:
    def encode(part: bytes) -> str:
        return base64.urlsafe_b64encode(part).rstrip(b"=").decode()

    parts = (json.dumps(part, separators=(",", ":"), sort_keys=True) for part in (header, claims))
    text = ".".join(encode(part.encode()) for part in parts)
    return text + "." + encode(hmac.digest(key, text.encode(), algorithm))


def test_no_forged_token_is_accepted(service, registered):
    token = sign_in(service, registered).json()["access_token"]
    header, claims, signature = token.split(".")
    content = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
    mac = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    forged = [
        "x",
        "..",
        "a.b.c",
        token + "x",
        token[:-2],
        f"{header}.{claims}.",
        f"{header}.{claims}",
        f"{none}.{claims}.",
        f"{none}.{claims}.{signature}",
        token + "." + token,
        "a" * 20_000,
        token.replace(".", ". "),
        signed({"alg": "HS256", "typ": "JWT"}, content, b""),
        signed({"alg": "HS256", "typ": "JWT"}, content, b"secret"),
    ]
    for bit in range(0, 256, 5):
        flipped = bytearray(mac)
        flipped[bit // 8] ^= 1 << (bit % 8)
        forged.append(f"{header}.{claims}." + base64.urlsafe_b64encode(bytes(flipped)).rstrip(b"=").decode())
    with httpx.Client(base_url=service.url) as client:
        for text in forged:
            answer = client.get("/me", headers={"Authorization": f"Bearer {text}"})
            assert answer.status_code in (401, 431), text[:80]
        for scheme in ("Basic", "bearer x", "Token"):
            assert client.get("/me", headers={"Authorization": f"{scheme} {token}"}).status_code == 401


def test_a_token_signed_with_the_key_but_wrong_in_a_claim_is_refused(service, registered):
    token = sign_in(service, registered).json()["access_token"]
    header, claims, _ = token.split(".")
    content = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    key = (service.data_dir / "secret.key").read_bytes().strip()
    head = {"alg": "HS256", "typ": "JWT"}
    assert me(service, signed(head, content, key)).status_code == 200, "nothing is wrong with this one"
    now = int(time.time())
    ahead = me(service, signed(head, content | {"iat": now + 120, "exp": now + 3600}, key))
    assert_error(ahead, 401, detail="Invalid token")
    assert me(service, signed(head, content | {"iat": now + 30, "exp": now + 3600}, key)).status_code == 200
    expired = me(service, signed(head, content | {"iat": now - 7200, "exp": now - 3600}, key))
    assert_error(expired, 401, detail="Token expired")
    for change in (
        {"exp": "tomorrow"},
        {"exp": -1},
        {"iss": "somebody"},
        {"aud": "somebody"},
        {"sub": "nobody-at-all"},
        {"sub": 5},
        {"jti": ""},
        {"jti": "0.0"},
        {"jti": "../../x"},
    ):
        assert me(service, signed(head, content | change, key)).status_code == 401, change
    with service.client(signed(head, content | {"role": "admin"}, key)) as client:
        assert_error(client.get("/users"), 403)
    for missing in content:
        assert me(service, signed(head, {k: v for k, v in content.items() if k != missing}, key)).status_code == 401, (
            missing
        )
    for algorithm, digest in (("HS384", hashlib.sha384), ("HS512", hashlib.sha512), ("RS256", hashlib.sha256)):
        assert me(service, signed(head | {"alg": algorithm}, content, key, digest)).status_code == 401, algorithm


def test_an_access_token_expires(start_service):
    service = start_service()
    service.register("brief")
    pair = service.sign_in("brief")
    assert pair["expires_in"] == 1800
    assert service.terminate() == 0
    shorter = start_service(ACCESS_TOKEN_EXPIRE_MINUTES="1")
    assert shorter.sign_in("brief")["expires_in"] == 60
    assert me(shorter, pair["access_token"]).status_code == 200, "a restart ends nobody's session"
