"""Moving over from the legacy service: its accounts, its history and its events."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import httpx
import pytest
from legacy import make_events, make_requests, message
from service import run

WHEN = datetime(2024, 5, 1, 12, 0, tzinfo=UTC).timestamp()

USERS = [
    ("alice", "alice@example.org", "alice's old password", "user"),
    ("root", "root@example.org", "root's old password", "admin"),
    ("bad/name", "bad@example.org", "whatever it was", "user"),
    ("carol", "ALICE@example.org", "carol's old password", None),
]
HISTORY = [
    (1, "pow", '{"x": 2, "y": 10}', "1024", "2024-05-01 12:00:00.250000"),
    (1, "factorial", '{"x": 5}', "120", "2024-05-01 12:00:01"),
    (4, "fibonacci", "{'x': 10}", "55", "2024-05-01T12:00:02Z"),
    (99, "pow", '{"x": 1, "y": 1}', "1", "2024-05-01 12:00:03"),
]
MESSAGES = [
    message("pow", {"x": 2, "y": 10}, 1024, "alice", WHEN + 0.3),
    message("login", None, "success", "alice", WHEN + 0.1),
    message("pow", {"x": 2, "y": 2}, 4, "nobody-any-more", WHEN + 9),
    "this is no JSON",
]


@pytest.fixture
def legacy(tmp_path):
    directory = tmp_path / "legacy"
    directory.mkdir()
    make_requests(directory / "requests.db", USERS, HISTORY)
    make_events(directory / "events.db", MESSAGES)
    return directory


def take_over(data_dir, *paths):
    return run("import-legacy", *map(str, paths), data_dir=data_dir)


def test_users_sign_in_with_their_old_passwords_and_see_their_old_history(legacy, start_service, tmp_path):
    taken = take_over(tmp_path / "data", legacy)
    assert taken.returncode == 0, taken.stderr
    assert "Accounts: 3 taken over." in taken.stdout
    assert "History: 4 entries taken over, 0 were there already." in taken.stdout
    assert "Events: 4 taken over, 0 were there already." in taken.stdout
    assert 'the account "bad/name"' in taken.stdout and 'the address of "carol"' in taken.stdout

    service = start_service()
    with service.client(service.sign_in("alice", "alice's old password")["access_token"]) as alice:
        history = alice.get("/history").json()
        assert [(e["operation"], e["input_data"], e["input"], e["result"]) for e in history] == [
            ("factorial", '{"x":5}', {"x": 5}, "120"),
            ("pow", '{"x":2,"y":10}', {"x": 2, "y": 10}, "1024"),
        ]
        assert history[1]["timestamp"].startswith("2024-05-01T12:00:00.25")
        assert alice.get("/math/add?a=1&b=2").json()["result"] == 3
        names = [event["event"] for event in alice.get("/events").json()["events"]]
        assert names.count("pow") == 1, "one calculation, told of by both files, is one event"
        assert names.count("login") == 2
    with service.client(service.sign_in("carol", "carol's old password")["access_token"]) as carol:
        assert [(e["input_data"], e["input"]) for e in carol.get("/history").json()] == [("{'x': 10}", "{'x': 10}")]
        assert carol.get("/me").json()["email"] is None
    with service.client(service.sign_in("root", "root's old password")["access_token"]) as root:
        assert root.get("/users").status_code == 200, "an administrator stays one"


def test_the_old_hash_is_replaced_at_the_first_login(legacy, start_service, tmp_path):
    assert take_over(tmp_path / "data", legacy).returncode == 0
    service = start_service()
    service.sign_in("alice", "alice's old password")
    assert service.terminate() == 0
    with sqlite3.connect(service.service_db) as database:
        (hash,) = database.execute("SELECT password_hash FROM accounts WHERE username = 'alice'").fetchone()
    assert hash.startswith("$argon2id$")


def test_a_file_that_is_given_twice_is_taken_over_once(legacy, tmp_path):
    copy = tmp_path / "copy.db"
    copy.write_bytes((legacy / "requests.db").read_bytes())
    taken = take_over(tmp_path / "data", legacy, legacy / "requests.db", copy)
    assert taken.returncode == 0, taken.stderr
    assert "History: 4 entries taken over" in taken.stdout


def test_taking_over_again_adds_only_what_has_come_since(legacy, start_service, tmp_path):
    assert take_over(tmp_path / "data", legacy).returncode == 0
    with sqlite3.connect(legacy / "requests.db") as database:
        database.execute(
            "INSERT INTO requests (user_id, operation, input_data, result, timestamp) "
            "VALUES (1, 'pow', '{\"x\": 3, \"y\": 3}', '27', '2024-05-02 00:00:00')"
        )
    again = take_over(tmp_path / "data", legacy)
    assert again.returncode == 0, again.stderr
    assert "Accounts: 0 taken over." in again.stdout
    assert "History: 1 entries taken over, 4 were there already." in again.stdout
    assert "Events: 0 taken over, 4 were there already." in again.stdout
    service = start_service()
    assert service.terminate() == 0
    with sqlite3.connect(service.events_db) as database:
        counts = dict(database.execute("SELECT event, count(*) FROM kafka_logs GROUP BY event"))
    assert (counts["pow"], counts["factorial"], counts["fibonacci"], counts[None]) == (4, 1, 1, 1)


def test_what_belongs_to_no_account_is_for_administrators_alone(legacy, start_service, tmp_path):
    taken = take_over(tmp_path / "data", legacy)
    assert "1 entries of the history belong to no account" in taken.stdout
    assert "1 events belong to no account" in taken.stdout
    service = start_service()
    with service.user("nobody-any-more") as newcomer:
        assert [e["event"] for e in newcomer.get("/events").json()["events"]] == ["login", "register"]
        assert newcomer.get("/history").json() == []
    with service.administrator() as admin:
        everything = admin.get("/events?limit=1000").text
        assert "nobody-any-more" in everything and "local/legacy" in everything


def test_a_running_service_is_not_written_behind_its_back(legacy, start_service):
    service = start_service()
    refused = take_over(service.data_dir, legacy)
    assert refused.returncode == 1 and "in use" in refused.stderr
    assert httpx.get(service.url + "/readyz").status_code == 200


@pytest.mark.parametrize("content", [None, b"", b"no database at all", "directory"])
def test_what_is_no_legacy_database_is_refused_in_a_line(tmp_path, content):
    path = tmp_path / "something.db"
    if content == "directory":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    refused = take_over(tmp_path / "data", path)
    assert refused.returncode in (1, 78) and str(path) in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()
