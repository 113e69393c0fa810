"""Requests about accounts that may well be refused."""

from __future__ import annotations

import httpx
from service import PASSWORD


def sign_in(service, name, password=PASSWORD) -> httpx.Response:
    return httpx.post(service.url + "/token", data={"username": name, "password": password}, timeout=30)


def refresh(service, token) -> httpx.Response:
    return httpx.post(service.url + "/token", data={"grant_type": "refresh_token", "refresh_token": token}, timeout=30)


def me(service, access_token) -> httpx.Response:
    return httpx.get(service.url + "/me", headers={"Authorization": f"Bearer {access_token}"})
