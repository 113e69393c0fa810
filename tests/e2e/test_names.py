"""Whose name is whose: names that look alike, names and addresses, and passwords that say the name."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import httpx
import pytest
from accounts import me, sign_in
from service import PASSWORD, assert_error, events_of

WRONG = "Incorrect username or password"


def register(service, name: str, **more) -> httpx.Response:
    return httpx.post(service.url + "/register", json={"username": name, "password": PASSWORD} | more, timeout=30)


@pytest.mark.parametrize(
    "present, wanted",
    [
        ("Carla", "carla"),
        # With letters of Cyrillic, of full width, bold ones; and the other way round.
        ("oscar", "оsсаr"),
        ("paris", "ｐaris"),
        ("maria", "𝐦aria"),
        ("bоris", "boris"),
    ],
)
def test_a_name_that_is_easily_taken_for_another_is_taken(service, present, wanted):
    assert register(service, present).status_code == 200
    assert_error(register(service, wanted), 400, "username_taken", "Username already exists")
    assert sign_in(service, present).status_code == 200
    assert_error(sign_in(service, wanted), 401, detail=WRONG)


@pytest.mark.parametrize(
    "invisible", ["\ufe0f", "\u034f", "\u2800", "\u3164", "\u17b4", "\u00ad", "\u200d", "\u115f", "\u00a0", "\u3000"]
)
def test_a_name_with_something_invisible_is_refused(service, invisible):
    for name in (invisible, f"ab{invisible}c", f"abc{invisible}"):
        faults = assert_error(register(service, name), 422)["detail"]
        assert (faults[0]["loc"], faults[0]["type"]) == (["body", "username"], "username_characters")


def test_a_letter_under_a_heap_of_marks_is_no_name(service):
    for marks in ("\u0301" * 63, "\u0316\u0317\u0318\u0319\u031c"):
        assert_error(register(service, "z" + marks), 422, "username_characters")
    assert register(service, "Nguyễn Ánh").status_code == 200
    assert register(service, "שָׁלוֹם").status_code == 200


def test_names_that_were_there_before_stay_and_sign_in(start_service):
    """A database of the version that kept apart what differs by its bytes."""
    service = start_service()
    assert register(service, "root").status_code == 200
    assert service.terminate() == 0
    with closing(sqlite3.connect(service.service_db)) as database:
        database.executescript(
            """
            DROP TABLE name_looks;
            DELETE FROM grdb_migrations WHERE identifier = 'looks of names';
            """
        )
        for name in ("Root", "rооt", "a\u2800b"):
            database.execute(
                """
                INSERT INTO accounts (username, password_hash, role, created_at)
                SELECT ?, password_hash, role, created_at FROM accounts WHERE username = 'root'
                """,
                (name,),
            )
        database.commit()
    service.start()
    for name in ("root", "Root", "rооt", "a\u2800b"):
        assert me(service, sign_in(service, name).json()["access_token"]).json()["username"] == name
    for name in ("ROOT", "rоot", "ｒｏｏｔ"):
        assert_error(register(service, name), 400, "username_taken")
    assert register(service, "roots").status_code == 200


def test_an_address_signs_in_in_place_of_the_name(service, registered):
    name, address = registered + "-mail", f"{registered}@Example.org"
    assert register(service, name, email=address).status_code == 200
    for given in (address, address.lower()):
        token = sign_in(service, given).json()["access_token"]
        assert me(service, token).json()["username"] == name
    wrong = sign_in(service, address, "not the one")
    assert_error(wrong, 401, detail=WRONG)
    unknown = sign_in(service, "nobody@example.org", "not the one")
    assert {**wrong.json(), "request_id": ""} == {**unknown.json(), "request_id": ""}
    # They are the account's own events.
    with service.client(token) as client:
        logins = [(event["user"], event["status"]) for event in events_of(client, event="login")]
        assert logins == [(name, 401), (name, 200), (name, 200)]
        assert events_of(client, event="login")[0]["input"] == {"username": address}


def test_a_name_wins_over_an_address_and_neither_takes_the_others(service, registered):
    owner, address = registered + "-owner", f"{registered}-box@example.org"
    assert register(service, owner, email=address).status_code == 200
    assert_error(register(service, address), 400, detail="Username already exists")
    assert_error(register(service, address.upper()), 400, detail="Username already exists")
    name = f"{registered}-name@example.org"
    assert register(service, name).status_code == 200
    assert_error(register(service, registered + "-other", email=name), 400, detail="Email already registered")
    assert_error(register(service, registered + "-other", email=name.title()), 400, detail="Email already registered")
    assert me(service, sign_in(service, name).json()["access_token"]).json()["username"] == name


def test_guesses_by_address_count_as_guesses_of_the_name(start_service):
    service = start_service(LOGIN_RATE_LIMIT_PER_MINUTE="4")
    assert register(service, "ada", email="ada@example.org").status_code == 200
    statuses = [
        sign_in(service, given, "not the one").status_code
        for given in ("ada", "ada@example.org", "ADA@example.org", "ada", "ada@example.org", "ada")
    ]
    assert statuses == [401] * 4 + [429] * 2


@pytest.mark.parametrize(
    "password, code",
    [
        ("Password123!", "password_common"),
        ("P@ssw0rd2026", "password_common"),
        ("Summer2026!", "password_common"),
        ("aaaaaaaa", "password_common"),
        (" " * 8, "password_common"),
        ("abababababab", "password_common"),
        ("qwertyuiop[]", "password_common"),
        ("1qaz2wsx3edc4rfv", "password_common"),
        ("abcdefgh", "password_common"),
        ("Wilhelmine", "password_is_username"),
        ("wilhelmine1987!", "password_is_username"),
        ("mail-of-w@example.org", "password_is_email"),
        ("mail-of-w2026", "password_is_email"),
    ],
)
def test_a_password_that_is_soon_guessed_is_refused_with_what_to_do(service, password, code):
    answer = register(service, "wilhelmine", email="mail-of-w@example.org", password=password)
    fault = assert_error(answer, 422, code)["detail"][0]
    assert fault["loc"] == ["body", "password"] and "input" not in fault
    assert "several words" in fault["msg"]


def test_any_composition_will_do(service, name):
    words = [
        "seven brave lemons",
        "correct horse battery staple",
        "ein Fahrrad im Regen",
        "今日は良い天気ですね",
        "kfpqzmwl",
    ]
    for number, password in enumerate(words):
        assert register(service, f"{name}-{number}", password=password).status_code == 200
